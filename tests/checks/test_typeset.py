"""Rules of pages on real pages, spoiled: a font without rules, a heading left alone, a number at the edge."""

from dataclasses import replace

import pytest

from leaflets.api import open_files
from leaflets.build.inputs import open_fonts
from leaflets.checks.catalogue import RULES
from leaflets.checks.subject import Typeset
from leaflets.pages.page import Blemish, Glyphs
from leaflets.text.line import Flaw

BY_ID = {rule.id: rule for rule in RULES}


class Bare:
    """A face without rules for any script."""

    script_tags = frozenset()


@pytest.fixture
def typeset(laid_out, root):
    def made(tag):
        _job, laid = laid_out(tag)
        face = open_fonts(open_files(root)).by_id
        return Typeset(document=laid.document, pages=laid.pages, face=face)

    return made


def found(rule, subject):
    return list(BY_ID[rule].find(subject))


def role(item, tags):
    tag = item.tag
    while tag is not None and tags[tag].role not in ("H2", "Sect"):
        tag = tags[tag].parent
    return None if tag is None else tags[tag].role


@pytest.mark.parametrize("tag", ["en", "sr", "ar"])
def test_real_pages_pass(typeset, tag):
    for rule in (
        "shaping-font",
        "stranded-heading",
        "number-near-edge",
        "skipped-heading",
        "missing-glyph",
        "pale-text",
    ):
        assert found(rule, typeset(tag)) == [], rule


def test_a_font_without_rules_for_arabic(typeset):
    bare = replace(typeset("ar"), face=lambda _name: Bare())
    faults = found("shaping-font", bare)
    assert faults
    assert "letters of Arab" in faults[0].message
    assert faults[0].place is not None


def test_latin_needs_no_rules(typeset):
    assert found("shaping-font", replace(typeset("en"), face=lambda _name: Bare())) == []


def test_a_heading_at_the_foot_of_a_panel(typeset):
    subject = typeset("en")
    pages, tags = list(subject.pages.pages), subject.pages.tags
    at = next(n for n, page in enumerate(pages) if page.name == "inside-1")
    items = pages[at].items
    last = max(n for n, item in enumerate(items) if isinstance(item, Glyphs) and role(item, tags) == "H2")
    moved = tuple(
        item for item in items[last + 1 :] if isinstance(item, Glyphs) and role(item, tags) == "Sect"
    )
    kept = tuple(item for item in items if item not in moved and not is_after(item, items, last))
    pages[at] = replace(pages[at], items=kept)
    pages[at + 1] = replace(pages[at + 1], items=(*moved, *pages[at + 1].items))
    spoiled = replace(subject, pages=replace(subject.pages, pages=tuple(pages)))
    faults = found("stranded-heading", spoiled)
    assert len(faults) == 1
    assert 'at the foot of panel "inside-1"' in faults[0].message


def is_after(item, items, last):
    return isinstance(item, Glyphs) and items.index(item) > last


def test_a_number_at_the_edge(typeset):
    subject = typeset("en")
    page = next(page for page in subject.pages.pages if page.name == "flap")
    shifted = replace(
        page, items=tuple(replace(i, x=1.0) if isinstance(i, Glyphs) else i for i in page.items)
    )
    pages = tuple(shifted if each is page else each for each in subject.pages.pages)
    faults = found("number-near-edge", replace(subject, pages=replace(subject.pages, pages=pages)))
    assert faults
    assert "within 3 mm" in faults[0].message


def test_a_word_in_two_typefaces(typeset):
    flaw = Flaw(kind="mixed-faces", text="kuća", language="sr-Latn", key=0, face="mine.ttf#0")
    real = typeset("sr")
    assert found("mixed-faces", real) == []
    blemish = Blemish(flaw=flaw, origin=real.document.messages[0].origin)
    (told,) = found("mixed-faces", replace(real, pages=replace(real.pages, blemishes=(blemish,))))
    assert 'letters of "kuća" come from a second font, mine.ttf#0' in told.message
    assert told.place.file.endswith("sr/LC_MESSAGES/victims-rights.po")
