"""A face with cubic outlines (CFF, CFF2) -> the same face with quadratic ones (glyf).

So that one path writes them all into PDFs: clusters become composite glyphs, which CFF does not have.
"""

from io import BytesIO
from typing import Any

import uharfbuzz as hb
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, TTLibError, newTable

NEAREST = 0.0005
"""Ems that a quadratic curve may be away from the cubic one: half a unit of most fonts."""

CUBIC = ("CFF ", "CFF2", "VORG")

UNHINTED = (
    "maxZones",
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxComponentDepth",
)
"""What maxp of TrueType outlines counts beyond points and contours."""


def quadratic(hb_face: hb.Face) -> hb.Face:
    """The same glyphs with TrueType outlines; all other tables stay. ValueError for a damaged font."""
    try:
        return _quadratic(hb_face)
    except (TTLibError, AssertionError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"its outlines cannot be converted: {error}") from error


def _quadratic(hb_face: hb.Face) -> hb.Face:
    hb_font, out = hb.Font(hb_face), BytesIO()
    data = bytes(hb_face.blob.data)
    with TTFont(BytesIO(data), fontNumber=hb_face.index, lazy=True, recalcTimestamp=False) as font:
        names = font.getGlyphOrder()
        glyphs = {name: _glyph(hb_font, gid, units=hb_face.upem) for gid, name in enumerate(names)}
        _replace_outlines(font, glyphs)
        font.save(out)
    return hb.Face(hb.Blob(out.getvalue()))


def _glyph(hb_font: hb.Font, gid: int, *, units: int) -> Any:  # Any: a glyph of fontTools
    """Contours turn the other way in TrueType (Apple, TrueType Reference Manual, chapter 1)."""
    pen = TTGlyphPen(None)
    hb_font.draw_glyph_with_pen(gid, Cu2QuPen(pen, NEAREST * units, reverse_direction=True))
    glyph = pen.glyph()
    glyph.recalcBounds(None)
    return glyph


def _replace_outlines(font: TTFont, glyphs: dict[str, Any]) -> None:  # Any: glyphs of fontTools
    metrics, maxima = font["hmtx"].metrics, font["maxp"]
    for tag in CUBIC:
        if tag in font:
            del font[tag]
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphs, font["glyf"].glyphOrder = glyphs, list(glyphs)
    for name, glyph in glyphs.items():
        # a glyph is drawn with its left edge at its left side bearing (OpenType, table glyf)
        metrics[name] = metrics[name][0], getattr(glyph, "xMin", 0)
    maxima.tableVersion = 0x00010000
    for field in UNHINTED:
        setattr(maxima, field, 0)
    maxima.maxZones = 1
    if "post" in font:
        font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"
