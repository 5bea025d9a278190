"""A sheet with marks and what is to be said of it -> the sheet with its slug line."""

from dataclasses import replace

from leaflets.color import BLACK
from leaflets.fonts.load import FontLibrary
from leaflets.language import Language
from leaflets.pages.page import Glyphs
from leaflets.sheets.marks import LENGTH, OFFSET
from leaflets.sheets.sheet import Sheet
from leaflets.text.line import Span
from leaflets.text.paragraph import prepare
from leaflets.text.setting import visual_line

SIZE = 6.0
"""Points; less where the sheet is too narrow for the line."""


def with_slug(sheet: Sheet, text: str, *, language: Language, library: FontLibrary) -> Sheet:
    """The line stands below the marks, from the left edge of the trim.

    It is on the black plate only: the others stay the same for all languages. A sheet without marks has
    no line, as most shops want neither; a sheet of cards has no room for one.
    """
    if not sheet.marks or sheet.paper is not None:
        return sheet
    span = Span(
        text=text,
        families=language.families,
        weight=400,
        slant="normal",
        size=1.0,
        language=language.tag,
        color=BLACK,
    )
    line = visual_line(prepare((span,), base=0, language=language, library=library))
    size = min(SIZE, sheet.width / line.width)
    x, y = 0.0, -(sheet.bleed + 2 * OFFSET + LENGTH + size)
    placed = []
    for run in line.runs:
        placed.append(Glyphs(x=x, y=y, size=size, run=run, tag=None))
        x += run.width * size
    return replace(sheet, slug_line=tuple(placed))
