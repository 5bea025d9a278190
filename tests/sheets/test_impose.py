"""Folds, mirrors, bleeds and marks: geometry only."""

import pytest

from leaflets.document.folds import LETTER
from leaflets.geometry import MM, Rect
from leaflets.pages.page import Page, Pages, Tag
from leaflets.sheets.impose import folded, single
from leaflets.sheets.sheet import Finish


@pytest.fixture
def pages():
    made = [
        Page(name=name, width=LETTER.widths(297 * MM)[name], height=210 * MM, background=(), items=())
        for name in LETTER.reading
    ]
    return Pages(
        pages=tuple(made), tags=(Tag(role="Document", parent=None, language="en"),), sources=(), scale=10
    )


def drawn(sheet, pages):
    """The side as text: one letter for every 10 mm, the first of each panel's name in capitals."""
    row = [" "] * 30
    for placement in sheet.placements:
        name = pages.pages[placement.page].name
        letter = name[-1] if name.startswith("inside") else name[0].upper()
        start, width = round(placement.x / MM / 10), round(pages.pages[placement.page].width / MM / 10)
        row[start : start + width] = letter * width
    return "".join(row).rstrip()


@pytest.mark.parametrize(
    ("rtl", "outside", "inside"),
    [
        (False, "FFFFFFFFFFBBBBBBBBBBCCCCCCCCCC", "111111111122222222223333333333"),
        (True, "CCCCCCCCCCBBBBBBBBBBFFFFFFFFFF", "333333333322222222221111111111"),
    ],
)
def test_order_of_panels(pages, rtl, outside, inside):
    sides = folded(pages, fold=LETTER, rtl=rtl, finish=Finish(bleed=3 * MM))
    assert [drawn(side, pages) for side in sides] == [outside, inside]


def folds_of(sheet):
    return sorted(round(p.x / MM, 6) for p in sheet.placements if p.x > 0.01)


def test_fold_positions_meet_front_to_back(pages):
    """Seen through the paper, a fold of the outer side is the fold of the inner side (domain D1)."""
    for rtl, outer in ((False, [97.0, 197.0]), (True, [100.0, 200.0])):
        outside, inside = folded(pages, fold=LETTER, rtl=rtl, finish=Finish(bleed=3 * MM))
        assert folds_of(outside) == outer
        assert folds_of(inside) == sorted(297.0 - x for x in outer)


def test_the_flap_folds_in_behind_the_cover(pages):
    """The narrow panel of the outer side has the narrow panel of the inner side on its back."""
    for rtl in (False, True):
        outside, inside = folded(pages, fold=LETTER, rtl=rtl, finish=Finish(bleed=0))
        backs = {}
        for front in outside.placements:
            name = pages.pages[front.page].name
            mirrored = outside.width - front.x - pages.pages[front.page].width
            back = next(p for p in inside.placements if abs(p.x - mirrored) < 0.01)
            backs[name] = pages.pages[back.page].name
        assert backs == {"flap": "inside-3", "back": "inside-2", "cover": "inside-1"}


def test_every_page_is_placed_once(pages):
    for sheets in (
        single(pages),
        folded(pages, fold=LETTER, rtl=False, finish=Finish(bleed=9, marked=True)),
    ):
        assert sorted(p.page for sheet in sheets for p in sheet.placements) == list(range(6))


def test_backgrounds_fill_the_bleed(pages):
    for sheet in folded(pages, fold=LETTER, rtl=True, finish=Finish(bleed=3 * MM)):
        clips = [p.clip for p in sheet.placements]
        assert min(c.x for c in clips) == pytest.approx(-3 * MM)
        assert max(c.right for c in clips) == pytest.approx(sheet.width + 3 * MM)
        assert all(c.y == pytest.approx(-3 * MM) for c in clips)


def test_marks_stand_outside_of_the_bleed(pages):
    plain, marked = (
        folded(pages, fold=LETTER, rtl=False, finish=Finish(bleed=3 * MM, marked=on))[0]
        for on in (False, True)
    )
    assert plain.marks == ()
    assert plain.media_box == plain.bleed_box
    assert len(marked.marks) == 8 + 4
    for mark in marked.marks:
        points = [numbers for _kind, numbers in mark.path]
        box = Rect(
            min(p[0] for p in points),
            min(p[1] for p in points),
            max(p[0] for p in points) - min(p[0] for p in points),
            max(p[1] for p in points) - min(p[1] for p in points),
        )
        outside = (
            box.right < marked.bleed_box.x
            or box.x > marked.bleed_box.right
            or box.top < marked.bleed_box.y
            or box.y > marked.bleed_box.top
        )
        assert outside
        assert marked.media_box.contains(box)
