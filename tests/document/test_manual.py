"""docs/style.md is what layouts are read by, and its examples are good."""

from dataclasses import replace

import pytest
import tinycss2

from leaflets.color import BLACK
from leaflets.document.css import read_styles
from leaflets.document.manual import EXAMPLES, style_manual
from leaflets.document.parse import Faults
from leaflets.document.properties import PROPERTIES, read_value
from leaflets.document.tree import Style
from leaflets.document.vocabulary import WORDS
from leaflets.files import Snapshot

COLORS = {name: replace(BLACK, name=name) for name in ("ink", "heading", "muted", "accent", "tint", "pale")}


def test_it_is_up_to_date(root):
    told = "run: python tools/generate_style_manual.py"
    assert (root / "docs/style.md").read_text(encoding="utf-8") == style_manual(), told


def test_everything_is_in_it():
    text = style_manual()
    assert set(EXAMPLES) == set(PROPERTIES)
    assert all(f"| `{word.name}` |" in text for word in WORDS)


@pytest.mark.parametrize("name", PROPERTIES)
def test_each_example_is_read_and_changes_the_style(name):
    faults = Faults()
    files = Snapshot(digests={"a.css": "1"}, blobs={"1": EXAMPLES[name].encode()})
    read_styles(("a.css",), files=files, colors=COLORS, faults=faults)
    assert faults.found == []
    (rule,) = tinycss2.parse_stylesheet(EXAMPLES[name])
    (declaration,) = tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
    assert declaration.lower_name == name
    other = Style(marker="none", line_height=9.0, size=Style().size.times(3), hyphens="none")
    style = other
    for change in read_value(name, declaration.value, colors=COLORS):
        style = change(style)
    assert style != other
