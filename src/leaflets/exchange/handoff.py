"""What is handed to a translator, as plain data; and the cells of a file that came back to texts.

A cell with a label says which message the next text of its row translates. Nothing depends on the order of
rows or on how many are left: they may be sorted, deleted or copied, and their sources translated.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.catalog.message import Key
from leaflets.project import Direction

ARROW = "➜"
FORMULA = "\ue000"
"""Stands in front of a cell's text that is a formula: it is never taken."""

_LABEL = re.compile(r"\b([0-9a-f]{8})[-‐‑–—]([0-9a-f]{8})\b", re.IGNORECASE)
_HEAD = re.compile(r"leaflets\s*1\s*·\s*(?P<leaflet>[\w-]+)\s*·\s*(?P<tag>[\w-]+)\s*·", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One message as a translator sees it; texts have chips."""

    key: Key
    number: int
    place: str
    notes: tuple[str, ...]
    """What its author says of it."""
    source: str
    reference: str
    """The text in a second language that the translator may know better; empty if there is none."""
    current: str
    limit: int
    """So many letters, about, there is room for in print; 0: for as many as it needs."""
    limited_by: str
    """The format that has least room."""
    label: str
    """`1a2b3c4d-5e6f7a8b`: the message, and the text that the translator got."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One text that came back."""

    message: str
    """Digest of context and msgid."""
    base: str
    """Digest of the text that was handed out."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A file that came back."""

    leaflet: str
    """Empty if the line that says so was deleted."""
    tag: str
    answers: tuple[Answer, ...]


def message_digest(key: Key, *, form: int = 0) -> str:
    """What identifies a message, or a form of a plural, in a file of somebody else's."""
    return _digest("\x04".join((key[0] or "\x00", key[1], *((str(form),) if form else ()))))


def text_digest(text: str) -> str:
    """Of the words: spaces and line breaks are lost and gained on the way."""
    return _digest(" ".join(unicodedata.normalize("NFC", text).split()))


def find_label(text: str) -> tuple[str, str] | None:
    """The two digests of a label, wherever it stands."""
    found = _LABEL.search(text)
    return (found[1].lower(), found[2].lower()) if found else None


def read_rows(rows: Iterable[tuple[str, ...]]) -> Return:
    """The texts of a file: each is the first one after its label in the same row or box."""
    known = tuple(rows)
    leaflet, tag = read_head(known)
    answers = (answer for row in known if (answer := _answer(row)))
    return Return(leaflet=leaflet, tag=tag, answers=tuple(answers))


def read_head(rows: Iterable[tuple[str, ...]]) -> tuple[str, str]:
    """Leaflet and tag, as the first line says them; empty if it was deleted."""
    for row in rows:
        head = next((found for cell in row if (found := _HEAD.search(cell))), None)
        if head:
            return head["leaflet"], head["tag"]
    return "", ""


def _answer(row: tuple[str, ...]) -> Answer | None:
    for index, cell in enumerate(row):
        label = find_label(cell)
        if label is not None:
            text = next((other for other in row[index + 1 :] if other.strip()), "")
            return Answer(message=label[0], base=label[1], text=text)
    return None


def lines_of(item: Item, handoff: Handoff) -> Iterator[tuple[str, str, Direction]]:
    """What stands above the translation: what it is, the text, and its direction."""
    yield f"{item.number}", item.place, "ltr"
    for note in item.notes:
        yield "note", note, "ltr"
    yield handoff.source_language, item.source, handoff.source_direction
    if item.reference:
        yield handoff.reference_language, item.reference, handoff.reference_direction
    if item.limit:
        yield "room", f"about {item.limit} letters ({item.limited_by})", "ltr"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
