"""The slug line: black, below the marks and outside of the bleed, within the width of the sheet."""

import pytest

from leaflets.api import open_files
from leaflets.build.inputs import open_fonts
from leaflets.config.languages import shipped_languages
from leaflets.geometry import MM, Rect
from leaflets.pages.page import Stroke
from leaflets.sheets.impose import SLUG
from leaflets.sheets.marks import marks
from leaflets.sheets.sheet import Placement, Sheet
from leaflets.sheets.slug import SIZE, with_slug

TEXT = "guide-ar-2026-11-trifold-print-DRAFT.pdf · 2026-11 · Arabic (ar) · 2026-11-01 · outside"


@pytest.fixture
def slug(root):
    (english,) = (language for language in shipped_languages() if language.tag == "en")
    library = open_fonts(open_files(root))

    def made(width, *, marked=True):
        drawn: tuple[Stroke, ...] = marks(width, 100.0, bleed=3 * MM, folds=()) if marked else ()
        whole = Rect(0, 0, width, 100)
        sheet = Sheet(
            name="outside",
            width=width,
            height=100.0,
            bleed=3 * MM,
            slug=SLUG if marked else 0.0,
            placements=(Placement(page=0, x=0, y=0, clip=whole),),
            marks=drawn,
        )
        return with_slug(sheet, TEXT, language=english, library=library)

    return made


@pytest.mark.parametrize("width", [85 * MM, 297 * MM])
def test_it_stands_below_the_marks_and_on_the_media(slug, width):
    sheet = slug(width)
    lowest = min(y for mark in sheet.marks for _kind, (_x, y) in mark.path)
    assert "".join(item.run.text for item in sheet.slug_line) == TEXT
    for item in sheet.slug_line:
        assert item.y + 0.8 * item.size < lowest
        assert item.y - 0.3 * item.size > sheet.media_box.y
        assert item.size <= SIZE
    last = sheet.slug_line[-1]
    assert last.x + last.run.width * last.size <= width + 0.01


def test_it_is_on_the_black_plate_only(slug):
    assert {item.run.color.print for item in slug(297 * MM).slug_line} == {(0.0, 0.0, 0.0, 1.0)}


def test_without_marks_there_is_none(slug):
    assert slug(297 * MM, marked=False).slug_line == ()
