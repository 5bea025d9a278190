"""Stapled booklets: order of pages, and paper that is really nested, folded and turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.geometry import MM
from leaflets.pages.page import Page, Pages
from leaflets.pages.setting import BLEED
from leaflets.printing import MOST_BLEED
from leaflets.sheets.impose import MOST_CREEP, padded, rows, saddle, signatures, single
from leaflets.sheets.sheet import Finish

A5 = Page(name="page", width=148 * MM, height=210 * MM, background=(), items=())
LETTERS = "ABCDEFGHIJKLMNOP"


@pytest.fixture
def booklet(pages):
    return pages(*((letter, 148, 210) for letter in LETTERS[:8]))


def test_left_to_right_is_bound_at_the_left(booklet, drawn):
    sheets = saddle(booklet, rtl=False, finish=Finish())
    assert [drawn(sheet, booklet, up=210)[0] for sheet in sheets] == [
        "HHHHHHHHHHHHHHHAAAAAAAAAAAAAAA",
        "BBBBBBBBBBBBBBBGGGGGGGGGGGGGGG",
        "FFFFFFFFFFFFFFFCCCCCCCCCCCCCCC",
        "DDDDDDDDDDDDDDDEEEEEEEEEEEEEEE",
    ]


def test_right_to_left_is_bound_at_the_right(booklet, drawn):
    sheets = saddle(booklet, rtl=True, finish=Finish())
    assert [drawn(sheet, booklet, up=210)[0] for sheet in sheets] == [
        "AAAAAAAAAAAAAAAHHHHHHHHHHHHHHH",
        "GGGGGGGGGGGGGGGBBBBBBBBBBBBBBB",
        "CCCCCCCCCCCCCCCFFFFFFFFFFFFFFF",
        "EEEEEEEEEEEEEEEDDDDDDDDDDDDDDD",
    ]


def read_through(sheets, *, rtl):
    """Pages as they are met when the nested and folded paper is leafed through from its cover."""
    sides = [(_sides(front), _sides(back)) for front, back in zip(sheets[::2], sheets[1::2], strict=True)]
    first = 0 if rtl else 1  # of the outer side, the half that lies on top when the booklet is closed
    opening = [page for front, back in sides for page in (front[first], back[1 - first])]
    closing = [page for front, back in reversed(sides) for page in (back[first], front[1 - first])]
    return opening + closing


def _sides(sheet):
    """The pages of the left and of the right half; None where it is empty."""
    half = sheet.width / 2
    left = [p.page for p in sheet.placements if p.x < half - 1]
    right = [p.page for p in sheet.placements if p.x > half - 1]
    return (left[0] if left else None, right[0] if right else None)


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("count", range(1, 15))
def test_leafing_through_is_reading(pages, count, rtl):
    booklet = pages(*((letter, 148, 210) for letter in LETTERS[:count]))
    read = read_through(saddle(booklet, rtl=rtl, finish=Finish()), rtl=rtl)
    assert [page for page in read if page is not None] == list(range(count))
    assert len(read) % 4 == 0
    assert read[-1] == count - 1, "the last page is the back of the cover"


@given(st.integers(min_value=1, max_value=200))
def test_every_page_is_placed_once(count):
    placed = [page for sheet in signatures(padded(count)) for side in sheet for page in side]
    assert sorted(page for page in placed if page is not None) == list(range(count))
    assert len(placed) == -(-count // 4) * 4


@pytest.mark.parametrize("rtl", [False, True])
def test_one_side_only_is_read_in_rows(booklet, drawn, rtl):
    first = drawn(rows(booklet, columns=2, rtl=rtl, finish=Finish())[0], booklet, up=210)[0]
    assert first == ("B" * 15 + "A" * 15 if rtl else "A" * 15 + "B" * 15)
    assert len(single(booklet)) == 8


@given(
    st.integers(min_value=1, max_value=120),
    st.floats(min_value=0, max_value=0.5 * MM),
    st.booleans(),
)
def test_after_folding_and_trimming_every_page_has_the_same_margins(count, thickness, rtl):
    """A sheet sticks out by what those around it are thick; its pages lie so much nearer to the fold."""
    booklet = Pages(pages=(A5,) * count, tags=(), sources=(), scale=10)
    flat = saddle(booklet, rtl=rtl, finish=Finish(bleed=3 * MM))
    moved = saddle(booklet, rtl=rtl, finish=Finish(bleed=3 * MM), thickness=thickness)
    for index, (before, after) in enumerate(zip(flat, moved, strict=True)):
        out = min(index // 2 * thickness, MOST_CREEP)
        fold = after.folds[0]
        assert (before.folds, before.media_box, len(before.placements)) == (
            after.folds,
            after.media_box,
            len(after.placements),
        )
        for old, new in zip(before.placements, after.placements, strict=True):
            outer_edge = new.x if old.x < fold - 1 else new.x + 148 * MM
            from_fold = abs(fold - outer_edge) + out
            assert from_fold == pytest.approx(148 * MM)
            assert (new.y, new.clip, new.page) == (old.y, old.clip, old.page)


def test_front_and_back_move_alike(booklet):
    """Seen through the paper, the pages of a sheet still lie behind each other."""
    sheets = saddle(booklet, rtl=False, finish=Finish(), thickness=0.1 * MM)
    assert sheets[0].placements[0].x == 0
    for front, back in zip(sheets[::2], sheets[1::2], strict=True):
        fronts = sorted(place.x for place in front.placements)
        behind = sorted(back.width - place.x - 148 * MM for place in back.placements)
        assert behind == pytest.approx(fronts)


def test_backgrounds_fill_the_widest_bleed_of_pages_that_creep_has_moved():
    assert BLEED >= MOST_BLEED + MOST_CREEP - 1e-9
