"""`leaflets fix`: small faults of catalogs are mended that need no knowledge of the language."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from leaflets.build.inputs import find_catalog
from leaflets.build.open import open_files, open_project
from leaflets.catalog.fixes import FIXES, Fixed, fixes
from leaflets.catalog.reader import lex
from leaflets.catalog.splices import edited
from leaflets.cli.console import fails_politely, show, visible
from leaflets.config.languages import languages_asked
from leaflets.diagnostics import Diagnostic
from leaflets.errors import InputError
from leaflets.files import Disk
from leaflets.language import Language
from leaflets.project import Leaflet
from leaflets.store import replace


@click.command("fix")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option(
    "--only", multiple=True, type=click.Choice(tuple(FIXES)), help="Only faults of this rule; repeatable."
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@fails_politely
def command(*, languages: tuple[str, ...], only: tuple[str, ...], dry_run: bool) -> int:
    """Mend loose marks, spaces, line breaks at the ends, invisible characters and entities in catalogs.

    Shows every change. Nothing else in the files is touched, and nothing that a comment `# ignore: RULE` or
    `[checks] ignore` in leaflets.toml wants to stay.
    """
    files = open_files(Path.cwd())
    project = open_project(files)
    rules = only or tuple(rule for rule in FIXES if rule not in project.checks.ignore)
    faults: list[Diagnostic] = []
    for leaflet in project.leaflets:
        for language, path in _catalogs(leaflet, languages_asked(languages, leaflet, project), files):
            try:
                _fix(path, language, files, rules, dry_run=dry_run)
            except InputError as error:
                faults += error.diagnostics
    show(faults)
    return int(bool(faults))


def _catalogs(leaflet: Leaflet, wanted: Sequence[Language], files: Disk) -> Iterator[tuple[Language, str]]:
    for language in wanted:
        path = find_catalog(language, leaflet.name, files=files)
        if path is not None:
            yield language, path


def _fix(path: str, language: Language, files: Disk, rules: Sequence[str], *, dry_run: bool) -> None:
    data = files.read(path)
    found = tuple(fixes(lex(data, file=path), language, rules=rules))
    for fixed in found:
        _tell(fixed, path)
    if found and not dry_run:
        replace(Path(path), edited(data, [fixed.change for fixed in found], file=path), old=data)
    done = "would change" if dry_run else "changed"
    click.echo(f"{path}: {f'{len(found)} messages {done}' if found else 'nothing to mend'}")


def _tell(fixed: Fixed, path: str) -> None:
    """Place and rules, and both texts with invisible characters named."""
    click.echo(f"{path}:{fixed.entry.texts[0].line}: {', '.join(fixed.rules)}")
    for field, text in zip(fixed.entry.texts, fixed.texts, strict=True):
        if field.value != text:
            click.secho(f"  - {_shown(field.value)}", fg="red")
            click.secho(f"  + {_shown(text)}", fg="green")


def _shown(text: str) -> str:
    return '"' + visible(text.replace("\n", "\\n").replace("\u00a0", "⟨U+00A0⟩")) + '"'
