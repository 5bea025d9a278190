"""Operators for colours and paths."""

import pytest

from leaflets.color import BLACK, WHITE, Color
from leaflets.geometry import Placed
from leaflets.pages.page import Fill, Stroke
from leaflets.pdf.graphics import Pen, filled, outlined, stroked

BLUE = Color(name="blue", screen=(0, 0, 1), print=(1, 0.5, 0, 0))
LINE = (("M", (0, 0)), ("L", (10.5, 0)), ("C", (1, 2, 3, 4, 5, 6.12345)), ("Z", ()))


def test_paths():
    assert outlined(LINE) == "0 0 m 10.5 0 l 1 2 3 4 5 6.123 c h"


def test_a_color_is_set_once():
    pen = Pen(inks=False)
    assert pen.fill(BLUE) == "0 0 1 rg\n"
    assert pen.fill(BLUE) == ""
    assert pen.fill(WHITE) == "1 1 1 rg\n"


GREY = Color(name="grey", screen=(0.5, 0.5, 0.5), print=(0, 0, 0, 0.5))


@pytest.mark.parametrize(("color", "ink"), [(BLACK, "0 0 0 1"), (GREY, "0 0 0 0.5")])
def test_black_ink_alone_overprints_in_print(color, ink):
    """Also a tint of it: then no language leaves a trace on the plates that all share."""
    pen = Pen(inks=True)
    assert pen.fill(color) == f"/GSo gs\n{ink} k\n"
    assert pen.fill(BLUE) == "/GSn gs\n1 0.5 0 0 k\n"


def test_white_never_overprints():
    assert "/GSo" not in Pen(inks=True).fill(WHITE)


def test_fill_and_stroke():
    pen = Pen(inks=True)
    assert pen.fill(BLUE) == "/GSn gs\n1 0.5 0 0 k\n"
    assert filled(Fill(path=LINE[:1], color=BLUE)) == "0 0 m f\n"
    stroke = Stroke(path=LINE[:2], color=BLACK, width=0.25, dash=(3, 2))
    assert pen.stroke(BLACK) == "/GSo gs\n0 0 0 1 K\n"
    assert stroked(stroke) == "0.25 w [3 2] 0 d\n0 0 m 10.5 0 l S\n"


def test_a_drawing_is_written_in_its_own_units():
    placed = Placed(own=LINE[:2], matrix=(-0.5, 0, 0, 0.5, 100, 20))
    assert filled(Fill(path=placed, color=BLUE)) == "q -0.5 0 0 0.5 100 20 cm\n0 0 m 10.5 0 l f Q\n"


@pytest.mark.parametrize(("unit", "side"), [(1e-4, 1e6), (100, 0.0123)])
def test_a_drawing_in_tiny_or_huge_units_is_written_in_points(unit, side):
    """PDF 1.3 has no numbers of a million, and three decimals of a unit of 100 points are not enough."""
    placed = Placed(own=(("M", (0, 0)), ("L", (side, 0))), matrix=(unit, 0, 0, -unit, 5, 5))
    assert filled(Fill(path=placed, color=BLUE)) == f"5 5 m {5 + unit * side:g} 5 l f\n"
