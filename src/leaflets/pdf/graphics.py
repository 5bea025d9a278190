"""Colours and paths -> content stream operators, written only where the graphics state changes."""

from collections.abc import Sequence
from functools import lru_cache

from leaflets.color import Color
from leaflets.geometry import IDENTITY, Matrix, Path, Placed, Rect
from leaflets.pages.page import Fill, Picture, Stroke
from leaflets.pdf.objects import number, numbers

OVERPRINT, KNOCKOUT = "GSo", "GSn"
"""Names of the two graphics states of print: black ink overprints, everything else knocks out."""

REGISTRATION = "All"
"""Name of the colour space of marks: Separation /All, so that they stand on every plate."""

FINE, ROUGH = 0.05, 5.0
"""Points of a drawing's unit within which its own numbers are written: a page has no more of them than
PDF 1.3 can count (ISO 32000-1, annex C: 32767), and three decimals are fine enough."""

STEPS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Pen:
    """The graphics state of one `q … Q`: gives the operators that bring it to a colour."""

    def __init__(self, *, inks: bool) -> None:
        self._inks = inks
        self._fill = self._stroke = self._overprint = ""

    def fill(self, color: Color) -> str:
        """For text and shapes: black ink alone overprints (OPM 1).

        So no white gap shows at its edges, and the other three plates are the same whatever stands on the
        black one.
        """
        operator = _operands(color, inks=self._inks) + (" k\n" if self._inks else " rg\n")
        changed, self._fill = operator != self._fill, operator
        return self._overprinting(on=color.is_black) + (operator if changed else "")

    def stroke(self, color: Color) -> str:
        operator = _operands(color, inks=self._inks) + (" K\n" if self._inks else " RG\n")
        changed, self._stroke = operator != self._stroke, operator
        return self._overprinting(on=color.is_black) + (operator if changed else "")

    def knock_out(self) -> str:
        """For images, which cover what is under them."""
        return self._overprinting(on=False)

    def _overprinting(self, *, on: bool) -> str:
        if not self._inks:
            return ""
        state = OVERPRINT if on else KNOCKOUT
        changed, self._overprint = state != self._overprint, state
        return f"/{state} gs\n" if changed else ""


def _operands(color: Color, *, inks: bool) -> str:
    return _channels(color.print if inks else color.screen)


@lru_cache(maxsize=256)
def _channels(values: tuple[float, ...]) -> str:
    """Kept, as a page goes back and forth between few colours."""
    return numbers(values)


def filled(item: Fill) -> str:
    """A path of a drawing in units of its own, unless their numbers would be too rough or too large."""
    path = item.path
    if not isinstance(path, Placed):
        return f"{outlined(path)} f\n"
    if not FINE <= abs(path.matrix[3]) <= ROUGH:
        return f"{outlined(path[:])} f\n"
    return f"q {concatenated(path.matrix)}{outlined(path.own)} f Q\n"


def stroked(item: Stroke) -> str:
    return f"{number(item.width)} w [{numbers(item.dash)}] 0 d\n{outlined(item.path)} S\n"


def imaged(item: Picture, *, resource: str) -> str:
    """An image fills the unit square, which is mapped to its place (ISO 32000-1, 8.9.3)."""
    rect = item.rect
    matrix = numbers((rect.width, 0, 0, rect.height, rect.x, rect.y))
    return f"q {matrix} cm /{resource} Do Q\n"


def registered(marks: Sequence[Stroke]) -> str:
    """Marks in registration colour; what they leave in the graphics state ends with them."""
    if not marks:
        return ""
    return f"q\n/{REGISTRATION} CS 1 SCN\n{''.join(map(stroked, marks))}Q\n"


@lru_cache(maxsize=1024)
def outlined(path: Path) -> str:
    """The operators that build a path (ISO 32000-1, 8.5.2). Kept for what stands there in any language."""
    return " ".join([f"{numbers(points)} {STEPS[kind]}" if points else STEPS[kind] for kind, points in path])


def clipped(rect: Rect) -> str:
    """What follows is seen inside of the rectangle only."""
    return f"{numbers((rect.x, rect.y, rect.width, rect.height))} re W n\n"


def moved(x: float, y: float) -> str:
    return concatenated((1, 0, 0, 1, x, y)) if x or y else ""


@lru_cache(maxsize=256)
def concatenated(matrix: Matrix) -> str:
    """What follows is drawn in other coordinates (ISO 32000-1, 8.4.4). Kept for all shapes of a drawing.

    Factors have more decimals than places: their error grows with the size of the page.
    """
    if matrix == IDENTITY:
        return ""
    factors = " ".join([number(factor, decimals=7) for factor in matrix[:4]])
    return f"{factors} {numbers(matrix[4:])} cm\n"
