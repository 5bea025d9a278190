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
