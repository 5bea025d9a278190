"""One opened face: what layout and PDF writing ask a font."""

from functools import cached_property
from typing import Any

from leaflets.fonts.family import Style
from leaflets.frozen import dataclass

RESTRICTED, NO_SUBSETTING, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
"""OS/2 fsType: what a licence forbids."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Face:
    """One OpenType face, opened once in a process; two faces are equal if they are the same object.

    Lengths are in font units, `upem` of which make an em. No slots: cached properties need a __dict__.
    """

    id: str
    """Stable name, such as `noto-sans/NotoSans-Regular.ttf#0`."""
    family: str
    """Id of the family."""
    weight: int
    style: Style
    size: float
    leading: float
    blank: float
    """The family's factors, see fonts.toml."""
    without: tuple[tuple[int, int], ...]
    """Ranges of code points that the family leaves to others."""

    upem: int
    ascent: int
    descent: int
    """Negative below the baseline."""
    cap_height: int
    x_height: int
    bbox: tuple[int, int, int, int]
    """Left, bottom, right and top of all glyphs together."""
    weight_class: int
    italic_angle: float
    """Degrees, negative for a face that leans to the right."""
    ps_name: str
    fs_type: int
    is_cff: bool
    is_cid_keyed: bool
    is_variable: bool
    glyph_count: int
    hb_face: Any  # uharfbuzz has no type stubs
    hb_font: Any  # uharfbuzz has no type stubs

    @property
    def can_embed(self) -> bool:
        """Whether the font's licence bits allow a subset of its outlines in a PDF."""
        return may_embed(self.fs_type)

    @cached_property
    def code_points(self) -> frozenset[int]:
        """The code points in its cmap, but for those that are left to other families."""
        left = (code for first, last in self.without for code in range(first, last + 1))
        return frozenset(self.hb_face.unicodes) - frozenset(left)

    @cached_property
    def characters(self) -> frozenset[str]:
        """The same as they stand in a text."""
        return frozenset(map(chr, self.code_points))

    @cached_property
    def script_tags(self) -> frozenset[str]:
        """OpenType tags of the scripts that GSUB has rules for."""
        return frozenset(self.hb_face.get_table_script_tags("GSUB"))

    @cached_property
    def advances(self) -> "Advances":
        return Advances(self.hb_font)

    def advance(self, gid: int) -> int:
        """Horizontal advance in font units."""
        return self.advances[gid]

    @cached_property
    def circle(self) -> int:
        """The glyph of U+25CC, which stands under marks without a base; -1 if there is none."""
        found = self.nominal_glyph("\u25cc")
        return -1 if found is None else found

    def has_ink(self, gid: int) -> bool:
        extents = self.hb_font.get_glyph_extents(gid)
        return extents is not None and bool(extents.width and extents.height)

    def nominal_glyph(self, character: str) -> int | None:
        """The glyph that the cmap gives for one character, before any shaping."""
        gid = self.hb_font.get_nominal_glyph(ord(character))
        return None if gid is None else int(gid)


class Advances(dict[int, int]):
    """Glyph id -> horizontal advance in font units; HarfBuzz is asked once for each."""

    def __init__(self, hb_font: Any) -> None:
        super().__init__()
        self._hb_font = hb_font

    def __missing__(self, gid: int) -> int:
        advance = self[gid] = int(self._hb_font.get_glyph_h_advance(gid))
        return advance


def may_embed(fs_type: int) -> bool:
    """Whether licence bits allow a subset of a font's outlines in a PDF (OpenType, OS/2 fsType)."""
    return fs_type & 0x000F != RESTRICTED and not fs_type & (NO_SUBSETTING | BITMAPS_ONLY)
