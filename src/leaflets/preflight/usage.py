"""Fonts of a PDF as its pages use them -> used codes, and what the embedded programs know of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
import uharfbuzz as hb
from fontTools.pens.basePen import NullPen

from leaflets.preflight.cff import glyph_name, top_dict
from leaflets.preflight.marks import Font, Leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class FontUse:
    """A font that text is shown in."""

    dictionary: Any  # pikepdf's
    font: Font
    codes: frozenset[int]
    """Codes that are shown."""
    advances: Mapping[int, float]
    """Code -> width in the program, in thousandths of an em; without those that it lacks."""
    notdef: frozenset[int]
    """Codes that show .notdef."""

    @property
    def descendant(self) -> Any:  # pikepdf's
        """The CIDFont of a composite font, else the font itself."""
        found = self.dictionary.get("/DescendantFonts")
        return self.dictionary if found is None else found[0]

    @property
    def descriptor(self) -> Any:  # pikepdf's
        return self.descendant.get("/FontDescriptor", pikepdf.Dictionary())


def font_uses(pdf: pikepdf.Pdf, *, leaves: Sequence[Leaf], fonts: Mapping[str, Font]) -> tuple[FontUse, ...]:
    used: dict[str, set[int]] = {key: set() for key in fonts}
    for leaf in leaves:
        for shown in leaf.shown:
            used[shown.font].add(shown.code)
    return tuple(_use(pdf, key, font, frozenset(used[key])) for key, font in fonts.items())


def _use(pdf: pikepdf.Pdf, key: str, font: Font, codes: frozenset[int]) -> FontUse:
    number, generation, _r = key.split()
    advances, notdef = _program(font, codes)
    return FontUse(
        dictionary=pdf.get_object(int(number), int(generation)),
        font=font,
        codes=codes,
        advances=advances,
        notdef=notdef,
    )


def _program(font: Font, codes: frozenset[int]) -> tuple[dict[int, float], frozenset[int]]:
    if not font.program or font.code_bytes == 1:
        return {}, frozenset()
    if font.subtype == "CIDFontType0":
        return _cff(font.program, codes)
    return _glyf(font, codes)


def _glyf(font: Font, codes: frozenset[int]) -> tuple[dict[int, float], frozenset[int]]:
    face = hb.Face(hb.Blob(font.program))
    drawn, units = hb.Font(face), face.upem
    gids = {code: _gid(font, code) for code in codes}
    present = {code: gid for code, gid in gids.items() if gid < face.glyph_count}
    advances = {code: drawn.get_glyph_h_advance(gid) * 1000 / units for code, gid in present.items()}
    return advances, frozenset(code for code, gid in gids.items() if gid == 0)


def _gid(font: Font, code: int) -> int:
    if not font.gids:
        return code
    return font.gids[code] if code < len(font.gids) else 0


def _cff(program: bytes, codes: frozenset[int]) -> tuple[dict[int, float], frozenset[int]]:
    """A bare CFF table with CIDs."""
    charstrings = top_dict(program).CharStrings
    advances: dict[int, float] = {}
    for code in codes:
        name = glyph_name(code)
        if name in charstrings.charStrings:
            charstring = charstrings[name]
            charstring.draw(NullPen())
            advances[code] = charstring.width
    return advances, frozenset(code for code in codes if code == 0)
