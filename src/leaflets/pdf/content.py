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
            parts += ["q\n", clip, self._pieces(page.background, opener=opener), "Q\n"]
        if page.items:
            parts += ["q\n", place, self._pieces(page.items, opener=opener), "Q\n"]
        return "".join(parts)

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
