"""`leaflets extract`: layouts and contacts to `locales/<leaflet>.pot`."""

from pathlib import Path

import click

from leaflets.api import open_files, open_project
from leaflets.catalog.po import write_pot
from leaflets.cli.console import fails_politely
from leaflets.document.extract import count_words, extract_contacts, extract_layouts
from leaflets.errors import OutputError


@click.command("extract")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if the POT is out of date.")
@fails_politely
def command(*, check: bool) -> int:
    """Collect the texts of layouts and contacts into locales/<leaflet>.pot."""
    files = open_files(Path.cwd())
    project = open_project(files)
    due = False
    for leaflet in project.leaflets:
        messages = (*extract_layouts(leaflet.name, files=files), *extract_contacts(project.contacts))
        path = Path("locales") / f"{leaflet.name}.pot"
        text = write_pot(messages, project=leaflet.name)
        changed = not path.is_file() or path.read_text(encoding="utf-8") != text
        due = due or changed
        click.echo(f"{path}: {len({m.key for m in messages})} messages, {count_words(messages)} words")
        if changed and not check:
            _write(path, text)
    if check and due:
        click.echo("the POT is out of date; run: leaflets extract", err=True)
    return int(check and due)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}; check its permissions") from None
