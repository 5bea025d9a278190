"""A face -> the ink of one glyph in font units."""

from leaflets.fonts.face import Face


def ink_box(face: Face, gid: int) -> tuple[int, int, int, int]:
    """Left, bottom, right and top of a glyph's ink in font units; all 0 if it has none."""
    extents = face.hb_font.get_glyph_extents(gid)
    if extents is None:
        return 0, 0, 0, 0
    left, top = int(extents.x_bearing), int(extents.y_bearing)
    return left, top + int(extents.height), left + int(extents.width), top
