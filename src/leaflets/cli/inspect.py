"""`leaflets inspect`: the middle forms of one leaflet as text."""

from pathlib import Path

import click

from leaflets.build.job import lay_out, output_of
from leaflets.build.open import open_files, open_project
from leaflets.build.plan import plan
from leaflets.cli.console import fails_politely
from leaflets.document.dump import dump_document
from leaflets.pages.dump import dump_lines, dump_pages
from leaflets.preflight.aloud import dump_tags
from leaflets.project import Profile

STAGES = ("document", "lines", "pages", "tags")


@click.command("inspect")
@click.option("--stage", type=click.Choice(STAGES), required=True, help="Which middle form.")
@click.option("--lang", "language", required=True, metavar="TAG")
@click.option("--format", "name", metavar="NAME", help="By default the first.")
@fails_politely
def command(*, stage: str, language: str, name: str | None) -> int:
    """Print what a stage made of one leaflet: document, lines, pages, or what a screen reader says."""
    files = open_files(Path.cwd())
    project = open_project(files)
    formats = (name,) if name else ()
    for job in plan(project, languages=(language,), formats=formats)[:1]:
        laid = lay_out(job, files)
        if stage == "document":
            click.echo(dump_document(laid.document), nl=False)
        elif stage == "tags":
            click.echo(dump_tags(output_of(job, laid, Profile.SCREEN, files).data), nl=False)
        else:
            click.echo((dump_lines if stage == "lines" else dump_pages)(laid.pages), nl=False)
    return 0
