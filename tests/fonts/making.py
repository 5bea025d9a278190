"""Small real fonts, made of Noto Sans: with cubic outlines, several weights, several faces, licence bits."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

SOURCE = Path(__file__).parents[2] / "fonts" / "noto-sans"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzšžčćđ0123456789.,:;!?()-– +/"


def saved(font: Any) -> bytes:
    out = BytesIO()
    font.save(out)
    return out.getvalue()


@cache
def opened(bold: bool) -> TTFont:
    return TTFont(SOURCE / f"NotoSans-{'Bold' if bold else 'Regular'}.ttf")


def glyphs_of(font: TTFont) -> dict[str, int]:
    cmap = font.getBestCmap()
    return {".notdef": 0} | {cmap[ord(c)]: ord(c) for c in LETTERS}


def built(
    *,
    name: str,
    cubic: bool = False,
    weight: int = 400,
    license: str = "",
    fs_type: int = 0,
    ps_name: str = "",
    first: int = 0,
) -> FontBuilder:
    """Letters of Noto Sans under another name; from code point `first` on, if it is given."""
    source = opened(weight >= 700)
    drawn, chosen = source.getGlyphSet(), glyphs_of(source)
    builder = FontBuilder(1000, isTTF=not cubic)
    builder.setupGlyphOrder(list(chosen))
    coded = {code: glyph for glyph, code in chosen.items() if code}
    builder.setupCharacterMap(dict(enumerate(coded.values(), first)) if first else coded)
    metrics = {glyph: source["hmtx"][glyph] for glyph in chosen}
    if cubic:
        builder.setupCFF(
            name, {"FullName": name}, {g: _cubic(drawn[g], metrics[g][0], drawn) for g in chosen}, {}
        )
    else:
        builder.setupGlyf({glyph: _flat(drawn[glyph], drawn) for glyph in chosen})
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=1069, descent=-293)
    builder.setupNameTable(
        {"familyName": name, "psName": ps_name or name.replace(" ", ""), "version": "Version 1.250"}
    )
    builder.font["name"].setName(license or "SIL Open Font License, Version 1.1", 13, 3, 1, 0x409)
    builder.setupOS2(usWeightClass=weight, fsType=fs_type, sxHeight=536, sCapHeight=714)
    builder.setupPost()
    return builder


@cache
def font(**options: Any) -> bytes:
    """The file of `built`."""
    return saved(built(**options))


def _cubic(glyph: Any, advance: int, glyphs: Any) -> Any:
    pen = T2CharStringPen(advance, glyphs)
    glyph.draw(Qu2CuPen(pen, 0.5, all_cubic=True, reverse_direction=True))
    return pen.getCharString()


def _flat(glyph: Any, glyphs: Any) -> Any:
    """Without components."""
    recorded = DecomposingRecordingPen(glyphs)
    glyph.draw(recorded)
    pen = TTGlyphPen(None)
    recorded.replay(pen)
    return pen.glyph()


@cache
def collection(*names: str) -> bytes:
    fonts = TTCollection()
    fonts.fonts = [TTFont(BytesIO(saved(built(name=name)))) for name in names]
    return saved(fonts)


@cache
def variable(*, name: str = "Vary") -> bytes:
    """Weights 300 to 800: each point moves to the right with weight, as far as it is high."""
    builder = built(name=name)
    builder.setupFvar([("wght", 300, 400, 800, "Weight")], [])
    variations = {}
    for glyph in builder.font.getGlyphOrder():
        points, _ = builder.font["glyf"]._getCoordinatesAndControls(glyph, builder.font["hmtx"].metrics)
        moved = [(round(y / 10), 0) for _x, y in points]
        variations[glyph] = [TupleVariation({"wght": (0.0, 1.0, 1.0)}, moved)]
    builder.setupGvar(variations)
    return saved(builder)


def scaled(font: Any, factor: float) -> None:
    """The outlines of quadratic glyphs made smaller in the same em."""
    for glyph in font["glyf"].glyphs.values():
        if glyph.numberOfContours > 0:
            glyph.coordinates.scale((factor, factor))
            glyph.coordinates.toInt()
            glyph.recalcBounds(font["glyf"])
