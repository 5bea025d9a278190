"""`leaflets update`: catalogs get the messages of today's layouts and contacts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from leaflets.build.catalogs import lacks_words, template, told, updated, updated_words
from leaflets.build.inputs import WORDS, catalog_path, find_catalog
from leaflets.build.open import open_files, open_project
from leaflets.catalog.merge import Merged, merged
from leaflets.cli.console import fails_politely, show
from leaflets.config.languages import find_language, is_named, languages_asked, shipped_languages
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError, InputError
from leaflets.files import Disk
from leaflets.language import Language
from leaflets.project import Leaflet, Project
from leaflets.resources import data_path
from leaflets.store import replace

OWN_WORDS = "src/leaflets/data/locales"
"""In the repository of the toolkit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One catalog, before and after."""

    path: str
    old: bytes
    result: Merged

    @property
    def due(self) -> bool:
        return self.old != self.result.data


@click.command("update")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if a catalog is out of date.")
@fails_politely
def command(*, languages: tuple[str, ...], check: bool) -> int:
    """Give catalogs the messages of today's layouts and contacts, as msgmerge would.

    Translations of changed texts are kept and marked fuzzy, with the old source text beside them; what is no
    longer used moves to the end. Entries that did not change keep every byte. In the repository of the
    toolkit its own words (src/leaflets/data/locales) are updated too.
    """
    files = open_files(Path.cwd())
    project = open_project(files)
    faults: list[Diagnostic] = []
    due = False
    for leaflet in project.leaflets:
        pot = template(leaflet, project, files=files)
        for language in languages_asked(languages, leaflet, project):
            if language == leaflet.source and not languages:
                continue
            try:
                update = _update(leaflet, language, project, pot, files, named=bool(languages))
            except InputError as error:
                faults += error.diagnostics
                continue
            if update is not None:
                due = due or update.due
                _finish(update, check=check)
    for update in (*_words(project, languages, files), *_toolkit(project, languages)):
        due = due or update.due
        _finish(update, check=check)
    show(faults)
    if check and due:
        click.echo("catalogs are out of date; run: leaflets update", err=True)
    return int(bool(faults) or (check and due))


def _update(
    leaflet: Leaflet, language: Language, project: Project, pot: bytes, files: Disk, *, named: bool
) -> Update | None:
    path = find_catalog(language, leaflet.name, files=files)
    if path is not None:
        old = files.read(path)
        return Update(
            path=path, old=old, result=updated(old, pot, leaflet=leaflet, project=project, file=path)
        )
    if named:
        raise CatalogError.of(_no_catalog(leaflet, language))
    click.echo(f"{language.tag}: no catalog yet; run: leaflets add {language.tag}")
    return None


def _words(project: Project, tags: Sequence[str], files: Disk) -> Iterator[Update]:
    """The project's own catalogs of the toolkit's words, in languages in which these do not come with it."""
    if project.leaflet(WORDS) is not None:
        return
    wanted = [find_language(tag, project.languages) for tag in tags] or project.languages
    for language in filter(lacks_words, wanted):
        path = find_catalog(language, WORDS, files=files)
        if path is not None:
            old = files.read(path)
            yield Update(path=path, old=old, result=updated_words(old, file=path))


def _toolkit(project: Project, tags: Sequence[str]) -> Iterator[Update]:
    """The catalogs of the toolkit's own words, where this folder is its repository and not only a project.

    It may be installed within the folder of a project, in .venv.
    """
    root, folder = Path.cwd(), data_path("locales")
    if folder.resolve() != (root / OWN_WORDS).resolve():
        return
    known = {language.tag: language for language in shipped_languages()}
    known |= {language.tag: language for language in project.languages}
    wanted = [find_language(tag, tuple(known.values())) for tag in tags]
    for pot in sorted(folder.glob("*.pot")):
        for path in sorted(folder.glob(f"*/LC_MESSAGES/{pot.stem}.po")):
            if not wanted or any(is_named(language, path.parts[-3]) for language in wanted):
                name, old = path.relative_to(root).as_posix(), path.read_bytes()
                yield Update(path=name, old=old, result=merged(old, pot.read_bytes(), file=name))


def _finish(update: Update, *, check: bool) -> None:
    click.echo(f"{update.path}: {_summary(update, check=check)}")
    if not check:
        replace(Path(update.path), update.result.data, old=update.old)
    show(told(update.result, file=update.path))


def _summary(update: Update, *, check: bool) -> str:
    if not update.due:
        return "unchanged"
    result = update.result
    counts = (
        (len(result.missing), "to translate"),
        (len(result.similar), "to check (fuzzy)"),
        (len(result.revived), "in use again"),
        (len(result.dropped), "no longer used"),
    )
    said = ", ".join(f"{count} {what}" for count, what in counts if count) or "only comments differ"
    return f"out of date: {said}" if check else said


def _no_catalog(leaflet: Leaflet, language: Language) -> Diagnostic:
    return Diagnostic(
        rule="no-catalog",
        message=f'the leaflet "{leaflet.name}" has no catalog in {language.english}',
        place=Place(file=catalog_path(language, leaflet.name)),
        help=f"run: leaflets add {language.tag}",
    )
