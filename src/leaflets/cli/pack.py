"""`leaflets pack`: one zip with everything that somebody needs."""

from pathlib import Path

import click

from leaflets.build.open import open_files, open_project
from leaflets.build.packing import translator_parcel, zipped
from leaflets.cli.console import fails_politely
from leaflets.config.languages import find_language
from leaflets.files import Disk
from leaflets.store import write


@click.command("pack")
@click.argument("languages", nargs=-1, required=True, metavar="LANG...")
@click.option("--for", "reader", required=True, type=click.Choice(("translator",)))
@click.option(
    "--to", "folder", default="dist/translators", show_default=True, type=click.Path(path_type=Path)
)
@fails_politely
def command(*, languages: tuple[str, ...], reader: str, folder: Path) -> int:
    """Write a zip for each language: catalog, numbered proofs, hand-off files, one page of instructions."""
    files, own = open_files(Path.cwd()), Disk((Path.cwd(),))
    project = open_project(files)
    for leaflet in project.leaflets:
        for language in [find_language(tag, leaflet.languages) for tag in languages]:
            parcel, missing = translator_parcel(leaflet, language, project, files=files, own=own)
            stem = f"{leaflet.public_name}-{language.tag}-{leaflet.release.edition}-{reader}"
            path = folder / f"{stem}.zip"
            write(path, zipped(parcel, folder=stem))
            click.echo(f"{path}: {len(parcel)} files")
            for line in missing:
                click.echo(line, err=True)
    return 0
