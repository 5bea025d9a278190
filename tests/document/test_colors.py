"""Colours of style sheets: both values of each, and what has none."""

import pytest
import tinycss2

from leaflets.color import Color, Palette, written_screen
from leaflets.document.colors import color_name
from leaflets.document.values import BadValue

PALETTE = {
    "ink": Color(name="ink", screen=(0.0, 0.0, 0.0), print=(0, 0, 0, 1)),
    "accent": Color(name="accent", screen=(29 / 255, 92 / 255, 122 / 255), print=(0.85, 0.45, 0.25, 0.1)),
}


def named(text):
    return color_name(tinycss2.parse_one_component_value(text), PALETTE)


def color(text):
    found = Palette(PALETTE)[named(text)]
    return written_screen(found.screen), found.print


@pytest.mark.parametrize(
    ("text", "screen", "inks"),
    [
        ("accent", "#1d5c7a", (0.85, 0.45, 0.25, 0.1)),
        ("#000", "#000000", (0, 0, 0, 1)),
        ("#fff", "#ffffff", (0, 0, 0, 0)),
        ("rgb(51 51 51)", "#333333", (0, 0, 0, 0.8)),
        ("rgb(20%, 20%, 20%)", "#333333", (0, 0, 0, 0.8)),
        ("device-cmyk(0.85 45% 25% 10%, rgb(29 92 122))", "#1d5c7a", (0.85, 0.45, 0.25, 0.1)),
        ("device-cmyk(0 0 0 60%, #1d5c7a)", "#1d5c7a", (0, 0, 0, 0.6)),
        ("device-cmyk(0 0 0 0.6)", "#666666", (0, 0, 0, 0.6)),
        ("device-cmyk(0, 0.5, 1, 0)", "#ff8000", (0, 0.5, 1, 0)),
        ("DEVICE-CMYK(0 0.5 1 0)", "#ff8000", (0, 0.5, 1, 0)),
        ("device-cmyk(0 12.34% 100% 0)", "#ffe000", (0, 0.1234, 1, 0)),
    ],
)
def test_both_values(text, screen, inks):
    assert color(text) == (screen, inks)


@pytest.mark.parametrize(
    ("text", "message", "step"),
    [
        ("acent", 'no palette colour "acent"', "did you mean accent?"),
        ("red", 'no palette colour "red"', "device-cmyk("),
        ("#1d5c7b", "has no inks", "did you mean accent"),
        ("rgb(200 0 0)", "has no inks", "device-cmyk("),
        ("hsl(20deg 50% 50%)", "not a colour", "device-cmyk("),
        ("#12", "not a colour", "#rrggbb"),
        ("rgb(0 0 0 / 50%)", "transparent", "seen in the end"),
        ("#00000080", "transparent", "seen in the end"),
        ("device-cmyk(0 0 0 1 / 0.5)", "transparent", "seen in the end"),
        ("device-cmyk(1 1 0.9 0.2)", "310% of ink", "more black"),
        ("device-cmyk(1 0 0)", "not four inks", "device-cmyk(85%"),
        ("device-cmyk(none 0 0 1)", "not four inks", "device-cmyk(85%"),
        ("device-cmyk(1 0 0 0, accent)", "not a colour", "#rrggbb"),
        ("device-cmyk(1 0 0 0, )", "not a colour", "#rrggbb"),
        ("url(x)", "not a colour", "device-cmyk("),
    ],
)
def test_what_has_not_both(text, message, step):
    with pytest.raises(BadValue) as caught:
        named(text)
    assert message in str(caught.value)
    assert step in caught.value.expected
