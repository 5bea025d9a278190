"""The cells of a file that came back -> its texts, and whatever else somebody wrote into it.

A cell with a label says which message the next text of its row translates. Nothing depends on the order of
rows or on how many are left: they may be sorted, deleted or copied.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.exchange.cells import Cell, Row
from leaflets.exchange.handoff import (
    CONFIRM,
    STILL_RIGHT,
    TOLD,
    Label,
    beside_label,
    find_label,
    short_digest,
    text_digest,
    unmarked,
)

YES, NO = frozenset({"yes", "y", "ok", "x", "✓", "✔", "√"}), frozenset({"no", "n", ""})

_HEAD = re.compile(r"leaflets\s*1\s*·\s*(?P<leaflet>[\w-]+)\s*·\s*(?P<tag>[\w-]+)\s*·", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One text that came back."""

    message: str
    """Digest of context and msgid."""
    base: str
    """Digest of the text that was handed out."""
    text: str
    confirmed: bool = False
    """Whoever sent it says that it is a translation of today's source, changed or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A file that came back."""

    leaflet: str
    """Empty if the line that says so was deleted."""
    tag: str
    answers: tuple[Answer, ...]
    others: tuple[Cell, ...] = ()
    """What stands outside its fields, and is no text that its labels know; comments too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A row or box with a label."""

    label: Label
    confirms: bool
    """It is for "yes" and not for a translation."""
    filled: tuple[Cell, ...]
    """What stands behind the label: the first one is what was asked for."""
    before: tuple[Cell, ...]

    @property
    def text(self) -> str:
        return self.filled[0].text if self.filled else ""

    @property
    def is_sure(self) -> bool:
        return self.confirms and _word(self.text) in YES

    @property
    def beside(self) -> tuple[Cell, ...]:
        """What was not asked for."""
        answered = not self.confirms or _word(self.text) in YES | NO
        return (*self.before, *self.filled[1 if answered else 0 :])


def read_rows(rows: Iterable[Row]) -> Return:
    """The texts of a file: each is the first one after its label in the same row or box."""
    known = tuple(rows)
    leaflet, tag = read_head(known)
    found = [(row, _field(row)) for row in known]
    fields = [field for _, field in found if field]
    sure = {(one.label.message, one.label.base) for one in fields if one.is_sure}
    answers = tuple(
        Answer(
            message=one.label.message,
            base=one.label.base,
            text=one.text,
            confirmed=(one.label.message, one.label.base) in sure,
        )
        for one in fields
        if not one.confirms
    )
    outside = (cell for row, field in found for cell in (field.beside if field else _unlabelled(row)))
    comments = (cell for row in known for cell in notes_of(row))
    others = _unknown((*outside, *comments), fields)
    return Return(leaflet=leaflet, tag=tag, answers=answers, others=tuple(others))


def read_head(rows: Iterable[Row]) -> tuple[str, str]:
    """Leaflet and tag, as the first line says them; empty if it was deleted."""
    for row in rows:
        head = next((found for cell in row if (found := _HEAD.search(cell.text))), None)
        if head:
            return head["leaflet"], head["tag"]
    return "", ""


def is_head(text: str) -> bool:
    """Whether it is the first line and nothing else."""
    found = _HEAD.match(text.strip())
    return found is not None and len(text.strip()[found.end() :].split()) <= 1


def notes_of(row: Row) -> Iterator[Cell]:
    """The comments of a row, as if they were cells of their own."""
    noted = (cell for cell in row if cell.note.strip())
    return (Cell(text=cell.note, place=f"{cell.place}, comment", note=cell.note) for cell in noted)


def _field(row: Row) -> Field | None:
    for index, cell in enumerate(row):
        label = find_label(cell.text)
        if label is not None:
            filled = tuple(other for other in row[index + 1 :] if other.text.strip())
            return Field(
                label=label, confirms=CONFIRM in cell.text, filled=filled, before=(*row[:index], _rest(cell))
            )
    return None


def _rest(cell: Cell) -> Cell:
    rest = beside_label(cell.text)
    return Cell(text="" if rest == STILL_RIGHT else rest, place=cell.place)


def _word(text: str) -> str:
    return text.strip(" .!\n").casefold()


def _unlabelled(row: Row) -> Iterator[Cell]:
    """Without the first line, and what is only told: it may have been another text when it was handed out."""
    filled = [cell for cell in row if cell.text.strip()]
    for before, cell in zip((None, *filled), filled, strict=False):
        if not _is_name(cell) and not is_head(cell.text) and not (before and _is_name(before)):
            yield cell


def _is_name(cell: Cell) -> bool:
    """Some programs make numbers of the numbers of messages."""
    text = unmarked(cell.text).strip()
    return text in TOLD or text.isdigit()


def _unknown(cells: Iterable[Cell], fields: Iterable[Field]) -> Iterator[Cell]:
    """Each text once, and none that the labels know, or that stands in a field too."""
    labels = [field.label for field in fields]
    given = {short for label in labels for short in label.given}
    seen = {label.base for label in labels}
    seen |= {text_digest(field.text) for field in fields if not field.confirms}
    for cell in cells:
        digest = text_digest(cell.text)
        if cell.text.strip() and digest not in seen and short_digest(cell.text) not in given:
            seen.add(digest)
            yield cell
