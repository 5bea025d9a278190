"""Texts to review to the bytes of an .xlsx file with room for remarks, and a filled one to its remarks."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from leaflets.exchange.answers import is_head, notes_of, read_head
from leaflets.exchange.archive import steady
from leaflets.exchange.cells import Cell, Row
from leaflets.exchange.handoff import (
    Handoff,
    Item,
    Label,
    beside_label,
    find_label,
    short_digest,
    text_digest,
    unmarked,
)
from leaflets.exchange.rows import fit_rows, fit_to_paper
from leaflets.exchange.spreadsheet import read_spreadsheet
from leaflets.language import Direction

CRITICAL = "L10N-CRITICAL"
"""The word of a comment on a message that must say neither more nor less than the source."""

REMARK, SIGNED = "→ remark", "→ read by"
"""What stands in front of the cells that the reader fills."""

ROOM = PatternFill("solid", fgColor="FFF6DC")
LABELS, TEXTS, REMARKS = 14, 48, 40
"""Widths of the columns, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reader wrote beside a text; `label` is that of the text that she had before her."""

    message: str
    base: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A sheet that came back."""

    leaflet: str
    tag: str
    rows: tuple[Remark, ...]
    """One for each text, in the order of the sheet; most have no remark."""
    others: tuple[Cell, ...]
    """What stands in rows without a text, comments too: headings, instructions, whatever somebody added."""
    signed: str
    """Who read it, as she wrote it; empty if she did not."""


def is_critical(item: Item) -> bool:
    return any(CRITICAL in note for note in item.notes)


def in_order(handoff: Handoff) -> tuple[Item, ...]:
    """What may hurt most comes first, while the reader is fresh."""
    return tuple(sorted(handoff.items, key=lambda item: not is_critical(item)))


def write_review(handoff: Handoff, *, instructions: tuple[str, ...]) -> bytes:
    """One row a text: number and label, source, reference if there is one, translation, room for a remark.

    The signature stands at the end.
    """
    book = openpyxl.Workbook()
    book.properties.creator = "leaflets"
    sheet = book.worksheets[0]
    sheet.title = handoff.tag
    second = (handoff.reference_language,) if handoff.reference_language else ()
    for number, width in enumerate((LABELS, TEXTS, *(TEXTS for _ in second), TEXTS, REMARKS), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    lines = [(handoff.head,), *((line,) for line in instructions), ()]
    lines.append(("", handoff.source_language, *second, handoff.language, REMARK))
    for index, line in enumerate(lines, start=1):
        for place, text in enumerate(line, start=1):
            _cell(sheet, index, place, text, bold=len(line) > 1)
    sheet.freeze_panes = f"A{len(lines) + 1}"
    number = len(lines)
    for number, item in enumerate(in_order(handoff), start=len(lines) + 1):
        _row(sheet, number, item, handoff)
    _cell(sheet, number + 2, 1, SIGNED, bold=True)
    _cell(sheet, number + 2, 2, "", room=True)
    fit_rows(sheet)
    fit_to_paper(sheet, orientation="landscape")
    stream = io.BytesIO()
    book.save(stream)
    return steady(stream.getvalue())


def read_review(data: bytes, *, file: str) -> Filled:
    """Remarks by their texts, in whatever order the rows are now. InputError if it is no such file.

    A reader who corrects a text in its own cell has made a remark, and so has one who attaches a comment.
    """
    rows = tuple(map(_shown, read_spreadsheet(data, file=file)))
    leaflet, tag = read_head(rows)
    headings = (index for row in rows for index, cell in enumerate(row) if cell.text == REMARK)
    first = next(headings, 3)
    labelled = [(label, row) for row in rows if (label := _label(row))]
    return Filled(
        leaflet=leaflet,
        tag=tag,
        rows=tuple(_remark(label, row, first) for label, row in labelled),
        others=tuple(_others(row for row in rows if not _label(row))),
        signed=_signature(rows),
    )


def _shown(row: Row) -> Row:
    """A remark may be a number or a date."""
    return tuple(replace(cell, text=unmarked(cell.text)) for cell in row)


def _label(row: Row) -> Label | None:
    return next((label for cell in row if (label := find_label(cell.text))), None)


def _remark(label: Label, row: Row, first: int) -> Remark:
    """What stands in the columns for it, from `first` on, and whatever else is not as it was handed out."""
    filled = [cell for cell in row[first:] if cell.text.strip()]
    beside = [_named(cell) for cell in (*_changed(label, row[:first]), *notes_of(row))]
    is_lost = text_digest("") != label.base not in {text_digest(cell.text) for cell in row} and not beside
    lost = ["the translation was taken out of its cell"] if is_lost else []
    return Remark(
        message=label.message,
        base=label.base,
        text=" · ".join([*(cell.text.strip() for cell in filled), *beside, *lost]),
    )


def _changed(label: Label, row: Row) -> Iterator[Cell]:
    for cell in row:
        text = beside_label(cell.text) if find_label(cell.text) else cell.text.strip()
        if text and text_digest(text) != label.base and short_digest(text) not in label.given:
            yield Cell(text=text, place=cell.place)


def _named(cell: Cell) -> str:
    return f"[{cell.place}] {cell.text.strip()}"


def _others(rows: Iterable[Row]) -> Iterator[Cell]:
    for row in rows:
        yield from notes_of(row)
        if not _is_signature(row):
            yield from (
                cell for cell in row if cell.text.strip() not in ("", REMARK) and not is_head(cell.text)
            )


def _signature(rows: Iterable[Row]) -> str:
    signed = next((row for row in rows if _is_signature(row)), ())
    return " ".join(cell.text.strip() for cell in signed).replace(SIGNED, "", 1).strip()


def _is_signature(row: Row) -> bool:
    return bool(row) and row[0].text.strip().startswith(SIGNED)


def _row(sheet: Worksheet, number: int, item: Item, handoff: Handoff) -> None:
    mark = f"{CRITICAL}\n" if is_critical(item) else ""
    told = f"{mark}{item.number} · {item.place}"
    _cell(sheet, number, 1, f"{told}\n{item.label}-{short_digest(told)}")
    texts = [(item.source, handoff.source_direction), (item.current, handoff.direction)]
    if handoff.reference_language:
        texts.insert(1, (item.reference, handoff.reference_direction))
    for column, (text, direction) in enumerate(texts, start=2):
        _cell(sheet, number, column, text, direction=direction, size=12)
    _cell(sheet, number, 2 + len(texts), "", room=True)


def _cell(
    sheet: Worksheet,
    row: int,
    column: int,
    text: str,
    *,
    direction: Direction = "ltr",
    size: int = 9,
    bold: bool = False,
    room: bool = False,
) -> None:
    """All cells are texts: `=` at the beginning does not make a formula of them."""
    cell = sheet.cell(row, column)
    cell.value, cell.data_type, cell.number_format = text, "s", "@"
    rtl = direction == "rtl"
    cell.alignment = Alignment(
        wrap_text=(row > 1 and column > 1) or "\n" in text,
        vertical="top",
        horizontal="right" if rtl else "left",
        readingOrder=2 if rtl else 1,
    )
    cell.font = Font(size=size, bold=bold)
    if room:
        cell.fill = ROOM
