"""Lines along the four sides of a group: at the logical side, so mirrored for right-to-left."""

import pytest

from leaflets.geometry import MM
from leaflets.pages.page import Stroke


@pytest.mark.parametrize(("tag", "start", "end"), [("en", 10, 95), ("ar", 95, 10)])
def test_four_sides(lay, tag, start, end):
    layout = (
        '<sheet size="A6" fold="none" fit="10pt 10pt"><panel name="page"/>'
        '<flow panels="page"><section class="framed"/></flow></sheet>'
    )
    style = "flow { padding: 10mm; } .framed { height: 20mm;" + "".join(
        f" border-{side}: {width}pt muted;"
        for side, width in (("block-start", 1), ("block-end", 2), ("inline-start", 3), ("inline-end", 4))
    )
    laid = lay(layout, style + " }", tag=tag)
    found = {
        item.width: [round(v / MM) for _kind, point in item.path for v in point]
        for item in laid.pages.pages[0].items
        if isinstance(item, Stroke)
    }
    assert found == {
        1: [10, 138, 95, 138],
        2: [10, 118, 95, 118],
        3: [start, 118, start, 138],
        4: [end, 118, end, 138],
    }


@pytest.mark.parametrize(
    ("style", "widths"),
    [
        ("border: 1pt muted;", [1, 1, 1, 1]),
        ("border: 1pt muted; border-inline-end: 3pt accent;", [1, 1, 1, 3]),
        ("border-inline-end: 3pt accent; border: 1pt muted;", [1, 1, 1, 1]),
        ("border: 1pt muted; border-block-end: none;", [1, 1, 1]),
        ("border: 1pt muted; border: none;", []),
    ],
)
def test_all_sides_at_once(lay, style, widths):
    layout = (
        '<sheet size="A6" fold="none" fit="10pt 10pt"><panel name="page"/>'
        '<flow panels="page"><section class="framed"/></flow></sheet>'
    )
    laid = lay(layout, f".framed {{ height: 20mm; {style} }}")
    assert sorted(i.width for i in laid.pages.pages[0].items if isinstance(i, Stroke)) == widths
