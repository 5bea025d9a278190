"""The style of text: what each property takes, what it refuses, and what is inherited."""

import pytest
import tinycss2

from leaflets.document.properties import read_value
from leaflets.document.style import _inherited
from leaflets.document.tree import Style
from leaflets.document.values import BadValue


def styled(name, value, style=None):
    (declaration,) = tinycss2.parse_blocks_contents(f"{name}: {value}")
    for change in read_value(name, declaration.value, colors={}):
        style = change(style or Style())
    return style


GOOD = [
    ("hyphens", "auto", "hyphens", "auto"),
    ("text-align", "justify", "align", "justify"),
    ("font-variant-numeric", "normal", "numeric", ()),
    ("font-variant-numeric", "tabular-nums lining-nums", "numeric", (("tnum", 1), ("lnum", 1))),
    ("font-feature-settings", "normal", "features", ()),
    ("font-feature-settings", '"liga" 0, "case"', "features", (("liga", 0), ("case", 1))),
    ("font-feature-settings", '"kern" off, "onum" on', "features", (("kern", 0), ("onum", 1))),
]


@pytest.mark.parametrize(("name", "value", "field", "expected"), GOOD)
def test_what_a_property_takes(name, value, field, expected):
    style = styled(name, value)
    assert getattr(style, field) == expected
    assert getattr(_inherited(style), field) == expected


BAD = [
    ("hyphens", "always"),
    ("text-align", "left"),
    ("font-variant-numeric", "roman-nums"),
    ("font-variant-numeric", "normal tabular-nums"),
    ("font-feature-settings", '"smcp"'),
    ("font-feature-settings", '"liga" 2'),
    ("font-feature-settings", '"liga",, "kern"'),
    ("font-feature-settings", '"liga" 1 1'),
    ("font-feature-settings", "3"),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_what_it_refuses_with_what_it_expects(name, value):
    with pytest.raises(BadValue) as caught:
        styled(name, value)
    assert caught.value.expected
