"""`leaflets site`: the download site as a folder, and a look at it."""

from datetime import date
from pathlib import Path

import click

from leaflets.build.approve import approve
from leaflets.build.offers import check_built
from leaflets.build.open import open_files, open_project
from leaflets.build.publish import publish, taken_away, undated
from leaflets.cli.console import fails_politely, show
from leaflets.config.site import base_url as read_base_url
from leaflets.config.table import Faults
from leaflets.site.folder import check_folder, earlier, fill
from leaflets.site.naming import size
from leaflets.site.serve import server


@click.command("site")
@click.option("--base-url", metavar="URL", help="Where the site will be: https://example.org/guide/")
@click.option("--drafts", is_flag=True, help="Also what is not released: into another folder, with a banner.")
@click.option("--web-fonts", is_flag=True, help="Fonts for languages whose letters phones may lack.")
@click.option("--from", "built", default="dist", show_default=True, type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), help="By default dist/site, or dist/site-drafts.")
@click.option("--serve", is_flag=True, help="Show it on this machine until Ctrl-C.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@fails_politely
def command(
    *,
    base_url: str | None,
    drafts: bool,
    web_fonts: bool,
    built: Path,
    output: Path | None,
    serve: bool,
    port: int,
) -> int:
    """Write the download site from what `leaflets build` made: released leaflets only."""
    files = open_files(Path.cwd())
    project = open_project(files)
    check_built(project.leaflets, built)
    project = approve(project, files, today=date.today())
    folder = output or built / ("site-drafts" if drafts else "site")
    check_folder(folder)
    before = earlier(folder)
    published = publish(
        project,
        files,
        folder=built,
        drafts=drafts,
        base_url=_address(base_url),
        web_fonts=web_fonts,
        earlier=before,
    )
    gone = () if drafts else tuple(taken_away(published, project, folder=built, earlier=before))
    written = fill(folder, published.files())
    click.echo(
        f"{folder}: {len(written.changed)} files written, {written.kept} unchanged, "
        f"{len(written.removed)} removed"
    )
    show((*gone, *undated(project)))
    for font in sorted(folder.glob("fonts/*.woff2")):
        click.echo(f"{font.relative_to(folder)}: {size(font.stat().st_size)} more for each of its pages")
    if not drafts and not any(shelf.readings for shelf in published.site.shelves):
        click.echo("nothing is released yet; leaflets site --drafts shows what there is", err=True)
    if serve:
        _show(folder, port)
    return 0


def _address(value: str | None) -> str:
    try:
        return read_base_url(value or "")
    except Faults as faults:
        raise click.BadParameter(faults.faults[0].message, param_hint="--base-url") from None


def _show(folder: Path, port: int) -> None:
    with server(folder, port=port) as running:
        click.echo(f"http://127.0.0.1:{running.server_port}/index.html (Ctrl-C ends it)")
        running.serve_forever()
