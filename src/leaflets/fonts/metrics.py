"""A face -> its line metrics in em, and the ink of one glyph in font units."""

from leaflets.fonts.face import Face
from leaflets.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMetrics:
    """In em of the face itself: multiply by font-size and by the face's `size`; downwards is negative."""

    ascent: float
    descent: float
    line_gap: float
    cap_height: float
    x_height: float
    underline_position: float
    """Top of the underline."""
    underline_thickness: float


def line_metrics(face: Face) -> LineMetrics:
    """OS/2's typographic values where the font asks for them (USE_TYPO_METRICS), else those of hhea."""
    em = face.upem
    return LineMetrics(
        ascent=face.ascent / em,
        descent=face.descent / em,
        line_gap=face.line_gap / em,
        cap_height=face.cap_height / em,
        x_height=face.x_height / em,
        underline_position=face.underline_position / em,
        underline_thickness=face.underline_thickness / em,
    )


def ink_box(face: Face, gid: int) -> tuple[int, int, int, int]:
    """Left, bottom, right and top of a glyph's ink in font units; all 0 if it has none."""
    extents = face.hb_font.get_glyph_extents(gid)
    if extents is None:
        return 0, 0, 0, 0
    left, top = int(extents.x_bearing), int(extents.y_bearing)
    return left, top + int(extents.height), left + int(extents.width), top
