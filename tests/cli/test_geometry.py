"""Geometry that cannot be printed or bound is told with file, line and next step."""

import pytest

CONTENT = "layouts/victims-rights/content.xml"
STYLE = "layouts/victims-rights/trifold.css"
BASE = "layouts/_base/trifold.xml"
OWN = "layouts/victims-rights/trifold.xml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (BASE, 'size="A4"', 'size="A44"', ['bad-sheet]: no size "A44"', "trifold.xml:2", "A3, A4"]),
        (BASE, 'fold="letter"', 'fold="leter"', ["no fold", "letter, z, half, none"]),
        (BASE, 'fold="letter"', 'fold="half"', ["fold-mismatch]", "has 4 panels, but the layout has 6"]),
        (BASE, 'fold="letter"', 'fold="z"', ["fold-mismatch]", "cover, inside-1, inside-2, back"]),
        (BASE, '<panel name="flap"', '<panel name="cover"', ['two panels "cover"']),
        (BASE, '<flow panels="flap">', '<flow panels="flab">', ['unknown-panel]: there is no panel "flab"']),
        (BASE, 'fit="10pt 13.5pt"', 'fit="14pt 12pt"', ["no type range", 'fit="10pt 12.5pt"']),
        (STYLE, ".cover-flow {", "flow { padding: 60mm; }\n.cover-flow {", ["no-room]", "nothing fits into"]),
        (STYLE, ".cover-flow {", ".strip { height: 220mm; }\n.cover-flow {", ["no-room]", "-"]),
        (OWN, '"_base/trifold.xml"', '"victims-rights/trifold.xml"', ["circular-layout]", "trifold.xml ->"]),
        (
            CONTENT,
            "{% macro picture",
            '{% import "victims-rights/content.xml" as x with context %}\n{% macro picture',
            ["circular-layout]", "content.xml -> layouts/victims-rights/content.xml"],
        ),
        (
            BASE,
            "{% block cover_top %}",
            '<box edge="top"><page-numbr/></box>{% block cover_top %}',
            ["did you"],
        ),
    ],
)
def test_geometry(run, rewrite, copy, file, old, new, told):
    rewrite(file, old, new)
    failed = run("build", "--lang", "en", "--format", "trifold", "--profile", "print")
    assert failed.code == 1
    for words in told:
        assert words in failed.err
    assert not list((copy / "dist").rglob("*.pdf"))


def test_cards_have_two_sides(run, rewrite):
    rewrite("layouts/_base/card.xml", "<flow", '<panel name="third"/>\n<flow')
    failed = run("build", "--lang", "en", "--format", "card")
    assert failed.code == 1
    assert "odd-cards]: there are 3 sides of cards" in failed.err
    assert "layouts/_base/card.xml:3" in failed.err
