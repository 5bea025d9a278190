"""A sheet and the drawn pages placed on it -> the operators of one PDF page, with its marked content."""

from collections.abc import Callable, Iterable, Sequence

from leaflets.pdf.drawing import DrawnPage, Paint, Piece
from leaflets.pdf.graphics import Pen, clipped, concatenated, moved, registered, stroked
from leaflets.sheets.sheet import Placement, Sheet

Opener = Callable[[int | None], str]
"""Tag, None for an artifact -> the operator that begins its marked content."""

ARTIFACT = "/Artifact <</Type /Layout>> BDC\n"
END = "EMC\n"


class Painter:
    """What all pages of one file share when their content is written."""

    def __init__(self, drawn: Sequence[DrawnPage], *, inks: bool) -> None:
        self._drawn = drawn
        self._inks = inks
        self.images: dict[str, None] = {}
        """Files of the images that were shown, in order."""

    def sheet_operators(
        self, sheet: Sheet, *, openers: Iterable[Opener | None], slug: Sequence[Piece] = ()
    ) -> str:
        """All content of a sheet; `openers` mark the content of each placement, None for unmarked."""
        media = sheet.media_box
        openers = tuple(openers)
        marks = self._marks(sheet, is_tagged=any(openers))
        placements = tuple(zip(sheet.placements, openers, strict=True))
        skip = int(self._is_of_one_paper(sheet))
        papers = [self._background(one, slice(0, skip), opener) for one, opener in placements if skip]
        placed = [self._placed(one, skip, opener) for one, opener in placements]
        said = ("q\n", self._pieces(slug, opener=None), "Q\n") if slug else ()
        return "".join((moved(-media.x, -media.y), *papers, *placed, marks, *said))

    def _is_of_one_paper(self, sheet: Sheet) -> bool:
        """Whether the first of what lies below each page is the same, and the pages meet at folds.

        It is then painted before all else: over the edge of a neighbour's band, a viewer's smoothing would
        leave a line of it.
        """
        below = [self._drawn[placement.page].background for placement in sheet.placements]
        return bool(sheet.folds) and all(below) and len({pieces[0][1] for pieces in below}) == 1

    def _marks(self, sheet: Sheet, *, is_tagged: bool) -> str:
        """On all plates for a press; in black, and not read aloud, for an office printer."""
        if self._inks or not sheet.marks:
            return registered(sheet.marks)
        pen = Pen(inks=False)
        drawn = "q\n" + "".join(pen.stroke(mark.color) + stroked(mark) for mark in sheet.marks) + "Q\n"
        return f"{ARTIFACT}{drawn}{END}" if is_tagged else drawn

    def _placed(self, placement: Placement, skip: int, opener: Opener | None) -> str:
        """A page's background without its first pieces, then its items, in the page's own coordinates."""
        parts = [self._background(placement, slice(skip, None), opener)]
        items = self._drawn[placement.page].items
        if items:
            place = concatenated(placement.matrix)
            parts += ["q\n", place, self._pieces(items, opener=opener), "Q\n"]
        return "".join(parts)

    def _background(self, placement: Placement, part: slice, opener: Opener | None) -> str:
        """Some pieces of what lies below a page, inside of its clip."""
        pieces = self._drawn[placement.page].background[part]
        if not pieces:
            return ""
        clip = clipped(placement.clip) + concatenated(placement.matrix)
        return "".join(("q\n", clip, self._pieces(pieces, opener=opener), "Q\n"))

    def _pieces(self, pieces: Sequence[Piece], *, opener: Opener | None) -> str:
        pen = Pen(inks=self._inks)
        parts: list[str] = []
        inside: int | None = None
        painted: Paint | None = None
        for tag, paint, operators in pieces:
            if opener is not None and (tag != inside or not parts):
                parts += (END, opener(tag)) if parts else (opener(tag),)
                inside = tag
            if paint != painted:
                parts.append(self._set(paint, pen))
                painted = paint
            parts.append(operators)
        return "".join(parts) + (END if opener is not None else "")

    def _set(self, paint: Paint, pen: Pen) -> str:
        """The operators that bring the graphics state to what a piece is painted with."""
        kind, color, file = paint
        if color is None:
            self.images[file] = None
            return pen.knock_out()
        return pen.fill(color) if kind == "fill" else pen.stroke(color)
