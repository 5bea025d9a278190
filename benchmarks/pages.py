"""`python -m benchmarks.pages`: processor time for a page of booklets of growing length; it should not grow.

The text of the repository's booklet is set again and again; layout only, then layout and the print file.
"""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.strange import ROOT
from leaflets.api import lay_out, open_files, open_project, output_of, plan
from leaflets.project import Profile

BLOCK = "{{ c.fault() }}\n{{ c.help() }}\n{{ c.time() }}\n{{ c.witness() }}\n"
LAYOUT = "layouts/victims-rights/booklet.xml"


def main() -> None:
    for times in (4, 8, 16, 32, 64):
        with TemporaryDirectory() as folder:
            report(Path(folder), times)


def report(folder: Path, times: int) -> None:
    """One line: pages, and milliseconds a page."""
    copied(folder)
    path = folder / LAYOUT
    text = path.read_text(encoding="utf-8")
    start = text.index("{% block inside %}")
    end = text.index("{% endblock %}", start)
    path.write_text(f"{text[:start]}{{% block inside %}}\n{BLOCK * times}{text[end:]}", encoding="utf-8")
    files = open_files(folder)
    (job,) = plan(open_project(files), languages=("en",), formats=("booklet",))
    laid = lay_out(job, files)  # fonts and templates are opened
    pages = len(laid.pages.pages)
    layout = spent(lambda: lay_out(job, files))
    written = spent(lambda: output_of(job, laid, Profile.PRINT, files))
    each = layout / pages, written / pages
    print(f"{pages:4} pages: {each[0]:5.2f} ms a page for layout, {each[1]:5.2f} for the print file")


def copied(folder: Path) -> None:
    for path in [*(ROOT / "layouts").rglob("*"), *ROOT.glob("*.toml")]:
        target = folder / path.relative_to(ROOT)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())


def spent(work: Callable[[], object]) -> float:
    """The least of three, in milliseconds of processor time."""
    found = []
    for _ in range(3):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found) * 1000


if __name__ == "__main__":
    main()
