"""Ink is where the outline is."""

import pytest
from fontTools.pens.boundsPen import BoundsPen, ControlBoundsPen

from leaflets.fonts.metrics import ink_box


@pytest.mark.parametrize("name", ["noto-sans", "noto-naskh-arabic"])
def test_the_ink_box_encloses_the_outline(library, name):
    """It is the one that glyf tells, which a font may reckon with curves or with their control points."""
    face = library.face(name)
    for gid in range(face.glyph_count):
        tight, loose = BoundsPen(None), ControlBoundsPen(None)
        face.hb_font.draw_glyph_with_pen(gid, tight)
        face.hb_font.draw_glyph_with_pen(gid, loose)
        box = ink_box(face, gid)
        assert encloses(box, tight.bounds or box, slack=0.5)
        assert encloses(loose.bounds or box, box, slack=1)


def encloses(outer, inner, *, slack):
    lower = all(a <= b + slack for a, b in zip(outer[:2], inner[:2], strict=True))
    return lower and all(a >= b - slack for a, b in zip(outer[2:], inner[2:], strict=True))


def test_a_space_and_a_glyph_that_is_not_there_have_no_ink(sans):
    assert ink_box(sans, sans.nominal_glyph(" ")) == (0, 0, 0, 0)
    assert ink_box(sans, 60_000) == (0, 0, 0, 0)
