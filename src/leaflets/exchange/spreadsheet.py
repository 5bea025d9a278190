"""A hand-off to the bytes of an .xlsx file made for a phone, and such a file to its cells."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import openpyxl
from openpyxl.cell import Cell as BookCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import InputError
from leaflets.exchange.archive import DAMAGES, guard, steady
from leaflets.exchange.cells import Cell
from leaflets.exchange.handoff import ARROW, CONFIRM, CONVERTED, FORMULA, STILL_RIGHT, Handoff, lines_of
from leaflets.exchange.rows import fit_rows, fit_to_paper
from leaflets.language import Direction

MOST_ROWS, MOST_COLUMNS = 20_000, 20
EDIT = PatternFill("solid", fgColor="FFF6DC")
LABELS, TEXTS = 18, 52
"""Widths of the two columns, in characters: together the width of a phone."""

MARKS: Mapping[str, str] = MappingProxyType({"f": FORMULA, **dict.fromkeys("nbde", CONVERTED)})
"""By openpyxl's kinds of cells; all others are texts."""

SURROGATES: Mapping[int, str] = MappingProxyType(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
"""They are no characters: a lost one stands for each, which no text may hold."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What it is, and the text."""

    label: str = ""
    text: str = ""
    direction: Direction = "ltr"
    edit: bool = False


def write_spreadsheet(handoff: Handoff, *, instructions: tuple[str, ...]) -> bytes:
    """Two columns: what it is, and the text. The cell behind the arrow is the one to write into."""
    book = openpyxl.Workbook()
    book.properties.creator = "leaflets"
    sheet = book.worksheets[0]
    sheet.title = handoff.tag
    sheet.sheet_view.rightToLeft = handoff.direction == "rtl"
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = LABELS, TEXTS
    for number, row in enumerate(_rows(handoff, instructions), start=1):
        _write(sheet, number, row)
    fit_rows(sheet)
    fit_to_paper(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return steady(stream.getvalue())


def read_spreadsheet(data: bytes, *, file: str) -> Iterator[tuple[Cell, ...]]:
    """The texts of every row of every sheet; a formula is marked and not calculated."""
    guard(data, file=file)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=False, data_only=False)
    except (InvalidFileException, *DAMAGES):
        raise InputError.of(_unreadable(file, "it is damaged, or no spreadsheet")) from None
    count = 0
    for sheet in book.worksheets:
        if _last_column(sheet) > MOST_COLUMNS:
            raise InputError.of(_unreadable(file, f"texts stand right of its column {MOST_COLUMNS}"))
        for row in sheet.iter_rows(max_col=MOST_COLUMNS):
            count += 1
            if count > MOST_ROWS:
                raise InputError.of(_unreadable(file, "it has too many rows"))
            yield tuple(_cell(cell, first=sheet is book.worksheets[0]) for cell in row)


def _rows(handoff: Handoff, instructions: tuple[str, ...]) -> Iterator[Row]:
    for line in (handoff.head, *instructions):
        yield Row(text=line)
    for item in handoff.items:
        yield Row()
        for label, text, direction in lines_of(item, handoff):
            yield Row(label=label, text=text, direction=direction)
        label = f"{ARROW} {item.label} {handoff.language}"  # the name last: it may run from right to left
        yield Row(label=label, text=item.current, direction=handoff.direction, edit=True)
        if item.fuzzy:
            yield Row(label=f"{CONFIRM} {item.label} {STILL_RIGHT}", edit=True)


def _write(sheet: Worksheet, number: int, row: Row) -> None:
    """A row of two texts: `=` at the beginning does not make a formula of them."""
    if not row.label and not row.text:
        return
    for column, value in ((1, row.label), (2, row.text)):
        cell = sheet.cell(number, column)
        cell.value = value
        cell.data_type = "s"
        cell.number_format = "@"
        rtl = column == 2 and row.direction == "rtl"
        cell.alignment = Alignment(
            wrap_text=True,
            vertical="top",
            horizontal="right" if rtl else "left",
            readingOrder=2 if rtl else 1,
        )
        cell.font = Font(size=14 if column == 2 else 9, bold=row.edit and column == 2)
        if row.edit:
            cell.fill = EDIT


def _last_column(sheet: Worksheet) -> int:
    """Of cells that hold something: some programs style whole rows."""
    cells = sheet._cells.items()  # noqa: SLF001 - iter_rows would make all that lie between
    return max((column for (_, column), cell in cells if cell.value is not None or cell.comment), default=0)


def _cell(cell: BookCell | MergedCell, *, first: bool) -> Cell:
    """Only further sheets are named: most files have one."""
    place = cell.coordinate if first else f"{cell.parent.title}!{cell.coordinate}"
    comment = getattr(cell, "comment", None)
    return Cell(text=_text(cell), place=place, note=comment.text.strip() if comment else "")


def _text(cell: BookCell | MergedCell) -> str:
    value = cell.value
    if value is None:
        return ""
    mark = MARKS.get(cell.data_type, "")
    return mark + _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value)).translate(SURROGATES)


def _unreadable(file: str, why: str) -> Diagnostic:
    return Diagnostic(
        rule="unreadable-file",
        message="the spreadsheet cannot be read",
        place=Place(file=file),
        notes=(why,),
        help="open it, save it as .xlsx, and try again",
    )
