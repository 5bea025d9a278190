"""The repository's leaflet as a reader needs it: sizes, margins, contrast, the helpline on every side."""

import pytest

from leaflets.api import open_files, sheets_of
from leaflets.color import contrast
from leaflets.document.extract import count_words, extract_contacts, extract_layouts
from leaflets.document.places import places
from leaflets.geometry import MM
from leaflets.pages.page import Glyphs
from leaflets.project import Profile

TAGS = ("en", "sr", "sr-Latn", "ar")


def test_the_source_has_420_to_480_words(root, laid_out):
    files = open_files(root)
    job, laid = laid_out("en")
    messages = (*extract_layouts("victims-rights", files=files), *extract_contacts(job.project.contacts))
    shown = places(laid.document)
    assert 420 <= count_words(m for m in messages if m.key in shown) <= 480


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_is_smaller_than_10_points(laid_out, tag):
    _job, laid = laid_out(tag)
    sizes = [item.size for page in laid.pages.pages for item in page.items if isinstance(item, Glyphs)]
    assert min(sizes) >= 10


@pytest.mark.parametrize("tag", TAGS)
def test_text_keeps_5_mm_from_trim_and_folds(laid_out, tag):
    _job, laid = laid_out(tag)
    for page in laid.pages.pages:
        for item in page.items:
            if isinstance(item, Glyphs) and item.run.text.strip():
                lead = len(item.run.text) - len(item.run.text.strip())
                assert item.x + lead >= 5 * MM - 4, (page.name, item.run.text)
                assert item.x + item.run.width * item.size <= page.width - 5 * MM + 4, (
                    page.name,
                    item.run.text,
                )
                assert 5 * MM <= item.y <= page.height - 5 * MM, (page.name, item.run.text)


def test_contrast(laid_out):
    palette = laid_out("en")[0].project.palette
    for text in ("ink", "heading", "muted", "accent"):
        for paper in ("paper", "draft", "tint"):
            assert contrast(palette[text].screen, palette[paper].screen) >= 4.5, (text, paper)


@pytest.mark.parametrize("tag", TAGS)
def test_the_helpline_stands_on_every_side(laid_out, tag):
    job, laid = laid_out(tag)
    for sheet in sheets_of(job, laid, Profile.PRINT):
        shown = [
            item
            for placement in sheet.placements
            for item in laid.pages.pages[placement.page].items
            if isinstance(item, Glyphs) and "785 00 00" in item.run.text
        ]
        assert max(item.size for item in shown) >= 12


@pytest.mark.parametrize("tag", TAGS)
def test_the_cover_is_neutral(laid_out, tag):
    _job, laid = laid_out(tag)
    cover = laid.pages.pages[0]
    text = " ".join(item.run.text for item in cover.items if isinstance(item, Glyphs)).casefold()
    for word in ("victim", "traffick", "žrtv", "жртв", "trgovin", "трговин", "ضحايا", "ضحية", "الاتجار"):
        assert word not in text


@pytest.mark.parametrize("tag", TAGS)
def test_every_panel_of_a_draft_says_so_in_three_languages(laid_out, tag):
    _job, laid = laid_out(tag)
    for page in laid.pages.pages:
        text = "".join(item.run.text for item in page.items if isinstance(item, Glyphs))
        assert "Do not hand out" in text
        assert "Не делити" in text
        assert tag != "ar" or "مسودة" in text
