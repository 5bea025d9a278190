"""Folds: every table of folds is paper that can be folded, in both directions of writing."""

import pytest

from leaflets.document.folds import FOLDS, LETTER
from leaflets.geometry import MM, Rect
from leaflets.sheets.impose import folded, folded_over, reduced, single
from leaflets.sheets.sheet import Finish

LETTERS = {"cover": "C", "back": "B", "flap": "F"}


@pytest.fixture
def sides(pages):
    """The two sides of a fold, with its pages."""

    def make(fold, *, rtl=False, width=297, finish=Finish()):  # noqa: B008 - frozen
        widths = fold.widths(width * MM)
        made = pages(*((LETTERS.get(n, n[-1]), widths[n] / MM, 210) for n in fold.reading))
        named = made.pages
        renamed = tuple(
            type(page)(name=n, width=page.width, height=page.height, background=(), items=())
            for n, page in zip(fold.reading, named, strict=True)
        )
        whole = type(made)(pages=renamed, tags=made.tags, sources=(), scale=10)
        return made, folded(whole, fold=fold, rtl=rtl, finish=finish)

    return make


@pytest.mark.parametrize(
    ("name", "rtl", "outside", "inside"),
    [
        ("letter", False, "FFFFFFFFFFBBBBBBBBBBCCCCCCCCCC", "111111111122222222223333333333"),
        ("letter", True, "CCCCCCCCCCBBBBBBBBBBFFFFFFFFFF", "333333333322222222221111111111"),
        ("z", False, "33333333334444444444CCCCCCCCCC", "11111111112222222222BBBBBBBBBB"),
        ("z", True, "CCCCCCCCCC44444444443333333333", "BBBBBBBBBB22222222221111111111"),
        ("half", False, "BBBBBBBBBBBBBBBCCCCCCCCCCCCCCC", "111111111111111222222222222222"),
        ("half", True, "CCCCCCCCCCCCCCCBBBBBBBBBBBBBBB", "222222222222222111111111111111"),
    ],
)
def test_order_of_panels(sides, drawn, name, rtl, outside, inside):
    made, found = sides(FOLDS[name], rtl=rtl)
    shown = [drawn(side, made, up=210)[0] for side in found]
    assert shown == [outside, inside]


@pytest.mark.parametrize("fold", FOLDS.values(), ids=FOLDS)
@pytest.mark.parametrize("width", [297, 279.4, 171.2])
def test_widths_fill_the_sheet_and_flaps_are_narrower(fold, width):
    widths = fold.widths(width * MM)
    for side in fold.sides:
        assert sum(widths[name] for name in side.panels) == pytest.approx(width * MM)
    others = {round(widths[name], 6) for name in fold.reading if name not in fold.narrow}
    assert len(others) == 1
    assert all(widths[name] == pytest.approx(others.copy().pop() - 3 * MM, abs=1e-4) for name in fold.narrow)


def test_a4_letter_fold_is_97_100_100():
    assert [round(LETTER.widths(297 * MM)[n] / MM, 6) for n in LETTER.sides[0].panels] == [97, 100, 100]


def leaves(found):
    """Each third or half of the paper from the left of the outer side: what it shows, and on its back."""
    outside, inside = found
    behind = {round(outside.width - p.x, 3): p for p in inside.placements}
    result = []
    for front in sorted(outside.placements, key=lambda p: p.x):
        right = min(behind, key=lambda x: abs(x - front.x))
        result.append((front.page, behind[right].page))
    return result


def stacked(name, found):
    """The folded paper from the top: (what is seen from above, what from below) of each layer."""
    left, *middle, right = leaves(found)
    if name == "half":
        return [right, left[::-1]]
    (centre,) = middle
    if name == "letter":
        return [right, left, centre[::-1]]
    return [right, centre[::-1], left]


@pytest.mark.parametrize("fold", FOLDS.values(), ids=FOLDS)
def test_folded_paper_shows_its_cover_and_its_back(sides, fold):
    """The halves are laid over each other as hands would; what is seen is neutral (domain D1)."""
    _made, found = sides(fold)
    layers = stacked(fold.name, found)
    seen = layers[0][0], layers[-1][1]
    assert tuple(fold.reading[index] for index in seen) == fold.seen


