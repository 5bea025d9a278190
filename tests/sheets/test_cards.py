"""Cards on a sheet: how many, which way up, and that the back of each lies behind its front."""

from dataclasses import replace

import pytest

from leaflets.document.papers import PAPERS
from leaflets.geometry import MM, Rect
from leaflets.printing import PrintSettings
from leaflets.project import Profile
from leaflets.sheets.gang import ganged, grid
from leaflets.sheets.impose import rows, trimmed
from leaflets.sheets.renditions import sheets_for
from leaflets.sheets.sheet import Finish

PRESS, OFFICE = Finish(bleed=3 * MM), Finish(margin=5 * MM, marked=True)


@pytest.fixture
def card(pages):
    return pages(("F", 85.6, 54), ("B", 85.6, 54))


def sheets_of(card, *, heads=False, finish=PRESS, paper="A4"):
    sides = trimmed(card, finish=Finish(bleed=finish.bleed))
    return ganged(sides, paper=PAPERS[paper], gutter=4 * MM, heads_together=heads, finish=finish)


def boxes(sheet, pages):
    found = []
    for placement in sheet.placements:
        page = pages.pages[placement.page]
        low = (placement.x - page.width, placement.y - page.height)
        x, y = low if placement.turned else (placement.x, placement.y)
        found.append((Rect(x, y, page.width, page.height), placement.turned))
    return found


@pytest.mark.parametrize(("paper", "count"), [("A4", 10), ("letter", 9)])
def test_ten_on_a4(card, paper, count):
    front, back = sheets_of(card, paper=paper)
    assert len(front.placements) == len(back.placements) == count
    for box, _turned in boxes(front, card):
        assert front.media_box.grown(-4.9 * MM).contains(box)


def test_heads_meet(card, drawn):
    plain, turned = (sheets_of(card, heads=on)[0] for on in (False, True))
    assert [line.strip()[:1] for line in drawn(plain, card, up=58)] == ["F"] * 5
    assert [line.strip()[:1] for line in drawn(turned, card, up=58)] == ["F", "f", "F", "f", "F"]


@pytest.mark.parametrize("heads", [False, True])
def test_the_back_lies_behind_the_front(card, heads):
    """Laid over each other, seen through the paper, and both stand the same way up."""
    front, back = sheets_of(card, heads=heads)
    seen_through = {
        (round(box.mirrored(back.width).x, 3), round(box.y, 3)): turned for box, turned in boxes(back, card)
    }
    fronts = {(round(box.x, 3), round(box.y, 3)): turned for box, turned in boxes(front, card)}
    assert seen_through == fronts


def test_bleed_stays_in_the_gutter(card):
    front = sheets_of(card)[0]
    clips = [placement.clip for placement in front.placements]
    for a in clips:
        for b in clips:
            shared = a.within(b)
            assert a is b or shared.width <= 0.01 or shared.height <= 0.01


def test_an_office_printer_prints_inside_of_its_margins(card):
    front = sheets_of(card, finish=OFFICE)[0]
    printed = front.trim.grown(-4.9 * MM)
    assert all(printed.contains(placement.clip) for placement in front.placements)


def test_a_press_cuts_at_marks_outside_of_the_bleed(card):
    """Marks at both edges of every column and row; the block of cards is the trim, paper the media."""
    front = sheets_of(card)[0]
    assert (round(front.media_box.width / MM), round(front.media_box.height / MM)) == (210, 297)
    assert round((front.bleed_box.width - front.trim.width) / MM, 6) == 6
    assert len(front.marks) == 2 * 4 + 2 * 10
    edges = {round(v, 2) for box, _turned in boxes(front, card) for v in (box.x, box.right, box.y, box.top)}
    for mark in front.marks:
        (x, y), (right, top) = (numbers for _kind, numbers in mark.path)
        assert round(x if x == right else y, 2) in edges
        assert not front.bleed_box.grown(-0.1).x < x < front.bleed_box.right or not (
            front.bleed_box.y < y < front.bleed_box.top
        )
        assert front.media_box.contains(Rect(x, y, right - x, top - y))


