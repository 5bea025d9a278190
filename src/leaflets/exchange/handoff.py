"""What is handed to a translator, as plain data, and the labels by which its texts are known again."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from leaflets.catalog.message import Key
from leaflets.language import Direction

ARROW, CONFIRM = "➜", "✓"
"""What stands in front of a label whose field is for the translation, or for "yes"."""

STILL_RIGHT = "still right? write yes"
"""What stands behind a label whose field is for "yes"."""

FORMULA = "\ue000"
"""Stands in front of a cell's text that is a formula: it is never taken."""

CONVERTED = "\ue001"
"""The same of one that a spreadsheet made a number, a date or an error of: what was typed is not known."""

TOLD = frozenset({"note", "before", "room"})
"""Names of rows that nobody writes into; so are the numbers of messages."""

_LABEL = re.compile(r"\b([0-9a-f]{8})[-‐‑–—]([0-9a-f]{8})((?:[-‐‑–—][0-9a-f]{6})*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`1a2b3c4d-5e6f7a8b-1c2d3e`: what identifies a field in a file of somebody else's."""

    message: str
    base: str
    """Digest of the text that was handed out."""
    given: tuple[str, ...] = ()
    """Short digests of the texts that stand beside it and are not to be changed."""

    def __str__(self) -> str:
        return "-".join((self.message, self.base, *self.given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One message as a translator sees it; texts have chips."""

    key: Key
    number: int
    place: str
    notes: tuple[str, ...]
    """What its author says of it."""
    before: str
    """The source text that a fuzzy translation was made from; empty if it is not known."""
    fuzzy: bool
    """The translation has to be adapted, or confirmed."""
    source: str
    reference: str
    """The text in a second language that the translator may know better; empty if there is none."""
    current: str
    limit: int
    """So many letters, about, there is room for in print; 0: for as many as it needs."""
    limited_by: str
    """The format that has least room."""
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff:
    """All messages of a leaflet for one translator."""

    leaflet: str
    tag: str
    language: str
    """Its name in itself."""
    direction: Direction
    edition: str
    source_language: str
    source_direction: Direction
    reference_language: str
    reference_direction: Direction
    items: tuple[Item, ...]

    @property
    def head(self) -> str:
        return f"leaflets 1 · {self.leaflet} · {self.tag} · {self.edition}"


def unmarked(text: str) -> str:
    """What a cell shows."""
    return text.lstrip(FORMULA + CONVERTED)


def message_digest(key: Key, *, form: int = 0) -> str:
    """What identifies a message, or a form of a plural, in a file of somebody else's."""
    return _digest("\x04".join((key[0] or "\x00", key[1], *((str(form),) if form else ()))))


def text_digest(text: str) -> str:
    """Of the words: spaces and line breaks are lost and gained on the way."""
    return _digest(" ".join(unicodedata.normalize("NFC", text).split()))


def short_digest(text: str) -> str:
    """Of a text that only has to be known again in its own file."""
    return text_digest(text)[:6]


def find_label(text: str) -> Label | None:
    """The label in a text, wherever it stands."""
    found = _LABEL.search(text)
    if not found:
        return None
    given = re.findall(r"[0-9a-f]{6}", found[3].lower())
    return Label(message=found[1].lower(), base=found[2].lower(), given=tuple(given))


def beside_label(text: str) -> str:
    """What stands with a label in its cell: the name of the language, and whatever somebody added."""
    return _LABEL.sub("", text).replace(ARROW, "").replace(CONFIRM, "").strip()


def lines_of(item: Item, handoff: Handoff) -> Iterator[tuple[str, str, Direction]]:
    """What stands above the translation: what it is, the text, and its direction."""
    yield f"{item.number}", item.place, "ltr"
    for note in item.notes:
        yield "note", note, "ltr"
    if item.before:
        yield "before", item.before, handoff.source_direction
    yield handoff.source_language, item.source, handoff.source_direction
    if item.reference:
        yield handoff.reference_language, item.reference, handoff.reference_direction
    if item.limit:
        yield "room", f"about {item.limit} letters ({item.limited_by})", "ltr"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


WAS_FUZZY = short_digest("fuzzy")
"""Stands in the label of a catalog's text that was fuzzy when it was handed out."""
