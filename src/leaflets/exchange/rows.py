"""A sheet with its texts to rows that show them whole, and pages that hold all columns."""

import math
import unicodedata
from typing import Literal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

NORMAL = 11.0
"""Points of the type that widths of columns are counted in."""

LEADING = 1.35
"""Heights of lines in ems; scripts with tall letters take more than Latin, and less harm is done by air."""


class _Growing(RowDimension):
    """A height that is no wish of the user's: programs make the row taller when she writes more."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name of openpyxl and of ECMA-376, 18.3.1.73
        return False


def fit_rows(sheet: Worksheet) -> None:
    """Heights by the texts that are there: some programs find none by themselves when they open a file."""
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        lines = [
            _lines(str(cell.value), sheet.column_dimensions[get_column_letter(column)].width, cell.font.size)
            for column, cell in enumerate(cells, start=1)
            if cell.value and cell.alignment.wrap_text
        ]
        sheet.row_dimensions[number] = _Growing(sheet, index=number, ht=max(lines, default=NORMAL * LEADING))


def fit_to_paper(sheet: Worksheet, *, orientation: Literal["portrait", "landscape"] = "portrait") -> None:
    """All columns on one page, for those who print it."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = orientation
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0


def _lines(text: str, width: float, size: float) -> float:
    """Points of height: letters of East Asia are as wide as two others (UAX #11)."""
    room = max(width * NORMAL / size, 1.0)
    wide = [sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) for line in text.split("\n")]
    return sum(max(1, math.ceil(units / room)) for units in wide) * size * LEADING
