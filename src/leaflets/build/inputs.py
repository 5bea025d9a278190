"""What a job needs besides its layout: catalogs, fonts, the profile of its inks, the tint of drafts."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from leaflets.catalog.message import Catalog
from leaflets.catalog.po import read_catalog
from leaflets.catalog.pseudo import PSEUDO, pseudo_catalog
from leaflets.color import Color
from leaflets.config.languages import is_named, shipped_languages
from leaflets.diagnostics import Diagnostic, Place
from leaflets.document.read import Speech
from leaflets.errors import CatalogError
from leaflets.files import Disk, Files
from leaflets.fonts.load import LIST, Family, FontLibrary, read_families
from leaflets.fonts.own import read_own_families
from leaflets.language import ENGLISH, Language
from leaflets.printing import PrintCondition
from leaflets.project import Job, Leaflet, State
from leaflets.resources import data_path, shared_root

WORDS = "leaflets"
"""The catalog of the words that the toolkit itself writes on pages."""


def read_speech(job: Job, files: Files) -> Speech:
    """The job's catalogs, and the toolkit's own in its languages, the host's and English."""
    known = {language.tag: language for language in shipped_languages()}
    leaflet = job.leaflet
    for language in (*leaflet.languages, *job.languages, leaflet.source, leaflet.host):
        known[language.tag] = language
    wanted = {language.tag: language for language in (*job.languages, leaflet.host, known[ENGLISH])}
    own = {language.tag: language for language in job.languages}
    return Speech(
        leaflet=_catalogs(own, leaflet.name, files, source=leaflet.source.tag),
        toolkit={tag: found for tag, one in wanted.items() if (found := toolkit_catalog(one, WORDS))},
        words={tag: found for tag, one in wanted.items() if (found := own_words(one, files))},
        languages=known,
    )


def catalog_path(language: Language, domain: str) -> str:
    """Where a catalog is written that is not there yet."""
    return f"locales/{language.folder}/LC_MESSAGES/{domain}.po"


def find_catalog(language: Language, domain: str, *, files: Files) -> str | None:
    """The catalog of a language, in a folder of any spelling: `sr_Latn`, `sr-Latn`, `sr@latin`.

    CatalogError if there are two: which of them is printed would be chance.
    """
    folders = (folder for folder in files.children("locales") if is_named(language, folder))
    paths = (f"locales/{folder}/LC_MESSAGES/{domain}.po" for folder in folders)
    found = [path for path in paths if files.exists(path)]
    if len(found) > 1:
        raise CatalogError.of(_two_folders(found, language))
    return found[0] if found else None


def approvals_path(language: Language, leaflet: Leaflet, *, files: Files) -> str:
    """Beside the catalog, whatever the spelling of its folder."""
    found = find_catalog(language, leaflet.name, files=files)
    folder = found.split("/")[1] if found else language.folder
    return f"locales/{folder}/{leaflet.name}.approvals.toml"


def _two_folders(paths: list[str], language: Language) -> Diagnostic:
    return Diagnostic(
        rule="two-folders",
        message=f"{language.english} ({language.tag}) has two catalogs: {' and '.join(paths)}",
        place=Place(file=paths[1]),
        notes=("which of them is printed would be chance",),
        help=f"keep one of the two; the toolkit itself writes the folder {language.folder}",
    )


def _catalogs(
    wanted: Mapping[str, Language], domain: str, files: Files, *, source: str
) -> dict[str, Catalog]:
    pseudo = {tag: pseudo_catalog(tag) for tag in wanted if tag in PSEUDO}
    others = {tag: language for tag, language in wanted.items() if tag != source and tag not in PSEUDO}
    paths = {tag: find_catalog(language, domain, files=files) for tag, language in others.items()}
    return pseudo | {
        tag: read_catalog(files, path, tag=tag, strict=True) for tag, path in paths.items() if path
    }


@lru_cache(maxsize=512)
def toolkit_catalog(language: Language, domain: str) -> Catalog | None:
    """One of the toolkit's own catalogs, which come with it and are read once a process.

    None where nobody has translated it.
    """
    own = Disk((data_path("."),))
    return _catalogs({language.tag: language}, domain, own, source=ENGLISH).get(language.tag)


def own_words(language: Language, files: Files) -> Catalog | None:
    """The toolkit's words as a project writes them, in place of those that come with it, or where none do."""
    if language.tag == ENGLISH or language.tag in PSEUDO:
        return None
    path = find_catalog(language, WORDS, files=files)
    return read_catalog(files, path, tag=language.tag, strict=True) if path else None


def open_fonts(files: Files) -> FontLibrary:
    """The toolkit's fonts, and those of the project's own fonts/fonts.toml before them.

    Opened once a process, as the toolkit's are pinned by digests, and the project's are compared.
    """
    shipped = shared_root() / "fonts"
    own = files.read(LIST)
    if own == (shipped / "fonts.toml").read_bytes():
        return _shipped_fonts(shipped)
    listed = read_own_families(own, name=LIST)
    paths = {face.file: f"fonts/{face.file}" for family in listed for face in family.faces}
    for path in paths.values():
        files.read(path)  # so that a build knows when it has changed
    places = tuple((file, files.locate(path)) for file, path in paths.items())
    return _joined_fonts(listed, places, tuple(files.reads[path] for path in paths.values()))


@lru_cache(maxsize=1)
def _shipped_fonts(folder: Path) -> FontLibrary:
    return FontLibrary(read_families((folder / "fonts.toml").read_bytes(), name=LIST), folder.joinpath)


@lru_cache(maxsize=4)
def _joined_fonts(
    listed: tuple[Family, ...], places: tuple[tuple[str, Path], ...], _digests: tuple[str, ...]
) -> FontLibrary:
    from leaflets.fonts.complete import completed  # noqa: PLC0415 - loads slowly, and few have own fonts

    folder = shared_root() / "fonts"
    shipped, known = _shipped_fonts(folder), dict(places)
    own = completed(listed, locate=known.__getitem__, shipped=shipped)
    names = {family.id for family in own}
    others = tuple(family for family in shipped.families if family.id not in names)
    return FontLibrary((*own, *others), lambda file: known.get(file, folder / file))


def read_profile(condition: PrintCondition, files: Files) -> bytes:
    """An ICC profile: the toolkit's by its name, or one of the project by its path."""
    return files.read(condition.icc) if condition.own else _shipped_profile(condition.icc)


@lru_cache(maxsize=4)
def _shipped_profile(name: str) -> bytes:
    return data_path(f"icc/{name}").read_bytes()


def job_palette(job: Job) -> Mapping[str, Color]:
    """The project's palette; the paper of a draft is tinted, so that no side of it looks final."""
    palette = job.project.palette
    if job.state is State.RELEASED:
        return palette
    return {**palette, "paper": palette["draft"]}
