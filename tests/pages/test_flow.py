"""Content through pages: nothing is lost, and breaks stand where readers expect them."""

import pytest

from leaflets.errors import LayoutError
from leaflets.pages.page import Fill, Glyphs

LOREM = " ".join(f"word{number}" for number in range(400))
STYLE = "flow { padding: 10mm; } section { break-inside: auto; margin: 0 0 1em; } p { margin: 0 0 0.5em; }"


def paged(content, *, size="A6", repeat='repeat="flow"', fit="10pt 10pt", more=""):
    return (
        f'<sheet size="{size}" fold="none" fit="{fit}"><panel name="page" {repeat}>'
        f'<box edge="bottom" class="foot"><p><page-number/></p></box></panel>{more}'
        f'<flow panels="page">{content}</flow></sheet>'
    )


def said(text):
    return f"{{% trans %}}{text}{{% endtrans %}}"


def body(lines, page):
    """Lines of the flow: without the number of the page, which is set last."""
    return lines(page)[:-1]


def test_a_paragraph_runs_on_and_loses_no_word(lay, lines):
    laid = lay(paged(f"<p>{said(LOREM)}</p>"), STYLE)
    pages = laid.pages.pages
    assert len(pages) > 2
    words = [word for page in pages for text, _x, _y in body(lines, page) for word in text.split()]
    assert words == LOREM.split()
    assert [text for page in pages for text, _x, _y in lines(page)[-1:]] == [
        str(number + 1) for number in range(len(pages))
    ]


def test_the_number_of_a_page_has_room_of_its_own(lay, lines):
    """Nothing of the flow stands as low as the top of the number's line, on any page."""
    laid = lay(paged(f"<p>{said(LOREM)}</p>"), "flow { padding: 0; } p { margin: 0; line-height: 1.5; }")
    for page in laid.pages.pages:
        *text, (_number, _x, low) = lines(page)
        assert min(y for _text, _x, y in text) > low + 14.9


def test_a_number_stands_in_no_flow(lay):
    with pytest.raises(LayoutError, match="a page-number stands in a flow") as caught:
        lay(paged("<p><page-number/></p>"))
    assert caught.value.diagnostics[0].place.line == 1


@pytest.mark.parametrize("spare", range(12))
def test_no_word_is_divided_between_pages(lay, lines, spare):
    text = " ".join(["international organisations understanding responsibility"] * 12)
    style = f"{STYLE} p {{ hyphens: auto; margin: 0 40mm 0 0; }} .gap {{ height: {60 + 3 * spare}mm; }}"
    laid = lay(paged(f'<section class="gap"></section><p>{said(text)}</p>'), style)
    shown = [[text for text, _x, _y in body(lines, page)] for page in laid.pages.pages]
    assert any(text.endswith("\u00ad") for texts in shown for text in texts), "nothing is divided at all"
    assert not [texts[-1] for texts in shown if texts and texts[-1].endswith("\u00ad")]


@pytest.mark.parametrize("spare", range(16))
def test_no_widows_and_no_orphans(lay, lines, spare):
    """Two lines at least stand together on both sides of a break, wherever it falls."""
    text = " ".join(f"word{number}" for number in range(60))
    style = f"{STYLE} .gap {{ height: {70 + 3 * spare}mm; }}"
    laid = lay(paged(f'<section class="gap"></section><p>{said(text)}</p>'), style)
    counts = [len(body(lines, page)) for page in laid.pages.pages]
    assert 1 not in counts
    assert sum(counts) > 5


@pytest.mark.parametrize("spare", range(12))
def test_a_heading_stays_with_what_it_heads(lay, lines, spare):
    style = f"{STYLE} .gap {{ height: {80 + 3 * spare}mm; }}"
    text = f"<h2>{said('Heading')}</h2><p>{said(LOREM[:200])}</p>"
    laid = lay(paged(f'<section class="gap"></section>{text}'), style)
    shown = [[text for text, _x, _y in body(lines, page)] for page in laid.pages.pages]
    assert all(texts[-1:] != ["Heading"] for texts in shown), "a heading is the last line of a page"


def test_lists_break_between_items_and_figures_not_at_all(lay, lines):
    items = "".join(f"<li>{said(LOREM[n * 120 : n * 120 + 110])}</li>" for n in range(14))
    laid = lay(paged(f"<ul>{items}</ul>"), STYLE)
    pages = laid.pages.pages
    assert len(pages) > 1
    for page in pages:
        assert body(lines, page)[0][0].startswith("•")
    lists = [tag for tag in laid.pages.tags if tag.role == "L"]
    assert len(lists) == 1, "one list, though it stands on several pages"


def test_a_paragraph_on_two_pages_is_one_paragraph(lay):
    laid = lay(paged(f"<p>{said(LOREM)}</p>"), STYLE)
    assert [tag.role for tag in laid.pages.tags].count("P") == 1


