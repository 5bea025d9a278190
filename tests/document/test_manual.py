"""docs/style.md is what layouts are read by, and its examples are good."""

from dataclasses import fields

import pytest
import tinycss2

from leaflets.color import BLACK
from leaflets.document.css import read_styles
from leaflets.document.examples import EXAMPLES
from leaflets.document.manual import style_manual
from leaflets.document.pagestyle import PAGE_PROPERTIES
from leaflets.document.parse import Faults
from leaflets.document.properties import PROPERTIES, read_value
from leaflets.document.style import _inherited
from leaflets.document.tree import Style
from leaflets.document.vocabulary import WORDS
from leaflets.files import Snapshot

COLORS = {name: BLACK._replace(name=name) for name in ("ink", "heading", "muted", "accent", "tint", "pale")}


def test_it_is_up_to_date(root):
    told = "run: python tools/generate_style_manual.py"
    assert (root / "docs/style.md").read_text(encoding="utf-8") == style_manual(), told


def test_everything_is_in_it():
    text = style_manual()
    assert set(EXAMPLES) == {*PROPERTIES, *PAGE_PROPERTIES}
    assert all(f"| `{name}` |" in text for name in EXAMPLES)
    assert all(f"| `{word.name}` |" in text for word in WORDS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_is_read(name):
    for example in EXAMPLES[name]:
        faults = Faults()
        files = Snapshot(digests={"a.css": "1"}, blobs={"1": example.rules.encode()})
        read_styles(("a.css",), files=files, colors=COLORS, faults=faults)
        assert faults.found == []


@pytest.mark.parametrize("name", PROPERTIES)
def test_the_first_example_changes_the_style_which_is_inherited_as_told(name):
    rules = tinycss2.parse_stylesheet(EXAMPLES[name][0].rules, skip_whitespace=True)
    declared = [
        d for rule in rules for d in tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
    ]
    declaration = next(d for d in declared if d.lower_name == name)
    other = Style(marker="none", line_height=9.0, size=Style().size.times(3), hyphens="none")
    style = other
    (change,) = read_value(name, declaration.value, colors=COLORS)  # of several the last one would win
    style = change(style)
    changed = [f.name for f in fields(Style) if getattr(style, f.name) != getattr(other, f.name)]
    assert changed
    kept = [field for field in changed if getattr(_inherited(style), field) == getattr(style, field)]
    assert kept == (changed if PROPERTIES[name].inherited else [])
