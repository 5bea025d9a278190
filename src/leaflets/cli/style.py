"""`leaflets style`: what style sheets can say, with examples."""

from pathlib import Path

import click

from leaflets.build.open import open_files, open_project
from leaflets.build.style_manual import style_manual
from leaflets.cli.console import fails_politely
from leaflets.store import write


@click.command("style")
@click.option(
    "--output",
    default="dist/style.pdf",
    show_default=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the PDF is written.",
)
@fails_politely
def command(*, output: Path) -> int:
    """Write the manual of style properties, each with examples, in the project's colours and faces."""
    files = open_files(Path.cwd())
    write(output, style_manual(open_project(files), files))
    click.echo(output)
    return 0
