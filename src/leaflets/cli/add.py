"""`leaflets add`: a new language gets a catalog for each leaflet, and its place in leaflets.toml."""

from pathlib import Path

import click

from leaflets.build.catalogs import lacks_words, new_catalog, new_words, template
from leaflets.build.inputs import WORDS, catalog_path, find_catalog
from leaflets.build.open import open_files, open_project
from leaflets.cli.console import fails_politely
from leaflets.config.edit import with_language
from leaflets.config.languages import find_language
from leaflets.config.project import PROJECT_FILE, known_languages
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError
from leaflets.files import Files
from leaflets.language import Language
from leaflets.project import Leaflet
from leaflets.store import replace


@click.command("add")
@click.argument("tag", metavar="LANG")
@click.option("--leaflet", "names", multiple=True, metavar="NAME", help="Only this leaflet; repeatable.")
@fails_politely
def command(*, tag: str, names: tuple[str, ...]) -> int:
    """Begin a translation: an empty catalog for each leaflet, and LANG in leaflets.toml.

    Where the toolkit's own words ("Free call", "Hours: not known") are not translated into LANG, they get a
    catalog too.
    """
    files = open_files(Path.cwd())
    project = open_project(files)
    language = find_language(tag, known_languages(files))
    leaflets = [leaflet for leaflet in project.leaflets if not names or leaflet.name in names]
    if not leaflets:
        known = ", ".join(leaflet.name for leaflet in project.leaflets)
        raise click.UsageError(f"there is no such leaflet; there are: {known}")
    for leaflet in leaflets:
        if language == leaflet.source:
            raise CatalogError.of(_source(leaflet, language))
    there = [path for leaflet in leaflets if (path := find_catalog(language, leaflet.name, files=files))]
    begun = _begin_words(language, files)
    if len(there) == len(leaflets) and all(language in leaflet.languages for leaflet in leaflets):
        if begun:
            return 0
        raise CatalogError.of(_already(there[0], language))
    for leaflet in leaflets:
        if find_catalog(language, leaflet.name, files=files) is None:
            data = new_catalog(leaflet, language, template(leaflet, project, files=files))
            replace(Path(catalog_path(language, leaflet.name)), data, old=None)
            click.echo(
                f"{catalog_path(language, leaflet.name)}: written; translate it with any gettext editor"
            )
        if language not in leaflet.languages:
            _join(leaflet.name, language)
    return 0


def _begin_words(language: Language, files: Files) -> bool:
    """Whether a catalog of the toolkit's words was written: where it lacks some, and the project has none."""
    if not lacks_words(language) or find_catalog(language, WORDS, files=files) is not None:
        return False
    path = catalog_path(language, WORDS)
    replace(Path(path), new_words(language), old=None)
    click.echo(f"{path}: written; translate what pages say besides the leaflet's own texts")
    return True


def _join(leaflet: str, language: Language) -> None:
    """Write the tag into the leaflet's list, or tell that somebody has to."""
    path = Path(PROJECT_FILE)
    old = path.read_bytes()
    new = with_language(old.decode(), leaflet=leaflet, tag=language.tag)
    if new is None:
        click.echo(f'{PROJECT_FILE}: add "{language.tag}" to the languages of [leaflet.{leaflet}]')
        return
    replace(path, new.encode(), old=old)
    click.echo(f'{PROJECT_FILE}: "{language.tag}" is one of the languages of {leaflet}')


def _source(leaflet: Leaflet, language: Language) -> Diagnostic:
    return Diagnostic(
        rule="source-catalog",
        message=f"{leaflet.name} is written in {language.english}: a catalog would never be printed",
        place=Place(file=PROJECT_FILE),
        notes=("nothing was changed",),
        help=f"change the text in layouts/{leaflet.name}, or name another leaflet with --leaflet",
    )


def _already(path: str, language: Language) -> Diagnostic:
    return Diagnostic(
        rule="catalog-exists",
        message=f"{language.english} has a catalog already",
        place=Place(file=path),
        notes=("nothing was changed, so that no translation is lost",),
        help=f"run: leaflets update {language.tag}",
    )
