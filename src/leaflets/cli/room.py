"""`leaflets status --room LANG`: how long each text may be in print, and how long its translation is."""

import json

import click

from leaflets.build.rooms import Used, used_rooms
from leaflets.cli.console import table, visible
from leaflets.config.languages import languages_asked
from leaflets.files import Disk
from leaflets.project import Project

SCHEMA = 1
SHOWN = 50
"""Characters of a source text."""


def show_room(project: Project, files: Disk, *, tag: str, as_json: bool) -> int:
    """One row a message, the fullest first; 1 if one is longer than its room."""
    found = [
        (leaflet.name, used)
        for leaflet in project.leaflets
        for language in languages_asked((tag,), leaflet, project)
        for used in used_rooms(leaflet, language, project, files=files)
    ]
    found.sort(key=lambda pair: -pair[1].share)
    if as_json:
        rows = [_record(leaflet, used) for leaflet, used in found]
        record = {"schema": SCHEMA, "language": tag, "rows": rows}
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        headings = ("№", "letters", "room", "least in", "", "source")
        table(headings, [_row(used) for _leaflet, used in found], numbers=(0, 1, 2))
        click.echo("Room: about so many letters and spaces, at the smallest type, if all texts take theirs.")
    return int(any(used.share > 1 for _leaflet, used in found))


def _row(used: Used) -> tuple[str, ...]:
    return (
        str(used.number),
        str(used.letters or "-"),
        str(used.room.letters),
        used.room.format,
        "too long" if used.share > 1 else "",
        visible(used.msgid)[:SHOWN],
    )


def _record(leaflet: str, used: Used) -> dict[str, object]:
    return {
        "leaflet": leaflet,
        "number": used.number,
        "msgid": used.msgid,
        "letters": used.letters,
        "room": used.room.letters,
        "format": used.room.format,
    }
