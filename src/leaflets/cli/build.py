"""`leaflets build`: jobs to a folder, with progress and a summary."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from leaflets.build.approve import Review, approve, approved, reviews
from leaflets.build.leftovers import stale_renditions
from leaflets.build.open import open_files, open_project
from leaflets.build.plan import plan
from leaflets.build.run import Result, list_files
from leaflets.cli.console import fails_politely, show, table
from leaflets.cli.dates import source_date
from leaflets.cli.results import format_of, results_of
from leaflets.config.languages import find_language
from leaflets.diagnostics import Diagnostic, Severity
from leaflets.files import Disk
from leaflets.project import Job, Profile, Project, State


@click.command("build")
@click.option("--lang", "languages", multiple=True, metavar="TAG", help="Only this language; repeatable.")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this format; repeatable.")
@click.option(
    "--profile", "profiles", multiple=True, type=click.Choice([p.value for p in Profile]), help="Only this."
)
@click.option("--jobs", "workers", type=click.IntRange(1), help="Processes; by default one a core.")
@click.option("--output", default="dist", show_default=True, type=click.Path(path_type=Path))
@click.option("--release", is_flag=True, help="Only what is approved; say what is missing for the rest.")
@click.option("--quiet", is_flag=True, help="No progress and no table: only what is wrong.")
@fails_politely
def command(
    *,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    profiles: tuple[str, ...],
    workers: int | None,
    output: Path,
    release: bool,
    quiet: bool,
) -> int:
    """Typeset the leaflets into PDFs below dist/: released what is approved, all else as drafts.

    With --release nothing is built that is not approved, and what is missing is an error; what an earlier
    build released and is not approved any more is taken out of the manifest. Files that look released and are
    not any more are named; nothing is deleted.
    """
    files, workers = open_files(Path.cwd()), workers or os.cpu_count() or 1
    project = open_project(files)
    wanted = tuple(Profile(profile) for profile in profiles)
    asked = plan(project, languages=languages, formats=formats)  # refuses what is not known before any work
    missing: list[Diagnostic] = []
    if release:
        found = _reviews(asked, project, files, workers)
        project, missing = approved(project, found), list(_missing(found))
    else:
        project = approve(project, files, today=date.today(), workers=workers)
    jobs = plan(project, languages=languages, formats=formats, profiles=wanted, date=source_date())
    left = [job for job in jobs if release and job.state is State.DRAFT]
    jobs = tuple(job for job in jobs if not release or job.state is State.RELEASED)
    results = results_of(
        jobs, files, folder=output, workers=workers, label="building", done="built", quiet=quiet
    )
    list_files([*results, *(Result(job=job, outputs=None) for job in left)], output)
    whole = not (release and (languages or formats))
    known = {leaflet.name: leaflet.release.proofs for leaflet in project.leaflets}
    stale = stale_renditions(project.leaflets, output, approved=known if whole else None)
    faults = [*missing, *(finding for result in results for finding in result.findings)]
    if wanted and results and not any(result.failed or result.files for result in results):
        faults.append(_no_rendition(profiles))
    show((*faults, *stale))
    if not quiet:
        _summary(results)
    return int(bool(missing) or any(fault.is_error for fault in faults))


def _reviews(jobs: Sequence[Job], project: Project, files: Disk, workers: int) -> tuple[Review, ...]:
    """Of what was asked for; several languages on one sheet ask for all of them."""
    tags = dict.fromkeys(language.tag for job in jobs for language in job.languages)
    return reviews(
        project,
        files,
        today=date.today(),
        languages=[find_language(tag, project.languages) for tag in tags],
        formats=tuple(dict.fromkeys(job.format for job in jobs)),
        workers=workers,
    )


def _no_rendition(profiles: Sequence[str]) -> Diagnostic:
    return Diagnostic(
        rule="nothing-to-build",
        message=f"no format that was asked for has a rendition {' or '.join(profiles)}: no file was written",
        help="leave out --profile to see which renditions there are",
    )


def _missing(found: Sequence[Review]) -> Iterator[Diagnostic]:
    """Faults of texts; those of the pages only where the text is approved."""
    for review in found:
        yield from review.faults or (fault for faults in review.proofs.values() for fault in faults)


def _summary(results: Sequence[Result]) -> None:
    table(
        ("language", "format", "pages", "type", "errors", "warnings", "files", "size", "state"),
        [_row(result) for result in results],
        numbers=(2, 3, 4, 5, 6, 7),
    )


def _row(result: Result) -> tuple[str, ...]:
    outputs, job = result.outputs, result.job
    errors = sum(finding.is_error for finding in result.findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in result.findings)
    return (
        f"{job.tag}  {job.language.autonym}",
        format_of(job),
        str(outputs.pages) if outputs else "-",
        f"{outputs.scale:.2f} pt" if outputs else "-",
        str(errors),
        str(warnings),
        str(len(result.files)),
        f"{sum(len(file.data) for file in result.files) / 1000:.0f} kB",
        "failed" if result.failed else job.state.value,
    )
