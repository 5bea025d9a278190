"""Forced breaks: what is asked for stands in another panel or column, nothing is lost, in both directions."""

import re

import pytest

from leaflets.errors import LayoutError
from leaflets.pages.page import Fill, Glyphs

STYLE = "flow { padding: 10mm; } section { break-inside: auto; margin: 0 0 1em; } p { margin: 0; }\n"
TAGS = ("en", "ar")


def said(text):
    return f"{{% trans %}}{text}{{% endtrans %}}"


def paragraphs(first, last, inside=None):
    mark = {inside: ' class="here"'} if inside else {}
    return "".join(f"<p{mark.get(n, '')}>{said(f'word{n}')}</p>" for n in range(first, last))


def sheet(content, *, panels='<panel name="page" repeat="flow"/>', names="page"):
    flow = f'<flow panels="{names}">{content}</flow>'
    return f'<sheet size="A6" fold="none" fit="10pt 10pt">{panels}{flow}</sheet>'


WORDS = re.compile(r"[A-Za-z]+\d?")


@pytest.fixture
def shown(lay, lines):
    """Layout, style and language -> the words of each page."""

    def found(layout, style, *, tag="en"):
        pages = lay(layout, STYLE + style, tag=tag).pages.pages
        return [WORDS.findall(" ".join(text for text, _x, _y in lines(page))) for page in pages]

    return found


def words(first, last):
    return [f"word{n}" for n in range(first, last)]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("kind", ["page", "column"])
def test_before_and_after(shown, tag, kind):
    layout = sheet(paragraphs(0, 5, 2))
    assert shown(layout, f".here {{ break-before: {kind}; }}", tag=tag) == [words(0, 2), words(2, 5)]
    assert shown(layout, f".here {{ break-after: {kind}; }}", tag=tag) == [words(0, 3), words(3, 5)]


@pytest.mark.parametrize(
    "style", ["", "section { background-color: tint; }", "section { break-inside: avoid; }"]
)
def test_in_a_group(shown, style):
    """Also in one that would stay together, and on a background: that is asked for more loudly."""
    layout = sheet(f"<section><section>{paragraphs(0, 5, 2)}</section></section>{paragraphs(5, 6)}")
    assert shown(layout, style + ".here { break-before: page; }") == [words(0, 2), words(2, 6)]


def test_a_first_child_breaks_before_its_group(shown):
    """One break, and no page that is empty: neither before the first block nor where two breaks meet."""
    group = f'<section class="all">{paragraphs(1, 3, 1)}</section>'
    style = ".here { break-before: page; } .all { break-before: page; }"
    assert shown(sheet(paragraphs(0, 1) + group), style) == [words(0, 1), words(1, 3)]
    assert shown(sheet(group), style) == [words(1, 3)]
    assert shown(sheet(group + paragraphs(3, 4)), "section { break-after: page; }") == [
        words(1, 3),
        words(3, 4),
    ]


def test_a_picture_beside_a_heading_goes_where_the_heading_goes(lay, tmp_path):
    """And a heading that begins its group breaks before the group, picture and all."""
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="accent" d="M0 0H1V1z"/></svg>'
    )
    (tmp_path / "layouts/sample/a.svg").write_text(drawing)
    icon = '<img class="icon" src="layouts/sample/a.svg" alt=""/>'
    style = STYLE + ".icon { float: inline-start; width: 4mm; } .here { break-before: page; }"
    text = f'{icon}<p class="here">{said("word1")}</p>'
    for layout in (f"<p>{said('word0')}</p>{text}", f"<p>{said('word0')}</p><section>{text}</section>"):
        pages = lay(sheet(layout), style).pages.pages
        assert len(pages) == 2
        assert [any(isinstance(item, Fill) for item in page.items) for page in pages] == [False, True]


def test_a_chapter_a_page(shown):
    chapters = "".join(
        f"<section><h2>{said(f'Chapter{n}')}</h2>{paragraphs(n, n + 1)}</section>" for n in range(4)
    )
    assert shown(sheet(chapters), "section { break-before: page; }") == [
        [f"Chapter{n}", f"word{n}"] for n in range(4)
    ]


