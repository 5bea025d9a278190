"""The oracle: silent where the ink is right, and loud where one glyph is not."""

from dataclasses import replace

import pytest

from leaflets.pages.page import Glyphs
from leaflets.preflight.oracle import Ink, differences, distance, ink_of_pages, ink_of_pdf
from leaflets.project import Profile


def sheets_of(samples, profile):
    make = samples.print_sheets if profile is Profile.PRINT else samples.screen_sheets
    return make(samples.pages)


def with_run(pages, index, change):
    """The pages with the run of one item of the first page changed."""
    first = pages.pages[0]
    items = list(first.items)
    items[index] = replace(items[index], run=change(items[index].run))
    return replace(pages, pages=(replace(first, items=tuple(items)), *pages.pages[1:]))


@pytest.mark.parametrize("profile", [Profile.PRINT, Profile.SCREEN])
def test_the_ink_is_right(samples, profile):
    expected = ink_of_pages(samples.pages, sheets_of(samples, profile), samples.faces)
    found = ink_of_pdf(getattr(samples, profile))
    assert len(expected) > 200
    assert differences(expected, found) == ()
    assert sum(len(i.contours) for i in expected) == sum(len(i.contours) for i in found)


@pytest.mark.parametrize(("field", "amount"), [("xs", 5), ("ys", -7)])
def test_one_moved_glyph_is_found(samples, field, amount):
    def moved(run):
        values = list(getattr(run, field))
        values[4] += amount
        return replace(run, **{field: tuple(values)})

    changed = with_run(samples.pages, 1, moved)
    expected = ink_of_pages(changed, sheets_of(samples, Profile.SCREEN), samples.faces)
    (fault,) = differences(expected, ink_of_pdf(samples.screen))
    assert fault == f"page 1: ink of 'o' is off by {abs(amount)}.0 font units ({abs(amount) / 100:.3f} pt)"


def test_a_moved_mark_of_a_cluster_is_found(samples):
    """Inside of a composite of the Arabic line."""
    items = samples.pages.pages[0].items
    index = next(i for i, item in enumerate(items) if isinstance(item, Glyphs) and "يُ" in item.run.text)
    marked = next(i for i, y in enumerate(items[index].run.ys) if y)
    changed = with_run(
        samples.pages,
        index,
        lambda run: replace(run, ys=(*run.ys[:marked], run.ys[marked] + 10, *run.ys[marked + 1 :])),
    )
    expected = ink_of_pages(changed, sheets_of(samples, Profile.SCREEN), samples.faces)
    assert differences(expected, ink_of_pdf(samples.screen))


def test_another_glyph_is_found(samples):
    changed = with_run(samples.pages, 1, lambda run: replace(run, glyphs=(run.glyphs[1], *run.glyphs[1:])))
    expected = ink_of_pages(changed, sheets_of(samples, Profile.SCREEN), samples.faces)
    assert any(
        "missing" in fault or "off by" in fault for fault in differences(expected, ink_of_pdf(samples.screen))
    )


def test_ink_that_nothing_asks_for_is_found(samples):
    first = samples.pages.pages[0]
    fewer = replace(samples.pages, pages=(replace(first, items=first.items[1:]), samples.pages.pages[1]))
    expected = ink_of_pages(fewer, sheets_of(samples, Profile.SCREEN), samples.faces)
    faults = differences(expected, ink_of_pdf(samples.screen))
    assert "page 1: ink of 'E' that no run asks for" in faults


def test_the_page_is_named(samples):
    expected = ink_of_pages(samples.pages, sheets_of(samples, Profile.SCREEN), samples.faces)
    found = tuple(ink for ink in ink_of_pdf(samples.screen) if ink.page == 0)
    assert all(fault.startswith("page 2: ") and "missing" in fault for fault in differences(expected, found))


SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def test_contours_may_begin_anywhere():
    assert distance(SQUARE, SQUARE[2:] + SQUARE[:2]) == 0


def test_distance_is_that_of_the_worst_point():
    assert distance(SQUARE, (*SQUARE[:3], (0.0, 1.25))) == 0.25


def test_one_unit_is_allowed_and_more_is_not():
    def ink(dx):
        contour = tuple((x + dx, y) for x, y in SQUARE)
        return (Ink(page=0, text="a", contours=(contour,), unit=0.01),)

    assert differences(ink(0), ink(0.0099)) == ()
    assert differences(ink(0), ink(0.0201)) == ("page 1: ink of 'a' is off by 2.0 font units (0.020 pt)",)


def test_the_same_ink_twice_is_asked_for_twice():
    one = (Ink(page=0, text="a", contours=(SQUARE,), unit=0.01),)
    assert differences(one + one, one) == ("page 1: ink of 'a' is missing",)
