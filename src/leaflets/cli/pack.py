"""`leaflets pack`: one zip with everything that somebody needs."""

from collections.abc import Iterable
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
from leaflets.config.languages import find_language
from leaflets.project import Job, Profile
from leaflets.store import write


@click.command("pack")
@click.argument("languages", nargs=-1, metavar="LANG...")
@click.option("--for", "reader", required=True, type=click.Choice(("translator", "printer")))
@click.option("--format", "formats", multiple=True, metavar="NAME", help="For printers: only this format.")
@click.option("--quantity", default="", metavar="TEXT", help="For printers: stands on the job ticket.")
@click.option("--paper", default="", metavar="TEXT", help="For printers: stands on the job ticket.")
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), help="By default dist/translators or dist/printers."
)
@fails_politely
def command(
    *,
    languages: tuple[str, ...],
    reader: str,
    formats: tuple[str, ...],
    quantity: str,
    paper: str,
    folder: Path | None,
) -> int:
    """Write a zip for each language.

    Translators get the catalog, numbered proofs, hand-off files and one page of instructions. Printers get
    print PDFs, a job ticket in the language of the country and in English, fold dummies and checksums;
    without LANG for all languages.
    """
    folder = folder or Path("dist") / f"{reader}s"
    if reader == "printer":
        return _for_printers(languages, formats, Order(quantity=quantity, paper=paper), folder)
    if not languages:
        raise click.UsageError("Name the languages that translators get.")
    return _for_translators(languages, folder)


def _for_translators(languages: Iterable[str], folder: Path) -> int:
    files = open_files(Path.cwd())
    project = open_project(files)
    for leaflet in project.leaflets:
        for language in [find_language(tag, leaflet.languages) for tag in languages]:
            parcel, missing = translator_parcel(leaflet, language, project, files=files)
            stem = f"{leaflet.public_name}-{language.tag}-{leaflet.release.edition}-translator"
            path = folder / f"{stem}.zip"
            write(path, zipped(parcel, folder=stem))
            click.echo(f"{path}: {len(parcel)} files")
            for line in missing:
                click.echo(line, err=True)
    return 0


def _for_printers(languages: tuple[str, ...], formats: tuple[str, ...], order: Order, folder: Path) -> int:
    files = open_files(Path.cwd())
    profiles = (Profile.PRINT, Profile.PAGES)
    project = approve(open_project(files), files, today=date.today())
    jobs = plan(project, languages=languages, formats=formats, profiles=profiles, date=source_date())
    parcels: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        parcels.setdefault((job.leaflet.name, job.tag), []).append(job)
    failed = False
    for (_leaflet, tag), together in parcels.items():
        parcel, findings = printer_parcel(together, order=order, files=files)
        show(findings)
        failed = failed or not parcel
        if parcel:
            leaflet = together[0].leaflet
            stem = f"{leaflet.public_name}-{tag}-{leaflet.release.edition}-printer"
            write(folder / f"{stem}.zip", zipped(parcel, folder=stem))
            click.echo(f"{folder / stem}.zip: {len(parcel)} files")
    return int(failed)
