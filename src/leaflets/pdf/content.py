"""A sheet and the drawn pages placed on it -> the operators of one PDF page, with its marked content."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

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
        placed = [
            self._placed(placement, page=self._drawn[placement.page], opener=opener)
            for placement, opener in zip(sheet.placements, openers, strict=True)
        ]
        said = ("q\n", self._pieces(slug, opener=None), "Q\n") if slug else ()
        return "".join((moved(-media.x, -media.y), *placed, marks, *said))

    def _marks(self, sheet: Sheet, *, is_tagged: bool) -> str:
        """On all plates for a press; in black, and not read aloud, for an office printer."""
        if self._inks or not sheet.marks:
            return registered(sheet.marks)
        pen = Pen(inks=False)
        drawn = "q\n" + "".join(pen.stroke(mark.color) + stroked(mark) for mark in sheet.marks) + "Q\n"
        return f"{ARTIFACT}{drawn}{END}" if is_tagged else drawn

    def _placed(self, placement: Placement, *, page: DrawnPage, opener: Opener | None) -> str:
        """A page's background inside of its clip, then its items, in the page's own coordinates."""
        place = concatenated(placement.matrix)
        parts = []
        if page.background:
            clip = clipped(placement.clip) + place
            parts += ["q\n", clip, self._pieces(page.background, opener=opener, artifacts=True), "Q\n"]
        if page.items:
            parts += ["q\n", place, self._pieces(page.items, opener=opener), "Q\n"]
        return "".join(parts)

    def _pieces(self, pieces: Sequence[Piece], *, opener: Opener | None, artifacts: bool = False) -> str:
        pen = Pen(inks=self._inks)
        parts: list[str] = []
        for tag, group in groupby(pieces, key=lambda piece: None if artifacts else piece.paint.tag):
            if opener is not None:
                parts.append(opener(tag))
            for paint, operators in group:
                parts += self._set(paint, pen), operators
            if opener is not None:
                parts.append(END)
        return "".join(parts)

    def _set(self, paint: Paint, pen: Pen) -> str:
        """The operators that bring the graphics state to what a piece is painted with."""
        if paint.color is None:
            self.images[paint.file] = None
            return pen.knock_out()
        return pen.fill(paint.color) if paint.kind == "fill" else pen.stroke(paint.color)
