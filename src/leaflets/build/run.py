"""Jobs to a folder: run here or in other processes; every file appears whole or not at all."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from leaflets.build.job import Output, Outputs, run_job
from leaflets.build.manifest import manifests
from leaflets.build.memory import collected_later
from leaflets.build.mishap import mishap
from leaflets.build.pool import crashed_job, spread
from leaflets.diagnostics import Diagnostic
from leaflets.errors import InputError, LeafletsError
from leaflets.files import Disk, Files
from leaflets.project import Job
from leaflets.store import unwritable, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a job: its outputs, or the faults that stopped it."""

    job: Job
    outputs: Outputs | None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return (*self.faults, *(self.outputs.findings if self.outputs else ()))

    @classmethod
    def died(cls, job: Job) -> "Result":
        """Of a job whose process ended before it."""
        return cls(job=job, outputs=None, faults=(crashed_job(job),))

    @property
    def files(self) -> tuple[Output, ...]:
        return self.outputs.files if self.outputs else ()

    @property
    def failed(self) -> bool:
        return any(finding.is_error for finding in self.findings)


def run_jobs(jobs: Sequence[Job], files: Disk, *, folder: Path, workers: int = 1) -> Iterator[Result]:
    """Results as they come; files are written below `folder`. OutputError if that cannot be done."""
    check_writable(folder)
    if workers <= 1 or len(jobs) <= 1:
        for job in jobs:
            yield written(attempt(job, files), folder)
        return
    for index, result in spread(partial(attempt, files=files), jobs, workers=workers):
        yield written(result or Result.died(jobs[index]), folder)


def attempt(job: Job, files: Files) -> Result:
    """A job's result; faults in the user's files, or in this program, belong to it and stop no other job."""
    try:
        with collected_later():
            return Result(job=job, outputs=run_job(job, files))
    except InputError as error:
        return Result(job=job, outputs=None, faults=_faults(error))
    except LeafletsError as error:
        fault = Diagnostic(rule="job-failed", message=f"{job.name}: {error}")
        return Result(job=job, outputs=None, faults=(fault,))
    except Exception as error:  # whatever it is: a hundred other leaflets need not wait for its mend
        return Result(job=job, outputs=None, faults=(mishap(error, stopped=job.name),))


def _faults(error: InputError) -> tuple[Diagnostic, ...]:
    return error.diagnostics or (Diagnostic(rule="input", message=error.message),)


def written(result: Result, folder: Path) -> Result:
    """Write the job's files."""
    for output in result.files:
        write(folder / output.path, output.data)
    return result


def list_files(results: Sequence[Result], folder: Path) -> None:
    """Renew the manifests and checksums of the leaflets that were built; a failed job is in none."""
    done = [result.outputs or Outputs.none(result.job) for result in results]
    leaflets = {result.job.leaflet.name: result.job.leaflet for result in results}.values()
    for path, data in manifests(leaflets, done, folder=folder).items():
        write(folder / path, data)


def check_writable(folder: Path) -> None:
    """OutputError before any work is done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        os.close(handle)
        Path(name).unlink()
    except OSError as error:
        raise unwritable(folder, error) from None
