"""Stapled booklets: order of pages, and paper that is really nested, folded and turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.sheets.impose import padded, rows, saddle, signatures, single
from leaflets.sheets.sheet import Finish

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
