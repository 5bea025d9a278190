"""`leaflets pictures`: a contact sheet of each format, with all its languages."""

import os
import tempfile
from pathlib import Path

import click

from leaflets.build.contact_sheets import contact_sheets
from leaflets.build.open import open_files, open_project
from leaflets.build.plan import plan
from leaflets.cli.console import fails_politely, show
from leaflets.cli.results import results_of
from leaflets.project import Profile
from leaflets.store import write


@click.command("pictures")
@click.option("--lang", "languages", multiple=True, metavar="TAG", help="Only this language; repeatable.")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this format; repeatable.")
@click.option(
    "--profile",
    type=click.Choice([p.value for p in Profile if p is not Profile.PICTURES]),
    default=Profile.SCREEN.value,
    show_default=True,
    help="Pages in reading order, or the sheets of this rendition.",
)
@click.option("--height", type=click.IntRange(60, 2000), default=280, show_default=True, help="Of a page.")
@click.option("--output", default="dist/pictures", show_default=True, type=click.Path(path_type=Path))
@fails_politely
def command(
    *, languages: tuple[str, ...], formats: tuple[str, ...], profile: str, height: int, output: Path
) -> int:
    """Draw one PNG a format with the pages of all languages, to be looked at."""
    files = open_files(Path.cwd())
    jobs = plan(open_project(files), languages=languages, formats=formats, profiles=(Profile(profile),))
    with tempfile.TemporaryDirectory() as folder:
        results = results_of(
            jobs,
            files,
            folder=Path(folder),
            workers=os.cpu_count() or 1,
            label="drawing",
            done="laid out",
        )
    for name, data in contact_sheets([r.outputs for r in results if r.outputs], height=height):
        write(output / f"{name}-{profile}.png", data)
        click.echo(output / f"{name}-{profile}.png")
    show(finding for result in results for finding in result.findings if finding.is_error)
    return int(any(result.failed for result in results))