def test_office_cut_marks_stand_outside_of_every_card(card):
    front = sheets_of(card, finish=OFFICE)[0]
    cards = [box.grown(-0.1) for box, _turned in boxes(front, card)]
    assert len(front.marks) == 10 * 8
    for mark in front.marks:
        for _kind, (x, y) in mark.path:
            assert not any(box.x < x < box.right and box.y < y < box.top for box in cards)


def test_one_sided_cards_have_their_backs_beside_them(card, drawn):
    for rtl in (False, True):
        pairs = rows(card, columns=2, rtl=rtl, finish=Finish())
        (sheet,) = ganged(
            pairs, paper=PAPERS["A4"], gutter=4 * MM, heads_together=False, finish=OFFICE, one_sided=True
        )
        letters = "".join(dict.fromkeys(drawn(sheet, card, up=59)[2].replace(" ", "")))
        assert letters == ("BF" if rtl else "FB")


@pytest.mark.parametrize(("size", "count", "lying"), [("A5", 2, True), ("A6", 4, False), ("A4", 1, False)])
def test_flyers_without_gutter_fill_the_paper(size, count, lying):
    paper = PAPERS[size]
    made = grid((paper.width, paper.height), paper=PAPERS["A4"], gutter=0.0)
    assert (made.count, made.paper[0] > made.paper[1]) == (count, lying)


@pytest.mark.parametrize(
    ("size", "cut"),
    [
        ((148, 210), {(148.5, 5), (148.5, 8), (148.5, 202), (148.5, 205)}),
        ((105, 148.5), {(105, 5), (105, 292), (5, 148.5), (205, 148.5)}),
        ((210, 297), set()),
    ],
)
def test_flyers_are_cut_apart_at_ticks_within_the_margin(pages, size, cut):
    sides = trimmed(pages(("F", *size), ("B", *size)), finish=Finish())
    for sheet in ganged(sides, paper=PAPERS["A4"], gutter=0.0, heads_together=False, finish=OFFICE):
        ends = {tuple(round(v / MM, 1) for v in end) for mark in sheet.marks for _kind, end in mark.path}
        assert cut <= ends
        assert bool(cut) == bool(ends)
        assert not any(mark.dash for mark in sheet.marks)


def test_a_flyer_with_its_back_beside_it_is_folded_at_ticks(pages):
    pairs = rows(pages(("F", 148, 210), ("B", 148, 210)), columns=2, rtl=False, finish=Finish())
    (sheet,) = ganged(
        pairs, paper=PAPERS["A4"], gutter=0.0, heads_together=False, finish=OFFICE, one_sided=True
    )
    assert {round(end[0] / MM, 1) for mark in sheet.marks for _kind, end in mark.path} == {148.5}
    assert all(mark.dash for mark in sheet.marks)


@pytest.mark.parametrize(
    ("size", "gutter", "sides"),
    [
        ((148, 210), 0, ["FB"]),
        ((105, 148.5), 0, ["FB"]),
        ((85.6, 54), 4, ["FB"]),
        ((148, 210), 4, ["F", "B"]),
        ((210, 297), 0, ["F", "B"]),
    ],
)
def test_who_prints_on_one_side_gets_backs_beside_fronts_where_both_fit(laid_out, pages, size, gutter, sides):
    made = pages(("F", *size), ("B", *size))
    spec = replace(
        laid_out("en")[1].document.sheet,
        fold="none",
        bind="cards",
        gutter=gutter * MM,
        width=size[0] * MM,
        height=size[1] * MM,
    )
    settings = PrintSettings(condition=None)
    found = sheets_for(made, spec, Profile.ONE_SIDED, rtl=False, settings=settings)
    assert [
        "".join(sorted({made.pages[place.page].name for place in sheet.placements}, reverse=True))
        for sheet in found
    ] == sides