TABLE = "".join(
    f"<tr><td>{said(f'first{n}')}</td><td>{said(f'second{n} and some more words of it')}</td></tr>"
    for n in range(40)
)
HEAD = f"<tr><th>{said('Left')}</th><th>{said('Right')}</th></tr>"


def test_a_table_repeats_its_head_which_is_read_once(lay, lines):
    laid = lay(paged(f"<table>{HEAD}{TABLE}</table>"), STYLE)
    pages = laid.pages.pages
    assert len(pages) > 1
    for page in pages:
        assert body(lines, page)[0][0].startswith("Left")
    roles = [tag.role for tag in laid.pages.tags]
    assert (roles.count("Table"), roles.count("TH"), roles.count("TR")) == (1, 2, 41)
    assert all(tag.scope == "Column" for tag in laid.pages.tags if tag.role == "TH")
    rows = [item.run.text for page in pages for item in page.items if isinstance(item, Glyphs)]
    assert [text for text in rows if text.startswith("first")] == [f"first{n}" for n in range(40)]


def test_columns_of_a_table_are_mirrored(lay):
    """The first column stands at the inline start: at the right of a right-to-left leaflet."""
    found = {}
    for tag in ("en", "ar"):
        page = lay(
            paged(f"<table>{HEAD}{TABLE[:400].rpartition('<tr>')[0]}</table>"), STYLE, tag=tag
        ).pages.pages[0]
        first, second = (
            next(item.x for item in page.items if isinstance(item, Glyphs) and item.run.text.startswith(word))
            for word in ("first0", "second0")
        )
        found[tag] = first < second
    assert found == {"en": True, "ar": False}


def test_what_stands_side_by_side_stands_on_the_same_baselines(lay):
    """Lines of nastaliq are far apart; those of the number beside them are no others."""
    row = f'<tr><th><autonym/></th><td><phone ref="line"/></td><td>{said("Latin letters")}</td></tr>'
    laid = lay(paged(f"<table>{row * 2}</table>", size="A4"), STYLE, tag="ur")
    items = [item for item in laid.pages.pages[0].items if isinstance(item, Glyphs)][:-1]
    assert {item.run.text[:3] for item in items} >= {"ارد", "Lat"}
    assert len({item.y for item in items}) == 2, "a baseline for each row"


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_columns_are_balanced_and_mirrored(lay, lines, count, tag):
    parts = "".join(
        f'<section class="part"><p>{said(f"part{n} {LOREM[:60]}")}</p></section>' for n in range(9)
    )
    style = f"{STYLE} .all {{ column-count: {count}; column-gap: 5mm; }} .part {{ break-inside: avoid; }}"
    laid = lay(paged(f'<section class="all">{parts}</section>', size="A4"), style, tag=tag)
    (page,) = laid.pages.pages
    starts = [(text.split()[0], x, y) for text, x, y in body(lines, page) if text.startswith("part")]
    columns = {}
    for name, x, y in starts:
        columns.setdefault(round(x), []).append((name, y))
    heights = [max(y for _n, y in column) - min(y for _n, y in column) for column in columns.values()]
    assert len(columns) == count
    assert max(heights) - min(heights) < 90
    order = [column[0][0] for _x, column in sorted(columns.items(), reverse=tag == "ar")]
    assert order == sorted(order)


def booklet(headings):
    content = "".join(
        f'<section class="chapter"><h2>{said(f"Chapter{n}")}</h2><p>{said(LOREM[:900])}</p></section>'
        for n in range(headings)
    )
    return (
        '<sheet size="A6" fold="none" bind="saddle" fit="10pt 10pt"><panel name="cover"/>'
        '<panel name="contents" since="8" repeat="flow"/><panel name="page" repeat="flow"/>'
        '<panel name="notes" repeat="fill"/><panel name="back"/>'
        f'<flow panels="cover"><h1>{said("Title")}</h1></flow><flow panels="contents"><contents/></flow>'
        f'<flow panels="page">{content}</flow><flow panels="notes"><lines count="4"/></flow></sheet>'
    )


@pytest.mark.parametrize("headings", [3, 12, 40])
def test_contents_stand_in_long_booklets_and_tell_the_pages(lay, lines, headings):
    laid = lay(booklet(headings), STYLE)
    pages = laid.pages.pages
    names = [page.name for page in pages]
    assert len(pages) % 4 == 0
    assert (names[0], names[-1]) == ("cover", "back")
    lists = [page for page in pages if page.name.startswith("contents")]
    assert bool(lists) == (len(pages) > 8)
    if lists:
        assert len(lists) == (1 if headings < 20 else 2)
        told = [text for page in lists for text, _x, _y in lines(page)]
        wanted = [
            f"{text}{number}"
            for number, page in enumerate(pages, 1)
            if page.name.startswith("page")
            for text, _x, _y in lines(page)
            if text.startswith("Chapter")
        ]
        assert told == wanted
        entries = {laid.pages.tags[tag.parent].role for tag in laid.pages.tags if tag.role == "TOCI"}
        assert entries == {"TOC"}
        assert not [tag for tag in laid.pages.tags if tag.role == "TD"]


