"""`leaflets extract`: layouts and contacts to `locales/<leaflet>.pot`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from leaflets.build.messages import leaflet_messages, message_places
from leaflets.build.open import open_files, open_project
from leaflets.catalog.message import Key, TemplateMessage
from leaflets.catalog.po import write_pot
from leaflets.cli.console import fails_politely
from leaflets.document.extract import count_words, plain_texts
from leaflets.document.readability import PLAIN, reading_ease
from leaflets.project import Leaflet
from leaflets.store import replace


@click.command("extract")
@click.option(
    "--check", is_flag=True, help="Write nothing; exit code 1 if the POT is out of date or too long."
)
@fails_politely
def command(*, check: bool) -> int:
    """Collect the texts of layouts and contacts into locales/<leaflet>.pot."""
    files = open_files(Path.cwd())
    project = open_project(files)
    due = is_long = False
    for leaflet in project.leaflets:
        messages = leaflet_messages(leaflet, project, files=files)
        path = Path("locales") / f"{leaflet.name}.pot"
        old = path.read_bytes() if path.is_file() else None
        new = write_pot(messages, project=leaflet.name).encode()
        words = count_words(messages)
        click.echo(
            f"{path}: {len({m.key for m in messages})} messages, {words} words"
            f"{_told(changed=new != old, check=check)}"
        )
        if leaflet.max_source_words is not None and words > leaflet.max_source_words:
            is_long = True
            click.echo(_too_long(leaflet.name, words, most=leaflet.max_source_words), err=True)
        click.echo(_words_by_format(leaflet, messages, message_places(leaflet, project, files=files)))
        if leaflet.source.tag.partition("-")[0] == "en":
            ease = reading_ease(plain_texts(messages))
            click.echo(f"reading ease {ease:.0f} (Flesch; {PLAIN:.0f} or more is plain English)")
        due = due or new != old
        if not check:
            replace(path, new, old=old)
    if check and due:
        click.echo("the POT is out of date; run: leaflets extract", err=True)
    return int(check and (due or is_long))


def _words_by_format(
    leaflet: Leaflet, messages: Sequence[TemplateMessage], shown: Mapping[Key, Mapping[str, object]]
) -> str:
    """What a reader of each format gets: `words: trifold 462, card 60`."""
    counts = {
        name: count_words(message for message in messages if name in shown.get(message.key, {}))
        for name in leaflet.formats
    }
    return "words: " + ", ".join(f"{name} {count}" for name, count in counts.items())


def _too_long(name: str, words: int, *, most: int) -> str:
    return (
        f"leaflets.toml: {name} has {words - most} words more than max_source_words = {most}; "
        "shorten the text in its layouts, or allow more"
    )


def _told(*, changed: bool, check: bool) -> str:
    if not changed:
        return ", unchanged"
    return ", out of date" if check else ", written"
