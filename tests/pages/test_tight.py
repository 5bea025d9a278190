"""Nothing is printed over other text: where height is lacking type gets smaller, or it is overset."""

import pytest

from leaflets.checks.rules.overset import overset
from leaflets.checks.subject import Typeset
from leaflets.errors import LayoutError
from leaflets.pages.page import Glyphs

STYLE = "flow { padding: 5mm; } p { margin: 0; line-height: 1.4; } "
LOREM = " ".join(f"word{number}" for number in range(40))


def said(text):
    return f"{{% trans %}}{text}{{% endtrans %}}"


def sheet(panel, flow="", *, fit="10pt 10pt"):
    flows = f'<flow panels="page">{flow}</flow>' if flow else ""
    return f'<sheet size="A6" fold="none" fit="{fit}"><panel name="page">{panel}</panel>{flows}</sheet>'


def crossing(length, *, fit="10pt 10pt"):
    """A panel without a flow, with a box at each edge."""
    top, bottom = (f"<p>{said(f'{where} {LOREM[:length]}')}</p>" for where in ("Upper", "Lower"))
    return sheet(f'<box edge="top">{top}</box><box edge="bottom">{bottom}</box>', fit=fit)


def messages(found):
    return [origin.msgid.split()[0] for origin in found.origins]


def test_boxes_at_two_edges_that_meet_are_overset(lay):
    style = STYLE + "p { font-size: 4em; }"
    assert not lay(crossing(20), style).pages.overset
    (found,) = lay(crossing(200), style).pages.overset
    assert messages(found) == ["Upper", "Lower"]
    assert (found.panel, found.height > 0, found.given) == ("page", True, None)


def test_type_gets_smaller_before_boxes_at_two_edges_meet(lay):
    pages = lay(crossing(120, fit="5pt 20pt"), STYLE + "p { font-size: 4em; }").pages
    assert not pages.overset
    assert 4 < pages.scale < 20
    top, bottom = (
        [item.y for item in pages.pages[0].items if isinstance(item, Glyphs) and item.source == source]
        for source in (0, 1)
    )
    assert min(top) > max(bottom)


@pytest.mark.parametrize("flows", [("page", "page"), ("page back", "back"), ("page page",)])
def test_a_panel_is_of_one_flow(lay, flows):
    text = "".join(f'<flow panels="{panels}"><p>{said("Text")}</p></flow>' for panels in flows)
    panels = '<panel name="page"/><panel name="back"/>'
    with pytest.raises(LayoutError, match="text over text") as caught:
        lay(f'<sheet size="A6" fold="none" fit="9pt 9pt">{panels}{text}</sheet>')
    assert caught.value.diagnostics[0].place.line == 1


INNER = {
    "flow": '<section class="x">{}</section><p>{}</p>',
    "group": '<section class="y"><section class="x">{}</section></section><p>{}</p>',
    "columns": '<section class="two"><section class="x">{}</section></section><p>{}</p>',
    "cell": '<table><tr><td class="x">{}</td></tr></table><p>{}</p>',
    "list": '<ul class="x"><li>{}</li></ul><p>{}</p>',
}


@pytest.mark.parametrize("place", INNER)
def test_a_group_that_holds_more_than_its_height_is_overset(lay, place):
    long, after = said(LOREM), said("What follows")
    text = long if place in ("cell", "list") else f"<p>{long}</p>"
    layout = sheet("", INNER[place].format(text, after))
    style = STYLE + ".y { padding: 0 2mm; } .two { column-count: 2; } .x { height: %s; }"
    assert not lay(layout, style % "90mm").pages.overset
    laid = lay(layout, style % "12mm")
    (found,) = laid.pages.overset
    assert [origin.msgid for origin in found.origins] == [LOREM]
    (told,) = overset.find(Typeset(document=laid.document, pages=laid.pages, face=None))
    assert 'a box of a given height in "page" is too full by' in told.message
    assert any(str(found.given) in note for note in told.notes)


def test_type_gets_smaller_until_a_group_of_a_given_height_holds_its_text(lay):
    layout = sheet("", INNER["flow"].format(f"<p>{said(LOREM)}</p>", said("After")), fit="5pt 14pt")
    style = STYLE + ".x { height: 12mm; }"
    pages = lay(layout, style).pages
    assert not pages.overset
    assert 4 < pages.scale < 14
    within, after = (
        [item.y for item in pages.pages[0].items if isinstance(item, Glyphs) and item.source == source]
        for source in (0, 1)
    )
    assert min(within) > max(after)