def test_avoid_keeps_a_block_with_the_one_before(shown):
    filler = '<section class="gap"></section>'
    layout = sheet(filler + paragraphs(0, 3, 2))
    gap = ".gap { height: 115mm; margin: 0; }"
    assert shown(layout, gap) == [words(0, 2), words(2, 3)]
    assert shown(layout, gap + ".here { break-before: avoid; }") == [words(0, 1), words(1, 3)]


def test_a_table_goes_on_with_its_head(shown):
    rows = "".join(
        f'<tr class="{"here" if n == 2 else ""}"><td>{said(f"word{n}")}</td></tr>' for n in range(4)
    )
    layout = sheet(f"<table><tr><th>{said('Head')}</th></tr>{rows}</table>")
    style = "tr.here { break-before: page; }"
    assert shown(layout, style) == [["Head", *words(0, 2)], ["Head", *words(2, 4)]]


@pytest.mark.parametrize("tag", TAGS)
def test_columns(lay, lines, tag):
    """A break after the first of six: one column has one paragraph, the other has five."""
    layout = sheet(f'<section class="all">{paragraphs(0, 6, 1)}</section>')
    style = STYLE + ".all { column-count: 2; column-gap: 5mm; } .here { break-before: column; }"
    (page,) = lay(layout, style, tag=tag).pages.pages
    starts = {item.run.text: item.x for item in page.items if isinstance(item, Glyphs)}
    column = {word: x > page.width / 2 for word, x in starts.items()}
    assert column == {word: (word != "word0") != (tag == "ar") for word in words(0, 6)}


def test_a_break_to_a_column_stays_inside_of_its_columns(shown):
    """Every third of them begins a column; what is around the columns is not moved."""
    parts = "".join(f"<section>{paragraphs(n, n + 1, n)}</section>" for n in range(1, 4))
    layout = sheet(f'{paragraphs(0, 1)}<section class="all">{parts}</section>{paragraphs(4, 5)}')
    for edge in ("before", "after"):
        style = f".all {{ column-count: 3; }} .here {{ break-{edge}: column; }}"
        assert shown(layout, style) == [words(0, 5)]


def test_more_breaks_than_columns_go_to_the_next_page(shown):
    layout = sheet(f'<section class="all">{paragraphs(0, 5)}</section>')
    style = ".all { column-count: 2; } .all p { break-before: column; }"
    assert shown(layout, style) == [words(0, 2), words(2, 4), words(4, 5)]


def test_a_page_break_in_columns_leaves_the_others_empty(shown):
    layout = sheet(f'<section class="all">{paragraphs(0, 6, 3)}</section>')
    style = ".all { column-count: 3; } .here { break-before: page; }"
    assert [sorted(page) for page in shown(layout, style)] == [words(0, 3), words(3, 6)]


def test_what_is_not_parted_loses_nothing(shown):
    """Boxes at the edges have one place: their columns take all there is."""
    box = f'<box edge="top"><section class="all">{paragraphs(0, 5)}</section></box>'
    layout = sheet(paragraphs(5, 6), panels=f'<panel name="page">{box}</panel>')
    (page,) = shown(layout, ".all { column-count: 2; } .all p { break-before: column; }")
    assert sorted(page) == words(0, 6)


def test_a_break_needs_a_panel_to_go_to(lay, shown):
    panels = '<panel name="one"/><panel name="two"/>'
    layout = sheet(paragraphs(0, 4, 2), panels=panels, names="one two")
    style = ".here { break-before: page; }"
    assert shown(layout, style) == [words(0, 2), words(2, 4)]
    with pytest.raises(LayoutError, match="has 2 of the 3") as error:
        lay(layout, style + ".here { break-after: page; }")
    (fault,) = error.value.diagnostics
    assert (fault.rule, str(fault.place)) == ("bad-break", "layouts/sample/trifold.xml:1")


def test_too_much_before_a_break_is_overset(lay):
    """The panel that a break leads to is taken by what did not fit before it: so much is too long."""
    panels = '<panel name="one"/><panel name="two"/>'
    layout = sheet(paragraphs(0, 34, 33), panels=panels, names="one two")
    laid = lay(layout, STYLE + ".here { break-before: page; }")
    (overset,) = laid.pages.overset
    assert overset.panel == "two"
    assert 0 < overset.height < 120
