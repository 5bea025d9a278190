"""`leaflets build`: jobs to a folder, with progress and a summary."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from leaflets.build.open import open_files, open_project
from leaflets.build.plan import plan
from leaflets.build.run import Result, list_files, run_jobs
from leaflets.cli.console import fails_politely, progress, show, table
from leaflets.cli.dates import source_date
from leaflets.diagnostics import Severity
from leaflets.files import Disk
from leaflets.project import Job, Profile


@click.command("build")
@click.option("--lang", "languages", multiple=True, metavar="TAG", help="Only this language; repeatable.")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this format; repeatable.")
@click.option(
    "--profile", "profiles", multiple=True, type=click.Choice([p.value for p in Profile]), help="Only this."
)
@click.option("--jobs", "workers", type=click.IntRange(1), help="Processes; by default one a core.")
@click.option("--output", default="dist", show_default=True, type=click.Path(path_type=Path))
@click.option("--quiet", is_flag=True, help="Only errors.")
@fails_politely
def command(
    *,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    profiles: tuple[str, ...],
    workers: int | None,
    output: Path,
    quiet: bool,
) -> int:
    """Typeset the leaflets into PDFs below dist/."""
    files = open_files(Path.cwd())
    project = open_project(files)
    wanted = tuple(Profile(profile) for profile in profiles)
    jobs = plan(project, languages=languages, formats=formats, profiles=wanted, date=source_date())
    results = _run(jobs, files, output, workers or os.cpu_count() or 1, quiet=quiet)
    show(finding for result in results for finding in result.findings)
    if not quiet:
        _summary(results)
    return int(any(result.failed for result in results))


def _run(jobs: Sequence[Job], files: Disk, output: Path, workers: int, *, quiet: bool) -> list[Result]:
    found: dict[str, Result] = {}
    with progress(len(jobs), label="building", quiet=quiet) as advance:
        for result in run_jobs(jobs, files, folder=output, workers=workers):
            found[result.job.name] = result
            advance(f"{result.job.name}: {'failed' if result.failed else 'built'}")
    results = [found[job.name] for job in jobs]
    list_files(results, output)
    return results


def _summary(results: Sequence[Result]) -> None:
    table(
        ("language", "format", "pages", "type", "errors", "warnings", "files", "size", "state"),
        [_row(result) for result in results],
        numbers=(2, 3, 4, 5, 6, 7),
    )


def _row(result: Result) -> tuple[str, ...]:
    outputs, job = result.outputs, result.job
    files = outputs.files if outputs else ()
    errors = sum(finding.is_error for finding in result.findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in result.findings)
    return (
        f"{job.tag}  {job.language.autonym}",
        job.format,
        str(outputs.pages) if outputs else "-",
        f"{outputs.scale:.2f} pt" if outputs else "-",
        str(errors),
        str(warnings),
        str(len(files)),
        f"{sum(len(file.data) for file in files) / 1000:.0f} kB",
        job.state.value,
    )
