"""`leaflets export`: texts for people who translate in a spreadsheet or a word processor."""

from pathlib import Path

import click

from leaflets.build.catalogs import has_own_words, words_of
from leaflets.build.exchange import INSTRUCTIONS, make_handoff
from leaflets.build.open import open_files, open_project
from leaflets.build.rooms import message_rooms
from leaflets.cli.console import fails_politely
from leaflets.config.languages import languages_asked
from leaflets.exchange.spreadsheet import write_spreadsheet
from leaflets.exchange.word import write_word
from leaflets.language import Language
from leaflets.project import Leaflet, Project
from leaflets.store import write_new

WRITERS = {"xlsx": write_spreadsheet, "docx": write_word}


@click.command("export")
@click.argument("languages", nargs=-1, required=True, metavar="LANG...")
@click.option("--to", "folder", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--as", "kinds", multiple=True, type=click.Choice(tuple(WRITERS)), help="By default both.")
@click.option("--reference", metavar="TAG", help="Show this language too; by default that of the country.")
@click.option("--room/--no-room", default=True, help="Tell how long each text may be.  [default: room]")
@fails_politely
def command(
    *, languages: tuple[str, ...], folder: Path, kinds: tuple[str, ...], reference: str | None, room: bool
) -> int:
    """Write an .xlsx and a .docx for each language, made for a phone; `leaflets import` takes them back."""
    files = open_files(Path.cwd())
    project = open_project(files)
    made: dict[Path, bytes] = {}
    told: list[str] = []
    words = words_of(project)
    for leaflet in (*project.leaflets, words):
        for language in languages_asked(languages, leaflet, project):
            if leaflet is words and not has_own_words(language, project, files=files):
                continue
            second = _reference(leaflet, language, project, asked=reference)
            is_measured = room and leaflet is not words
            rooms = message_rooms(leaflet, language, project, files=files) if is_measured else {}
            handoff = make_handoff(leaflet, language, project, files=files, reference=second, rooms=rooms)
            for kind in kinds or tuple(WRITERS):
                path = folder / f"{leaflet.public_name}-{language.tag}-{leaflet.release.edition}.{kind}"
                made[path] = WRITERS[kind](handoff, instructions=INSTRUCTIONS)
                told.append(f"{path}: {len(handoff.items)} texts")
    write_new(made)
    click.echo("\n".join(told))
    return 0


def _reference(
    leaflet: Leaflet, language: Language, project: Project, *, asked: str | None
) -> Language | None:
    """Not the language itself, nor the one that is shown anyway, nor one that the leaflet is not in."""
    found = next(iter(languages_asked((asked,), leaflet, project)), None) if asked else leaflet.host
    return None if found in (language, leaflet.source) else found
