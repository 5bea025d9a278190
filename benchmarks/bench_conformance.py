"""What conformance costs: a rendition with tags, XMP and output intent against one without any of them.

python -m benchmarks.bench_conformance
"""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from unittest import mock

from benchmarks.__main__ import ROOT
from leaflets.api import lay_out, open_files, open_project, output_of, plan
from leaflets.files import Disk
from leaflets.pdf import variants, write
from leaflets.project import Job, Profile

ROUNDS = 25


def main() -> None:
    files = open_files(ROOT)
    project = open_project(files)
    for language in project.leaflets[0].languages:
        (job, *_rest) = plan(project, languages=(language.tag,))
        layout, full, bare = measured(job, files)
        print(
            f"{job.tag:8} layout {layout:5.1f} ms, both PDFs {full:5.1f} ms, bare {bare:5.1f} ms:"
            f" conformance adds {(full - bare) / (layout + bare):5.1%} to the time of the job"
        )


def measured(job: Job, files: Disk) -> tuple[float, float, float]:
    """Medians of CPU milliseconds: layout, both renditions, both without conformance."""
    laid = lay_out(job, files)

    def both() -> None:
        for profile in (Profile.PRINT, Profile.SCREEN):
            output_of(job, laid, profile, files)

    full, bare = [], []
    for _ in range(ROUNDS):
        full.append(cpu(both))
        with plain():
            bare.append(cpu(both))
    layout = [cpu(lambda: lay_out(job, files)) for _ in range(ROUNDS // 2)]
    return statistics.median(layout), statistics.median(full), statistics.median(bare)


def cpu(work: Callable[[], object]) -> float:
    """Milliseconds of this process: the machine may be busy with others."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


@contextmanager
def plain() -> Iterator[None]:
    """The writer without tags, links, outline, metadata and output intent."""
    with ExitStack() as stack:
        patch = mock.patch.object
        stack.enter_context(patch(variants, "SCREEN", replace(variants.SCREEN, tagged=False)))
        for name, value in (("xmp_packet", b""), ("_add_intent", None), ("check_profile", None)):
            stack.enter_context(patch(write, name, mock.Mock(return_value=value)))
        yield


if __name__ == "__main__":
    main()
