"""`@page`: what style sheets say of the sheet; and where to look for what they do not say."""

import pytest

from leaflets.document.css import read_styles
from leaflets.document.parse import Faults
from leaflets.document.tree import PageStyle
from leaflets.files import Snapshot
from leaflets.geometry import MM


def read(*texts):
    paths = {f"{number}.css": text for number, text in enumerate(texts)}
    faults = Faults()
    files = Snapshot(
        digests={path: path for path in paths}, blobs={path: text.encode() for path, text in paths.items()}
    )
    return read_styles(tuple(paths), files=files, colors={}, faults=faults).page, faults.found


def test_the_later_rule_wins_property_by_property():
    page, faults = read("@page { size: A3; bleed: 3mm; }", "@page { size: A5; marks: crop; }")
    assert faults == []
    assert page == PageStyle(size="A5", bleed=3 * MM, marks=True)


def test_bleed_may_be_nothing():
    assert read("@page { bleed: 0; marks: none; }") == (PageStyle(bleed=0.0, marks=False), [])


@pytest.mark.parametrize(
    ("text", "rule", "step"),
    [
        ("@page { size: A45; }", "bad-value", "did you mean A"),
        ("@page { size: A4 landscape; }", "bad-value", "exactly one"),
        ("@page { bleed: 9mm; }", "bad-value", "5mm"),
        ("@page { bleed: 3; }", "bad-value", "5mm"),
        ("@page { marks: cross; }", "bad-value", "crop"),
        ("@page { margin: 9mm; }", "unknown-property", "padding of flow and box"),
        ("@page { bled: 3mm; }", "unknown-property", "did you mean bleed"),
        ("@page :left { bleed: 3mm; }", "bad-css", "panels"),
        ("@page cover { bleed: 3mm; }", "bad-css", "panels"),
        ("@media print { p { margin: 0; } }", "bad-css", "[palette]"),
        ("@font-face { font-family: x; }", "bad-css", "fonts/fonts.toml"),
        ("@charset 'utf-8';", "bad-css", "use rules"),
        ("p { margin-left: 2mm; }", "unknown-property", "did you mean margin-inline-start?"),
        ("p { padding-top: 2mm; }", "unknown-property", "did you mean padding-block-start?"),
        ("p { border-bottom: 1pt ink; }", "unknown-property", "did you mean border-block-end?"),
        ("p { size: A4; }", "unknown-property", ""),
        ("p { margin: 0 !important; }", "bad-css", "later rules win"),
        ("@page { bleed: 0 !important; }", "bad-css", "later rules win"),
        ("p { b { margin: 0; } }", "bad-css", "property: value"),
    ],
)
def test_what_is_refused(text, rule, step):
    _page, (fault,) = read(f"\n{text}")
    assert (fault.rule, fault.place.line) == (rule, 2)
    assert step in fault.help