def test_too_many_pages_are_overset(lay):
    laid = lay(paged(f"<p>{said(LOREM)}</p>", repeat='repeat="flow" most="2"'), STYLE)
    (overset,) = laid.pages.overset
    assert overset.panel == "page"
    assert overset.height > 0


def test_what_fits_on_no_page_is_told_and_ends(lay):
    style = f"{STYLE} .tall {{ height: 300mm; }}"
    laid = lay(paged(f'<p>{said("before")}</p><section class="tall"><p>{said("tall")}</p></section>'), style)
    assert laid.pages.overset
    assert len(laid.pages.pages) <= 4


def test_american_paper(lay):
    """One setting, other sizes; the layout stays."""
    layout = paged(f"<p>{said(LOREM)}</p>", size="A4")
    assert round(lay(layout, STYLE).pages.pages[0].width) == 595
    page = lay(layout, STYLE, settings=[("[print]", '[print]\npaper = "letter"')]).pages.pages[0]
    assert (page.width, page.height) == (612, 792)


def test_backgrounds_are_parted_too(lay):
    """A box that is taller than a page has its background on all pages."""
    style = f"{STYLE} .box {{ background-color: tint; padding: 3mm; }}"
    pages = lay(paged(f'<section class="box"><p>{said(LOREM)}</p></section>'), style).pages.pages
    assert len(pages) > 1
    assert all(any(isinstance(item, Fill) for item in page.items) for page in pages)


TWO_LINES = "One thing that is long enough for two lines of the list in a panel."
"""With its Arabic in the small project."""


@pytest.mark.parametrize(("tag", "rtl"), [("en", False), ("ar", True)])
@pytest.mark.parametrize("kind", ["ul", "ol"])
def test_marks_of_lists_stand_at_the_inline_start(lay, tag, rtl, kind):
    laid = lay(paged(f"<{kind}><li>{said('First')}</li><li>{said('Two')}</li></{kind}>"), STYLE, tag=tag)
    roles = [found.role for found in laid.pages.tags]
    shown = [item for item in laid.pages.pages[0].items if isinstance(item, Glyphs) and item.tag is not None]
    marks = [item.x for item in shown if roles[item.tag] == "Lbl" or roles[_above(laid, item)] == "Lbl"]
    texts = [item.x for item in shown if "LBody" in (roles[item.tag], roles[_above(laid, item)])]
    assert marks
    assert texts
    assert min(marks) > max(texts) if rtl else max(marks) < min(texts)


def _above(laid, item):
    return laid.pages.tags[item.tag].parent or 0


@pytest.mark.parametrize(("tag", "rtl"), [("en", False), ("ar", True)])
def test_lines_begin_at_the_inline_start(lay, tag, rtl):
    page = lay(paged(f"<p>{said(TWO_LINES)}</p>", size="card"), STYLE, tag=tag).pages.pages[0]
    lines = {}
    for item in page.items:
        if isinstance(item, Glyphs) and item.source >= 0:
            end = item.x + item.run.width * item.size
            left, right = lines.get(item.y, (item.x, end))
            lines[item.y] = (min(left, item.x), max(right, end))
    edges = [right if rtl else left for left, right in lines.values()]
    assert len(edges) > 1
    assert max(edges) - min(edges) < 1.5


def test_what_cannot_stay_together_on_any_page_is_parted(lay, lines):
    """A group and its neighbour that must stay with it are higher than a page: they are not overset."""
    style = f"{STYLE} section {{ break-inside: avoid; }} .head {{ break-after: avoid; height: 40mm; }}"
    style += " .tall { height: 85mm; }"
    laid = lay(paged('<section class="head"></section><section class="tall"></section>'), style)
    assert laid.pages.overset == ()
    assert len(laid.pages.pages) == 2


def test_what_stays_together_does_so_in_columns_that_begin_low_on_a_page(lay, lines):
    """A caption is not parted from what it belongs to because it would stand first in a column."""
    parts = "".join(
        f'<section class="part"><p>{said(f"caption{n}")}</p><section class="tall"></section></section>'
        for n in range(2)
    )
    style = f"{STYLE} .gap {{ height: 90mm; }} .all {{ column-count: 2; }} .part {{ break-inside: avoid; }}"
    style += " .tall { height: 40mm; }"
    laid = lay(paged(f'<section class="gap"></section><section class="all">{parts}</section>'), style)
    first, second = (" ".join(text for text, _x, _y in body(lines, page)) for page in laid.pages.pages)
    assert (first, "caption0" in second, "caption1" in second) == ("", True, True)


@pytest.mark.parametrize("between", [" ", "\n  ", ""])
def test_a_blank_between_two_messages_is_one_and_none_is_none(lay, lines, between):
    layout = f"<p><strong>{said('First')}</strong>{between}{said('Two')}</p>"
    page = lay(paged(layout), STYLE).pages.pages[0]
    assert body(lines, page)[0][0].split() == (["First", "Two"] if between else ["FirstTwo"])
