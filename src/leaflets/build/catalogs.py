"""A leaflet to its template, and to the catalogs of its languages as they stand on disk."""

import re
from collections.abc import Iterator
from dataclasses import replace

from leaflets.build.inputs import WORDS, catalog_path, find_catalog, toolkit_catalog
from leaflets.build.messages import leaflet_messages
from leaflets.catalog.merge import Merged, merged
from leaflets.catalog.po import write_header, write_pot
from leaflets.catalog.reader import lex
from leaflets.catalog.strict import written_oddly
from leaflets.config.languages import find_language, shipped_languages
from leaflets.diagnostics import Diagnostic, Place, Severity
from leaflets.errors import CatalogError
from leaflets.files import Files
from leaflets.language import ENGLISH, Language
from leaflets.project import Leaflet, Project
from leaflets.resources import data_path

FEW = 3
"""So few translations may all be of texts that changed; more mean that the catalog is of another leaflet."""


def words_of(project: Project) -> Leaflet:
    """The toolkit's own words as if they were a leaflet, to be handed out and taken back like one."""
    first = project.leaflets[0]
    return replace(
        first,
        name=WORDS,
        public_name=f"{first.public_name}-words",
        source=find_language(ENGLISH, shipped_languages()),
        languages=project.languages,
    )


def has_own_words(language: Language, project: Project, *, files: Files) -> bool:
    """Whether the project translates the toolkit's words itself; a leaflet may bear their name."""
    return project.leaflet(WORDS) is None and find_catalog(language, WORDS, files=files) is not None


def template(leaflet: Leaflet, project: Project, *, files: Files) -> bytes:
    """The leaflet's .pot file, made anew: never older than the layouts."""
    if leaflet.name == WORDS and project.leaflet(WORDS) is None:
        return _words_template()
    return write_pot(leaflet_messages(leaflet, project, files=files), project=leaflet.name).encode()


def new_catalog(leaflet: Leaflet, language: Language, template: bytes) -> bytes:
    """A catalog without any translation."""
    header = write_header(
        project=leaflet.name, tag=language.tag, english=language.english, plural=language.plural
    )
    return merged(header.encode(), template, file=catalog_path(language, leaflet.name)).data


def lacks_words(language: Language) -> bool:
    """Whether some of the toolkit's words are not translated, so that a project needs a catalog of them.

    They are written in English.
    """
    if language.tag == ENGLISH:
        return False
    shipped = toolkit_catalog(language, WORDS)
    return shipped is None or not all(one.is_translated and not one.fuzzy for one in shipped.messages)


def updated_words(data: bytes, *, file: str) -> Merged:
    """A project's catalog of the toolkit's words, with all that there are today."""
    return merged(data, _words_template(), file=file)


def new_words(language: Language) -> bytes:
    """A catalog of the toolkit's own words, with those that come with it in the language."""
    shipped = data_path("locales") / language.folder / f"LC_MESSAGES/{WORDS}.po"
    if shipped.is_file():
        return updated_words(shipped.read_bytes(), file=shipped.name).data
    header = write_header(project=WORDS, tag=language.tag, english=language.english, plural=language.plural)
    return updated_words(header.encode(), file=catalog_path(language, WORDS)).data


def _words_template() -> bytes:
    return (data_path("locales") / f"{WORDS}.pot").read_bytes()


def updated(data: bytes, template: bytes, *, leaflet: Leaflet, project: Project, file: str) -> Merged:
    """The catalog with the messages of the template. CatalogError if it is damaged or of another leaflet."""
    _refuse_stranger(data, leaflet=leaflet, project=project, file=file)
    result = merged(data, template, file=file)
    nothing_common = not result.kept and not result.similar
    if nothing_common and len(result.dropped) > FEW:
        raise CatalogError.of(_stranger(file, leaflet, "none of its messages is in this leaflet"))
    return result


def told(result: Merged, *, file: str) -> Iterator[Diagnostic]:
    """What a translator should look at after an update."""
    yield from written_oddly(result.data, file=file)
    lines = {entry.key: entry.texts[0].line for entry in lex(result.data, file=file).live}
    for key in result.similar:
        yield Diagnostic(
            rule="fuzzy",
            severity=Severity.NOTE,
            message=f'the source text changed: "{_short(key[1])}"',
            place=Place(file=file, line=lines[key]),
            help="adapt the translation, then remove the mark fuzzy (Poedit: Needs work)",
        )


def _refuse_stranger(data: bytes, *, leaflet: Leaflet, project: Project, file: str) -> None:
    header = lex(data, file=file).header.texts[0].value
    found = re.search(r"^Project-Id-Version: *(.*?) *$", header, re.MULTILINE)
    others = {other.name for other in project.leaflets} - {leaflet.name}
    if found and found[1] in others:
        raise CatalogError.of(_stranger(file, leaflet, f"its header says {found[0]}"))


def _stranger(file: str, leaflet: Leaflet, why: str) -> Diagnostic:
    return Diagnostic(
        rule="other-leaflet",
        message=f'this is not a catalog of the leaflet "{leaflet.name}"',
        place=Place(file=file),
        notes=(why, "nothing was changed, so that no translation is lost"),
        help="put the right file there, or restore it from version control",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
