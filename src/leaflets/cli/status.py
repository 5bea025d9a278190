"""`leaflets status`: how far each language is, as a table, as JSON or as one HTML file."""

import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from leaflets.build.leftovers import stale_renditions
from leaflets.build.open import open_files, open_project
from leaflets.build.status import Row, status
from leaflets.build.status_page import status_page
from leaflets.cli.console import fails_politely, show, table
from leaflets.cli.fit import show_fit
from leaflets.cli.room import show_room
from leaflets.diagnostics import Diagnostic

SCHEMA = 1
"""Of the JSON form; changes when a key does."""


@click.command("status")
@click.option(
    "--format", "shape", type=click.Choice(("table", "json", "html")), default="table", show_default=True
)
@click.option(
    "--fit/--no-fit",
    default=None,
    help="Only how every rendition fits; or do not lay out pages at all.  [default: both in short]",
)
@click.option("--room", "tag", metavar="LANG", help="Only how long each text of a language may be in print.")
@click.option(
    "--output",
    "folder",
    default="dist",
    show_default=True,
    type=click.Path(path_type=Path),
    help="What `leaflets build` wrote.",
)
@click.option("--jobs", "workers", type=click.IntRange(1), help="Processes; by default one a core.")
@fails_politely
def command(*, shape: str, fit: bool | None, tag: str | None, folder: Path, workers: int | None) -> int:
    """Tell how far each language is: translation, findings, approval, fit, and the next step.

    Files of earlier builds that look released and must not be handed out any more are named.
    """
    files = open_files(Path.cwd())
    project = open_project(files)
    if tag and shape == "html":
        raise click.UsageError("--room is told as a table, or as --format json")
    if tag:
        return show_room(project, files, tag=tag, as_json=shape == "json")
    if fit and shape == "table":
        return show_fit(project, files, workers=workers or os.cpu_count() or 1)
    cores = workers or os.cpu_count() or 1
    rows = status(project, files, today=date.today(), pages=fit is not False, workers=cores, built=folder)
    stale = tuple(stale_renditions(project.leaflets, folder, approved=_approved(rows)))
    if shape == "json":
        record = {
            "schema": SCHEMA,
            "rows": list(map(_record, rows)),
            "stale_renditions": list(map(_stale_record, stale)),
        }
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    elif shape == "html":
        editions = {leaflet.name: leaflet.release.edition for leaflet in project.leaflets}
        click.echo(status_page(rows, editions=editions, stale=stale), nl=False)
    else:
        for leaflet in project.leaflets:
            own = [row for row in rows if row.leaflet == leaflet.name]
            whole = own[0].progress
            click.echo(
                f"{leaflet.name}, edition {leaflet.release.edition}:"
                f" {whole.messages} messages, {whole.words} words, {len(own)} languages"
            )
            _table(own)
        show(stale)
    return 0


def _approved(rows: Sequence[Row]) -> dict[str, dict[tuple[str, str], str]]:
    found: dict[str, dict[tuple[str, str], str]] = {row.leaflet: {} for row in rows}
    for row in rows:
        found[row.leaflet] |= {(row.language.tag, name): digest for name, digest in row.released.items()}
    return found


def _stale_record(found: Diagnostic) -> dict[str, object]:
    return {
        "folder": found.place.file if found.place else "",
        "message": found.message,
        "files": found.notes,
        "help": found.help,
    }


def _table(rows: Sequence[Row]) -> None:
    headings = (
        "language",
        "words",
        "done",
        "fuzzy",
        "missing",
        "err",
        "warn",
        "review",
        "type",
        "changed",
        "next step",
    )
    table(headings, [_cells(row) for row in rows], numbers=(1, 2, 3, 4, 5, 6, 8))


def _cells(row: Row) -> tuple[str, ...]:
    progress = row.progress
    return (
        f"{row.language.tag}  {row.language.autonym}",
        f"{progress.translated_words}/{progress.words}",
        "source" if row.is_source else f"{progress.share:.0%}",
        str(progress.fuzzy or ""),
        str(progress.missing or ""),
        str(row.errors or ""),
        str(row.warnings or ""),
        row.review,
        row.type_told or "-",
        row.changed or "-",
        row.next_step,
    )


def _record(row: Row) -> dict[str, object]:
    progress = row.progress
    return {
        "leaflet": row.leaflet,
        "language": row.language.tag,
        "name": row.language.autonym,
        "source": row.is_source,
        "messages": progress.messages,
        "translated": progress.translated,
        "fuzzy": progress.fuzzy,
        "missing": progress.missing,
        "words": progress.words,
        "translated_words": progress.translated_words,
        "errors": row.errors,
        "warnings": row.warnings,
        "notes": row.notes,
        "review": row.review,
        "fit": [
            {"format": fit.format, "scale": round(fit.scale, 2), "overset": fit.is_overset}
            for fit in row.fits
        ],
        "changed": row.changed or None,
        "next_step": row.next_step,
    }
