"""`leaflets status`: how far each language is."""

from pathlib import Path

import click

from leaflets.api import open_files, open_project
from leaflets.build.inputs import catalog_path
from leaflets.catalog.message import LookupState, TemplateMessage, look_up
from leaflets.catalog.po import read_catalog
from leaflets.cli.console import fails_politely, table
from leaflets.document.extract import count_words, extract_contacts, extract_layouts
from leaflets.files import Disk
from leaflets.project import Language, Leaflet


@click.command("status")
@fails_politely
def command() -> int:
    """Tell how far each language is, in messages and words of the source."""
    files = open_files(Path.cwd())
    project = open_project(files)
    for leaflet in project.leaflets:
        messages = (*extract_layouts(leaflet.name, files=files), *extract_contacts(project.contacts))
        unique = tuple({message.key: message for message in messages}.values())
        click.echo(f"{leaflet.name}, edition {leaflet.release.edition}: {len(unique)} messages")
        rows = [_row(leaflet, language, unique, files) for language in leaflet.languages]
        headings = ("language", "script", "words", "translated", "fuzzy", "missing", "next step")
        table(headings, rows, numbers=(2, 3, 4, 5))
    return 0


def _row(
    leaflet: Leaflet, language: Language, messages: tuple[TemplateMessage, ...], files: Disk
) -> tuple[str, ...]:
    name = f"{language.tag}  {language.autonym}"
    words = str(count_words(messages))
    if language == leaflet.source:
        return (name, language.script, words, "source", "", "", "approve the text")
    path = catalog_path(language, leaflet.name)
    if not files.exists(path):
        return (name, language.script, words, "0", "0", str(len(messages)), f"write {path}")
    catalog = read_catalog(files, path, tag=language.tag)
    states = [
        look_up(catalog, m.msgid, context=m.context, source_tag=leaflet.source.tag).state for m in messages
    ]
    missing, fuzzy = states.count(LookupState.UNTRANSLATED), states.count(LookupState.FUZZY)
    step = "translate what is missing" if missing else "check what is fuzzy" if fuzzy else "review the text"
    done = states.count(LookupState.TRANSLATED)
    return (name, language.script, words, str(done), str(fuzzy), str(missing), step)
