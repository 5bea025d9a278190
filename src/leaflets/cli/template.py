"""`leaflets template`: what a designer draws on."""

from pathlib import Path

import click

from leaflets.build.open import open_files, open_project
from leaflets.build.plan import pages_job, plan
from leaflets.build.templates import side_templates
from leaflets.cli.console import fails_politely
from leaflets.store import write


@click.command("template")
@click.argument("name", metavar="FORMAT")
@click.option("--svg", is_flag=True, help="SVG with layers, in millimetres: the only kind there is.")
@click.option("--rtl", is_flag=True, help="For languages that are read from right to left.")
@click.option("--output", default="dist/templates", show_default=True, type=click.Path(path_type=Path))
@fails_politely
def command(*, name: str, svg: bool, rtl: bool, output: Path) -> int:
    """Write a template of each side: trim, bleed, folds, safe area and names of panels."""
    files = open_files(Path.cwd())
    project = open_project(files)
    named = {job.leaflet.name: job.leaflet for job in plan(project, formats=(name,))}
    for leaflet in named.values():
        job = pages_job(project, leaflet, leaflet.source, name)
        for side, data in side_templates(job, files, rtl=rtl):
            path = output / f"{leaflet.public_name}-{name}-{side}{'-rtl' if rtl else ''}.svg"
            write(path, data)
            click.echo(path)
    return 0
