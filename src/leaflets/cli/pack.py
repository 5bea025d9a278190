"""`leaflets pack`: one zip with everything that somebody needs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from leaflets.build.approve import approve
from leaflets.build.open import open_files, open_project
from leaflets.build.packing import translator_parcel, zipped
from leaflets.build.plan import plan
from leaflets.build.printing import printer_parcel
from leaflets.build.ticket import Order
from leaflets.cli.console import fails_politely, show
from leaflets.cli.dates import source_date
from leaflets.config.languages import languages_asked
from leaflets.diagnostics import Diagnostic, Severity
from leaflets.errors import InputError
from leaflets.files import Files
from leaflets.language import Language
from leaflets.project import Job, Leaflet, Profile, Project, State
from leaflets.store import write


@click.command("pack")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option("--for", "reader", required=True, type=click.Choice(("translator", "printer")))
@click.option("--format", "formats", multiple=True, metavar="NAME", help="For printers: only this format.")
@click.option("--quantity", default="", metavar="TEXT", help="For printers: stands on the job ticket.")
@click.option("--paper", default="", metavar="TEXT", help="For printers: stands on the job ticket.")
@click.option("--drafts", is_flag=True, help="For printers: also what is not released, to try it out.")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    help="By default dist/translators, dist/printers, or dist/printers-drafts.",
)
@fails_politely
def command(
    *,
    languages: tuple[str, ...],
    reader: str,
    formats: tuple[str, ...],
    quantity: str,
    paper: str,
    drafts: bool,
    folder: Path | None,
) -> int:
    """Write a zip for each language.

    Translators get the catalog, numbered proofs, hand-off files and one page of instructions. Printers get
    print PDFs, a job ticket in the language of the country and in English, fold dummies and checksums, of
    what is released; without LANG for all languages.
    """
    folder = folder or Path("dist") / (f"{reader}s-drafts" if drafts else f"{reader}s")
    if reader == "printer":
        order = Order(quantity=quantity, paper=paper)
        return _for_printers(languages, formats, order, folder, drafts=drafts)
    if drafts:
        raise click.UsageError("--drafts is for printers: translators always get drafts")
    if formats or quantity or paper:
        raise click.UsageError("--format, --quantity and --paper are for printers")
    if not languages:
        raise click.UsageError("Name the languages that translators get.")
    return _for_translators(languages, folder)


def _for_translators(languages: Sequence[str], folder: Path) -> int:
    """1 if a parcel could not be made; the others are."""
    files = open_files(Path.cwd())
    project = open_project(files)
    faults: list[Diagnostic] = []
    wanted = [
        (leaflet, language)
        for leaflet in project.leaflets
        for language in languages_asked(languages, leaflet, project)
    ]
    for leaflet, language in wanted:
        try:
            _pack_translator(leaflet, language, project, files, folder)
        except InputError as error:
            faults += error.diagnostics
    show(faults)
    return int(bool(faults))


def _pack_translator(
    leaflet: Leaflet, language: Language, project: Project, files: Files, folder: Path
) -> None:
    parcel, missing = translator_parcel(leaflet, language, project, files=files)
    stem = f"{leaflet.public_name}-{language.tag}-{leaflet.release.edition}-translator"
    path = folder / f"{stem}.zip"
    write(path, zipped(parcel, folder=stem))
    click.echo(f"{path}: {len(parcel)} files")
    for line in missing:
        click.echo(line, err=True)


def _for_printers(
    languages: tuple[str, ...], formats: tuple[str, ...], order: Order, folder: Path, *, drafts: bool
) -> int:
    """1 if a language was asked for and there is no parcel of it, or if there is none at all."""
    files = open_files(Path.cwd())
    profiles = (Profile.PRINT, Profile.PAGES)
    project = approve(open_project(files), files, today=date.today())
    jobs = plan(project, languages=languages, formats=formats, profiles=profiles, date=source_date())
    parcels: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        parcels.setdefault((job.leaflet.name, job.tag), []).append(job)
    left = [job for job in jobs if not drafts and job.state is State.DRAFT]
    packed = []
    for together in parcels.values():
        chosen = [job for job in together if job not in left]
        if chosen or languages:
            packed.append(_pack_printer(chosen, order=order, files=files, folder=folder))
    failed = not packed or not all(packed)
    if left:
        show((_drafts_left(left, severity=Severity.ERROR if failed else Severity.WARNING),))
    return int(failed)


def _pack_printer(jobs: Sequence[Job], *, order: Order, files: Files, folder: Path) -> bool:
    """Whether a zip was written; its name says so if anything in it is a draft."""
    if not jobs:
        return False
    try:
        parcel, findings = printer_parcel(jobs, order=order, files=files)
    except InputError as error:
        parcel, findings = {}, error.diagnostics
    show(findings)
    if not parcel:
        return False
    leaflet, tag = jobs[0].leaflet, jobs[0].tag
    is_draft = any(job.state is State.DRAFT for job in jobs)
    stem = f"{leaflet.public_name}-{tag}-{leaflet.release.edition}-printer" + ("-DRAFT" if is_draft else "")
    write(folder / f"{stem}.zip", zipped(parcel, folder=stem))
    said = ", with drafts: for the shop's preflight, not for printing" if is_draft else ""
    click.echo(f"{folder / stem}.zip: {len(parcel)} files{said}")
    return True


def _drafts_left(jobs: Sequence[Job], *, severity: Severity) -> Diagnostic:
    rows: dict[str, list[str]] = {}
    for job in jobs:
        rows.setdefault(f"{job.leaflet.name} in {job.tag}", []).append(job.format)
    return Diagnostic(
        rule="not-released",
        severity=severity,
        message="drafts are not packed: a print shop prints what it gets",
        notes=tuple(f"{name}: {', '.join(formats)}" for name, formats in rows.items()),
        help="leaflets review LANG tells what is missing; for the shop's preflight: --drafts",
    )
