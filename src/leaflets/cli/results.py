"""Jobs to their results, in the order of the jobs, with progress while they run."""

from collections.abc import Sequence
from pathlib import Path

from leaflets.build.run import Result, run_jobs
from leaflets.cli.console import progress
from leaflets.files import Disk
from leaflets.project import Job


def format_of(job: Job) -> str:
    """As a table names it: with its leaflet, where there are several."""
    return f"{job.leaflet.name}/{job.format}" if len(job.project.leaflets) > 1 else job.format


def results_of(
    jobs: Sequence[Job],
    files: Disk,
    *,
    folder: Path,
    workers: int,
    label: str,
    done: str,
    quiet: bool = False,
) -> list[Result]:
    """Files are written below `folder`; `label` and `done` say what is done with a job, and was."""
    found: dict[str, Result] = {}
    with progress(len(jobs), label=label, quiet=quiet) as advance:
        for result in run_jobs(jobs, files, folder=folder, workers=workers):
            found[result.job.name] = result
            advance(f"{result.job.name}: {'failed' if result.failed else done}")
    return [found[job.name] for job in jobs]
