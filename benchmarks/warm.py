"""One language to its times: text never seen before, in a process that was warmed on another language.

`python -m benchmarks.warm TAG`, in a process of its own. Each figure is the median of 30 texts, first of
processor time, which a busy machine disturbs least, then (in brackets) by the clock, last in units of a
fixed loop that ran beside each text: the one figure that can be compared between machines.
"""

import functools
import gc
import resource
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.strange import ROOT, strange_project
from leaflets.api import open_project, plan, run_job
from leaflets.build import job as stages
from leaflets.build.memory import collected_later
from leaflets.files import Disk
from leaflets.fonts.subset import subset_face
from leaflets.project import Job, Profile

ROUNDS = 30
WARMING = "en"
"""The language that warms the process."""

FILES = (Profile.PRINT, Profile.SCREEN)

FOLDER = tempfile.TemporaryDirectory()
"""Of the projects that are made; it goes with the process."""

Result = TypeVar("Result")


class Watch:
    """Milliseconds of processor and of wall clock, by name."""

    def __init__(self) -> None:
        self.found: dict[str, list[tuple[float, float]]] = {}

    def timed(self, name: str, work: Callable[[], Result]) -> Result:
        cpu, wall = time.process_time(), time.perf_counter()
        result = work()
        spent = (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000
        self.found.setdefault(name, []).append(spent)
        return result

    def median(self, *names: str) -> str:
        """Of what belongs together: the sum of each round, and what that is in loops of that round."""
        rounds = list(zip(*(self.found[name] for name in names), strict=True))
        totals = [[sum(times) for times in zip(*parts, strict=True)] for parts in rounds]
        cpu, wall = (statistics.median(column) for column in zip(*totals, strict=True))
        pairs = zip(totals, self.found["loop"], strict=True)
        loops = statistics.median(total[0] / beside[0] for total, beside in pairs)
        return f"{cpu:5.1f} ({wall:5.1f}) {loops:4.2f}"


def main(tag: str) -> None:
    for seed in range(3):
        run_job(*strange_job(WARMING, seed))
    watch = Watch()
    for seed in range(ROUNDS):
        job, files = strange_job(tag, 1000 + seed)
        with collected_later():  # as each job of a build
            measure(job, files, watch=watch)
    columns = {
        "read": watch.median("read"),
        "layout": watch.median("layout"),
        "PDFs": watch.median("pdfs"),
        "layout + PDFs": watch.median("layout", "pdfs"),
        "the same again": watch.median("layout again", "pdfs again"),
    }
    told = "  ".join(f"{name} {value}" for name, value in columns.items())
    print(f"{tag:8} {told}  loop {watch.median('loop')}", flush=True)
    print(f"{'':8} caches {cached_memory(tag) / 1e6:.1f} MB, most memory of the process {peak():.0f} MB")


def strange_job(tag: str, seed: int) -> tuple[Job, Disk]:
    files = strange_project(seed, Path(tempfile.mkdtemp(dir=FOLDER.name)))
    project = open_project(files)
    job = next(job for job in plan(project, languages=(tag,)) if job.format == "trifold")
    return replace(job, project=project), files


def measure(job: Job, files: Disk, *, watch: Watch) -> None:
    """Catalogs and layout are read; the document is laid out; both files are written; and once more.

    Layouts, styles and pictures were read before, as they are in a build of another language. The letters of
    the text are those of the text before in another order, so its fonts are forgotten: new words show others.
    """
    subset_face.cache_clear()
    for path in (ROOT / "layouts").rglob("*.*"):
        files.read(path.relative_to(ROOT).as_posix())
    watch.timed("loop", loop)
    watch.timed("read", lambda: stages.read_document(job, files=files, speech=stages.read_speech(job, files)))
    compose = stages.compose
    for suffix in ("", " again"):
        stages.compose = lambda *args, **more: watch.timed(f"layout{suffix}", lambda: compose(*args, **more))  # noqa: B023
        laid = stages.lay_out(job, files)
        watch.timed(f"pdfs{suffix}", lambda: [stages.output_of(job, laid, p, files) for p in FILES])  # noqa: B023
    stages.compose = compose


def loop() -> int:
    """A fixed piece of work, timed beside each text: how fast the machine is just then."""
    total = 0
    for number in range(1_000_000):
        total += number
    return total


def cached_memory(tag: str) -> int:
    """Bytes that the caches of the process hold after eight more texts: what is freed with them."""
    caches = [found for found in gc.get_objects() if isinstance(found, functools._lru_cache_wrapper)]
    own = [cache for cache in caches if cache.__module__.startswith("leaflets.")]
    _cleared(own)
    tracemalloc.start()
    for seed in range(8):
        run_job(*strange_job(tag, 2000 + seed))
    gc.collect()
    full, _peak = tracemalloc.get_traced_memory()
    _cleared(own)
    return full - tracemalloc.get_traced_memory()[0]


def _cleared(caches: list[Any]) -> None:
    for cache in caches:
        cache.cache_clear()
    gc.collect()


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1])
