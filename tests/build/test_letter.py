"""American paper by one setting: the leaflet fits, and every fold, panel and card is where it belongs."""

from dataclasses import replace

import pytest

from leaflets.api import lay_out, open_files, open_project, plan, sheets_of
from leaflets.build.inputs import open_fonts
from leaflets.build.job import output_of, pages_of
from leaflets.geometry import MM
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.project import Profile

TAGS = ("en", "sr", "ar", "ur")
LETTER, TABLOID, HALF, CARD = (215.9, 279.4), (279.4, 431.8), (139.7, 215.9), (85.6, 54.0)
FORMATS = ("trifold", "booklet", "card", "poster", "poster-a4", "large-print")
WIDE, NARROW = (279.4 + 3) / 3, (279.4 + 3) / 3 - 3
"""Panels of a letter fold: the one that folds in is 3 mm narrower."""


@pytest.fixture(scope="session")
def american(root):
    made = {}

    def lay(tag, name):
        if (tag, name) not in made:
            files = open_files(root)
            project = open_project(files)
            project = replace(project, print=replace(project.print, paper="letter"))
            (job,) = plan(project, languages=(tag,), formats=(name,))
            made[tag, name] = job, lay_out(job, files)
        return made[tag, name]

    return lay


def mm(*points):
    return tuple(round(value / MM, 2) for value in points)


def rounded(*values):
    return tuple(round(value, 2) for value in values)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", FORMATS)
def test_everything_fits(american, tag, name):
    pages = american(tag, name)[1].pages
    assert pages.overset == pages.gaps == pages.broken == ()


@pytest.mark.parametrize(
    ("name", "size"),
    [("booklet", HALF), ("card", CARD), ("poster", TABLOID), ("poster-a4", LETTER), ("large-print", LETTER)],
)
@pytest.mark.parametrize("tag", TAGS)
def test_pages_have_the_american_size(american, tag, name, size):
    assert {mm(page.width, page.height) for page in american(tag, name)[1].pages.pages} == {rounded(*size)}


@pytest.mark.parametrize("tag", TAGS)
def test_panels_and_folds(american, tag):
    """The flap and what lies behind it are narrow; both sides have their folds at the same places."""
    job, laid = american(tag, "trifold")
    widths = {page.name: mm(page.width)[0] for page in laid.pages.pages}
    narrow = {name for name, width in widths.items() if width == round(NARROW, 2)}
    assert narrow == {"flap", "inside-3"}
    assert {widths[name] for name in widths.keys() - narrow} == {round(WIDE, 2)}
    outside, inside = sheets_of(job, laid, Profile.PRINT)
    assert mm(outside.width, outside.height) == (279.4, 215.9)
    behind = tuple(outside.width - fold for fold in reversed(inside.folds))
    assert mm(*behind) == mm(*outside.folds)
    folds = (WIDE, 2 * WIDE) if job.language.is_rtl else (NARROW, NARROW + WIDE)
    assert mm(*outside.folds) == rounded(*folds)


@pytest.mark.parametrize("tag", TAGS)
def test_a_booklet_is_stapled_in_the_middle(american, tag):
    job, laid = american(tag, "booklet")
    sides = sheets_of(job, laid, Profile.PRINT)
    assert len(laid.pages.pages) == 2 * len(sides)
    assert len(sides) % 2 == 0
    for side in sides:
        assert mm(side.width, side.height, *side.folds) == (279.4, 215.9, 139.7)
    last = len(laid.pages.pages) - 1
    first = [place.page for place in sorted(sides[0].placements, key=lambda place: place.x)]
    assert first == ([0, last] if job.language.is_rtl else [last, 0])


@pytest.mark.parametrize("tag", TAGS)
def test_nine_cards_stand_on_a_sheet(american, tag):
    job, laid = american(tag, "card")
    front, back = sheets_of(job, laid, Profile.OFFICE)
    assert mm(front.media_box.width, front.media_box.height) == (279.4, 215.9)
    places = {(round(place.x, 2), round(place.y, 2)) for place in front.placements}
    width = laid.pages.pages[0].width
    through = {(round(back.width - place.x - width, 2), round(place.y, 2)) for place in back.placements}
    assert len(places) == 9
    assert places == through


@pytest.mark.parametrize("name", FORMATS)
def test_offices_print_on_letter_and_the_ink_is_right(american, root, name):
    job, laid = american("ar", name)
    files = open_files(root)
    for profile in (Profile.PRINT, Profile.OFFICE):
        sheets = sheets_of(job, laid, profile)
        if profile is Profile.OFFICE:
            sizes = {tuple(sorted(mm(side.media_box.width, side.media_box.height))) for side in sheets}
            assert sizes <= {LETTER}
        if sheets:
            data = output_of(job, laid, profile, files).data
            wanted = ink_of_pages(pages_of(laid, profile), sheets, open_fonts(files).by_id)
            assert differences(wanted, ink_of_pdf(data)) == ()
