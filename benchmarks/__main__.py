"""`make bench`: cold commands, and a warm process on text it has never seen.

Times of shared machines drift: read the ratio to an empty Python process, which is measured in between.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from leaflets.api import open_files, open_project, plan, run_job
from leaflets.files import Disk

ROOT = Path(__file__).resolve().parents[1]
EXECUTABLE = str(Path(sys.executable).with_name("leaflets"))


def main() -> None:
    empty = [sys.executable, "-c", "pass"]
    with tempfile.TemporaryDirectory() as folder:
        build = [EXECUTABLE, "build", "--lang", "en", "--output", folder, "--quiet"]
        times = interleaved({"empty": empty, "help": [EXECUTABLE, "--help"], "build": build}, runs=11)
    for name, seconds in times.items():
        median = statistics.median(seconds)
        ratio = median / statistics.median(times["empty"])
        print(f"cold {name:6} {median * 1000:7.0f} ms  {ratio:5.1f} x an empty process")
    for tag in ("sr", "sr-Latn", "ar"):
        fresh, again = warm(tag)
        print(f"warm {tag:8} {fresh:6.1f} ms new text, {again:6.1f} ms the same again (layout + both PDFs)")


def interleaved(commands: dict[str, list[str]], *, runs: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            found[name].append(time.perf_counter() - start)
    return found


def warm(tag: str, *, rounds: int = 15) -> tuple[float, float]:
    """Median milliseconds of run_job on new text and on the same text, in this process."""
    fresh, again = [], []
    for seed in range(rounds):
        files = shuffled(seed)
        project = open_project(files)
        (job,) = plan(project, languages=(tag,), formats=("trifold",))
        job = replace(job, project=project)
        for found in (fresh, again):
            start = time.perf_counter()
            outputs = run_job(job, files)
            found.append((time.perf_counter() - start) * 1000)
            assert len(outputs.files) == 4, outputs.findings
    return statistics.median(fresh), statistics.median(again)


def shuffled(seed: int) -> Disk:
    """A copy of the project in which the words of every translation stand in another order."""
    folder = Path(tempfile.mkdtemp())
    chance = random.Random(seed)
    for path in [*(ROOT / "layouts").rglob("*"), *(ROOT / "locales").rglob("*.po"), *ROOT.glob("*.toml")]:
        target = folder / path.relative_to(ROOT)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    for path in (folder / "locales").rglob("*.po"):
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join(_mixed(line, chance) for line in lines), encoding="utf-8")
    return open_files(folder)


def _mixed(line: str, chance: random.Random) -> str:
    if not line.startswith('msgstr "') or "<" in line:
        return line
    words = line[8:-1].split(" ")
    chance.shuffle(words)
    return f'msgstr "{" ".join(words)}"'


if __name__ == "__main__":
    main()
