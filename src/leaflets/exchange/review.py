"""Texts to review to the bytes of an .xlsx file with room for remarks, and a filled one to its remarks."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from leaflets.exchange.handoff import Handoff, Item, find_label, read_head
from leaflets.exchange.spreadsheet import read_spreadsheet
from leaflets.project import Direction

CRITICAL = "L10N-CRITICAL"
"""The word of a comment on a message that must say neither more nor less than the source."""

REMARK, SIGNED = "→ remark", "→ read by"
"""What stands in front of the cells that the reader fills."""

ROOM = PatternFill("solid", fgColor="FFF6DC")
WIDTHS = {"A": 14, "B": 48, "C": 48, "D": 40}


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
    signed: str
    """Who read it, as she wrote it; empty if she did not."""


def is_critical(item: Item) -> bool:
    return any(CRITICAL in note for note in item.notes)


def in_order(handoff: Handoff) -> tuple[Item, ...]:
    """What may hurt most comes first, while the reader is fresh."""
    return tuple(sorted(handoff.items, key=lambda item: not is_critical(item)))


def write_review(handoff: Handoff, *, instructions: tuple[str, ...]) -> bytes:
    """One row a text: number and label, source, translation, room for a remark; the signature at the end."""
    book = openpyxl.Workbook()
    book.properties.creator = "leaflets"
    sheet = book.worksheets[0]
    sheet.title = handoff.tag
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    lines = [(handoff.head,), *((line,) for line in instructions), ()]
    lines.append(("", handoff.source_language, handoff.language, REMARK))
    for index, line in enumerate(lines, start=1):
        for place, text in enumerate(line, start=1):
            _cell(sheet, index, place, text, bold=len(line) > 1)
    sheet.freeze_panes = f"A{len(lines) + 1}"
    number = len(lines)
    for number, item in enumerate(in_order(handoff), start=len(lines) + 1):
        _row(sheet, number, item, handoff)
    _cell(sheet, number + 2, 1, SIGNED, bold=True)
    _cell(sheet, number + 2, 2, "", room=True)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_review(data: bytes, *, file: str) -> Filled:
    """Remarks by their texts, in whatever order the rows are now. InputError if it is no such file."""
    rows = tuple(read_spreadsheet(data, file=file))
    leaflet, tag = read_head(rows)
    return Filled(leaflet=leaflet, tag=tag, rows=tuple(_remarks(rows)), signed=_signature(rows))


def _remarks(rows: tuple[tuple[str, ...], ...]) -> Iterator[Remark]:
    for row in rows:
        label = find_label(row[0]) if row else None
        if label:
            text = " ".join(cell.strip() for cell in row[3:] if cell.strip())
            yield Remark(message=label[0], base=label[1], text=text)


def _signature(rows: tuple[tuple[str, ...], ...]) -> str:
    for row in rows:
        if row and row[0].strip().startswith(SIGNED):
            return next((cell.strip() for cell in row[1:] if cell.strip()), "")
    return ""


def _row(sheet: Worksheet, number: int, item: Item, handoff: Handoff) -> None:
    mark = f"{CRITICAL}\n" if is_critical(item) else ""
    _cell(sheet, number, 1, f"{mark}{item.number} · {item.place}\n{item.label}")
    _cell(sheet, number, 2, item.source, direction=handoff.source_direction, size=12)
    _cell(sheet, number, 3, item.current, direction=handoff.direction, size=12)
    _cell(sheet, number, 4, "", room=True)


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
