"""A sheet and the pages placed on it -> the operators of one PDF page, with its marked content."""

from collections.abc import Callable, Iterable
from itertools import groupby

from leaflets.pages.page import Fill, Glyphs, Item, Link, Page, Picture, Stroke
from leaflets.pdf.graphics import Pen, clipped, concatenated, filled, moved, registered, stroked
from leaflets.pdf.pictures import Pictures
from leaflets.pdf.text import TextState, written
from leaflets.pdf.typefaces import Typefaces
from leaflets.sheets.sheet import Placement, Sheet

Opener = Callable[[int | None], str]
"""Tag, None for an artifact -> the operator that begins its marked content."""

ARTIFACT = "/Artifact <</Type /Layout>> BDC\n"
END = "EMC\n"


class Painter:
    """What all pages of one document share when their content is written."""

    def __init__(self, *, typefaces: Typefaces, pictures: Pictures, inks: bool) -> None:
        self._typefaces = typefaces
        self._pictures = pictures
        self._inks = inks

    def sheet_operators(
        self, sheet: Sheet, *, pages: tuple[Page, ...], openers: Iterable[Opener | None]
    ) -> str:
        """All content of a sheet; `openers` mark the content of each placement, None for unmarked."""
        media = sheet.media_box
        openers = tuple(openers)
        marks = self._marks(sheet, is_tagged=any(openers))
        placed = [
            self._placed(placement, page=pages[placement.page], opener=opener)
            for placement, opener in zip(sheet.placements, openers, strict=True)
        ]
        return "".join((moved(-media.x, -media.y), *placed, marks, self._slug(sheet)))

    def _slug(self, sheet: Sheet) -> str:
        if not (self._inks and sheet.slug_line):
            return ""
        return f"q\n{self._items(sheet.slug_line, opener=None, artifacts=True)}Q\n"

    def _marks(self, sheet: Sheet, *, is_tagged: bool) -> str:
        """On all plates for a press; in black, and not read aloud, for an office printer."""
        if self._inks or not sheet.marks:
            return registered(sheet.marks)
        pen = Pen(inks=False)
        drawn = "q\n" + "".join(stroked(mark, pen=pen) for mark in sheet.marks) + "Q\n"
        return f"{ARTIFACT}{drawn}{END}" if is_tagged else drawn

    def _placed(self, placement: Placement, *, page: Page, opener: Opener | None) -> str:
        """A page's background inside of its clip, then its items, in the page's own coordinates."""
        place = concatenated(placement.matrix)
        parts = []
        if page.background:
            clip = clipped(placement.clip) + place
            parts += ["q\n", clip, self._items(page.background, opener=opener, artifacts=True), "Q\n"]
        if page.items:
            parts += ["q\n", place, self._items(page.items, opener=opener, artifacts=False), "Q\n"]
        return "".join(parts)

    def _items(self, items: tuple[Item, ...], *, opener: Opener | None, artifacts: bool) -> str:
        pen, state = Pen(inks=self._inks), TextState()
        visible = [item for item in items if not isinstance(item, Link)]
        parts: list[str] = []
        for tag, group in groupby(visible, key=lambda item: None if artifacts else item.tag):
            operators = "".join([self._item(item, pen=pen, state=state) for item in group])
            if opener is None or not operators:
                parts.append(operators)
            else:
                parts += [opener(tag), operators, END]
        return "".join(parts)

    def _item(self, item: Glyphs | Fill | Stroke | Picture, *, pen: Pen, state: TextState) -> str:
        match item:
            case Glyphs():
                operators = written(item, typefaces=self._typefaces, state=state)
                return operators and pen.fill(item.run.color) + operators
            case Fill():
                return filled(item, pen=pen)
            case Stroke():
                return stroked(item, pen=pen)
            case Picture():
                return pen.knock_out() + self._pictures.written(item)
