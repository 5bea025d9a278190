"""Leaflets, languages and files -> what pages show of them, in words."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from leaflets.language import Language
from leaflets.site.model import Download, Messages, Reading, Shelf, Site
from leaflets.site.naming import named, purpose, size


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the language picker."""

    language: Language
    host: str
    """Its name in the host's language; empty where nobody has written it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A zip that a page offers."""

    path: str
    size: str


def picker(site: Site) -> tuple[Entry, ...]:
    """Languages by their own names: Latin letters first, then script by script."""
    ordered = sorted(site.languages, key=_order)
    return tuple(Entry(language=one, host=site.names.get(one.tag, "")) for one in ordered)


def _order(language: Language) -> tuple[bool, str, str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", language.autonym) if not unicodedata.combining(c))
    return language.script != "Latn", language.script, plain.casefold()


def stand_in(shelf: Shelf) -> Reading | None:
    """Whose help line is told where a language has no text yet."""
    wanted = (shelf.reading(shelf.source.tag), shelf.reading(shelf.host.tag), *shelf.readings)
    return next((reading for reading in wanted if reading is not None), None)


def shelf_view(shelf: Shelf, sizes: Mapping[str, int]) -> dict[str, object]:
    """A shelf as the page for organisations shows it."""
    return {
        "name": shelf.name,
        "edition": shelf.edition,
        "source": shelf.source,
        "withdrawn": shelf.withdrawn,
        "is_withdrawn": shelf.is_withdrawn,
        "changes": shelf.changes,
        "many": [download_view(file) for file in shelf.many],
        "zip": _archive(archive_of(shelf), sizes),
    }


def reading_view(shelf: Shelf, found: Reading, sizes: Mapping[str, int]) -> dict[str, object]:
    """A text's files as the page for organisations shows them."""
    archive = archive_of(shelf, found.language.tag)
    return {
        "downloads": [download_view(file) for file in found.downloads],
        "missing": [(named(one), purpose(other)) for one, other in found.missing],
        "has_twin": shelf.twin(found.language.tag) is not None,
        "zip": _archive(archive, sizes),
        "messages": found.messages and messages_view(found.messages),
    }


def download_view(file: Download) -> dict[str, object]:
    """A file in words."""
    return {
        "path": file.path,
        "name": named(file.format),
        "purpose": purpose(file.profile),
        "kind": kind_of(file),
        "sheet": file.sheet,
        "size": size(file.bytes),
        "pages": file.pages,
        "released": file.released,
        "sha256": file.sha256,
        "thumbnail": file.thumbnail,
    }


def messages_view(sent: Messages) -> dict[str, object]:
    """What is sent in messages, in words: the size is that of all pictures."""
    return {
        "pictures": [picture.path for picture in sent.pictures],
        "kind": kind_of(sent.pictures[0]),
        "size": size(sent.size),
        "text": sent.text and download_view(sent.text),
    }


def kind_of(file: Download) -> str:
    """PDF, JPG, TXT."""
    return file.path.rpartition(".")[2].upper()


def side_by_side(own: Reading, other: Reading) -> Iterator[tuple[Markup, Markup]]:
    """Parts of a text beside those of its twin; what only one of them has stands alone."""
    left, right = own.blocks, other.blocks
    matcher = SequenceMatcher(a=[b.key for b in left], b=[b.key for b in right], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from ((one.text, two.text) for one, two in zip(left[a:b], right[c:d], strict=True))
        else:
            yield from ((one.text, Markup("")) for one in left[a:b])
            yield from ((Markup(""), two.text) for two in right[c:d])


def archive_of(shelf: Shelf, tag: str = "all") -> str:
    """Path of a zip; neutral, as all names are."""
    return f"files/{shelf.name}-{tag}-{shelf.edition}.zip"


def _archive(path: str, sizes: Mapping[str, int]) -> Archive | None:
    return Archive(path=path.removeprefix("files/"), size=size(sizes[path])) if path in sizes else None