@pytest.mark.parametrize("fold", FOLDS.values(), ids=FOLDS)
def test_right_to_left_is_the_mirror_image(sides, fold):
    _made, plain = sides(fold)
    _made, mirrored = sides(fold, rtl=True)
    for a, b in zip(plain, mirrored, strict=True):
        widths = fold.widths(a.width)
        spans = {(p.page, round(a.width - p.x - widths[fold.reading[p.page]], 3)) for p in a.placements}
        assert spans == {(p.page, round(p.x, 3)) for p in b.placements}


@pytest.mark.parametrize("fold", FOLDS.values(), ids=FOLDS)
@pytest.mark.parametrize("rtl", [False, True])
def test_folds_meet_front_to_back(sides, fold, rtl):
    _made, (outside, inside) = sides(fold, rtl=rtl)
    assert sorted(outside.folds) == pytest.approx(sorted(inside.width - x for x in inside.folds))


def test_office_ticks_stand_within_the_page_at_its_folds(sides):
    _made, (outside, _inside) = sides(LETTER, finish=Finish(margin=5 * MM, marked=True))
    assert outside.media_box == outside.trim
    assert len(outside.marks) == 4
    for mark in outside.marks:
        assert mark.dash
        for _kind, (x, y) in mark.path:
            assert any(abs(x - fold) < 0.01 for fold in outside.folds)
            assert 5 * MM - 0.01 <= min(y, outside.height - y) <= 8 * MM + 0.01


@pytest.mark.parametrize(
    ("rtl", "shown"),
    [
        (False, ["CCCCCCCCCBBBBBBBBB".lower(), "111111111222222222"]),
        (True, ["BBBBBBBBBCCCCCCCCC".lower(), "222222222111111111"]),
    ],
)
def test_both_sides_on_one_stand_head_to_head(sides, drawn, rtl, shown):
    made, found = sides(FOLDS["half"], rtl=rtl, width=180)
    assert drawn(folded_over(*found), made, up=210) == shown


@pytest.mark.parametrize("rtl", [False, True])
def test_folded_over_it_is_the_sheet_that_is_printed_on_both_sides(sides, rtl):
    """What is above the fold goes behind what is below it, and is seen from there the right way up."""
    made, (outside, inside) = sides(FOLDS["half"], rtl=rtl, width=180)
    whole = folded_over(outside, inside)
    (level,) = whole.folds_across
    assert (level, whole.height) == (inside.height, 2 * inside.height)
    assert tuple(place for place in whole.placements if not place.turned) == inside.placements
    behind = {}
    for place in (place for place in whole.placements if place.turned):
        page = made.pages[place.page]
        here = place.on_sheet(Rect(0, 0, page.width, page.height))
        behind[place.page] = Rect(whole.width - here.right, 2 * level - here.top, here.width, here.height)
    assert behind == {
        place.page: Rect(place.x, place.y, made.pages[place.page].width, made.pages[place.page].height)
        for place in outside.placements
    }


@pytest.mark.parametrize(
    ("sheet", "paper", "factor"),
    [((297, 420), (210, 297), 210 / 297), ((279.4, 431.8), (215.9, 279.4), 279.4 / 431.8)],
)
def test_a_poster_is_made_as_large_as_the_paper_and_printed_within_its_margins(pages, sheet, paper, factor):
    made = pages(("P", *sheet))
    (whole,) = single(made)
    small = reduced(whole, width=paper[0] * MM, height=paper[1] * MM, margin=5 * MM)
    assert (small.width, small.height) == pytest.approx((sheet[0] * factor * MM, sheet[1] * factor * MM))
    (place,) = small.placements
    assert place.scale == pytest.approx(factor)
    left = (paper[0] * MM - small.width) / 2
    assert place.clip.x + left >= 5 * MM - 0.01
    assert place.clip.y == pytest.approx(5 * MM, abs=0.1)
    assert place.on_sheet(Rect(0, 0, sheet[0] * MM, sheet[1] * MM)).top == pytest.approx(small.height)


@pytest.mark.parametrize("rtl", [False, True])
def test_what_is_put_on_its_head_twice_stands_as_before(sides, rtl):
    _made, found = sides(FOLDS["half"], rtl=rtl, width=180)
    for sheet in found:
        for place in sheet.placements:
            once = place.put(sheet.trim, on_head=True)
            assert once.turned is not place.turned
            assert once.put(sheet.trim, on_head=True) == place
