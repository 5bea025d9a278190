"""`python -m benchmarks [TAG …]`: cold commands, and warm processes on text they have never seen.

Times of shared machines drift. So processor time stands before wall clock, cold commands are compared
with an empty Python process that ran between them, and each warm line ends with the time of a fixed loop.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmarks.strange import ROOT
from leaflets.api import open_files, open_project

SAMPLE = ("sr", "sr-Latn", "ar", "fa", "ur", "hi", "bn", "th", "zh-Hans", "am")
"""Scripts of every kind of cost; those of them are measured that the project has. Not the source language:
its texts stand in the layout, and would be the same each time."""


BUILD = ("build", "--lang", "en", "--format", "trifold")


def main() -> None:
    cold()
    project = open_project(open_files(ROOT))
    known = {language.tag for leaflet in project.leaflets for language in leaflet.languages}
    for tag in sys.argv[1:] or [tag for tag in SAMPLE if tag in known]:
        subprocess.run([sys.executable, "-m", "benchmarks.warm", tag], cwd=ROOT, check=True)


def cold(*, runs: int = 9) -> None:
    """Medians of whole commands, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
        }
        leaflets = [sys.executable, "-m", "leaflets"]
        commands = {
            "empty": [sys.executable, "-c", "pass"],
            "--help": [*leaflets, "--help"],
            "build --lang en": [*leaflets, *BUILD, "--output", folder, "--quiet"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=environment)
                if turn:  # the first run compiles modules, as an installation does
                    times[name].append(time.perf_counter() - start)
    for name, seconds in times.items():
        median = statistics.median(seconds)
        ratio = median / statistics.median(times["empty"])
        print(f"cold {name:16} {median * 1000:6.0f} ms  {ratio:4.1f} x an empty process", flush=True)


if __name__ == "__main__":
    main()
