"""A variable face -> a static one of one weight, with the same glyph ids."""

import uharfbuzz as hb

WEIGHT, ITALIC, SLANT = "wght", "ital", "slnt"
"""Registered axes (OpenType, table fvar)."""


def pinned(hb_face: hb.Face, *, weight: int, italic: bool) -> hb.Face:
    """At that weight or the nearest there is, upright or italic, all other axes at their defaults.

    ValueError for a damaged face.
    """
    request = hb.SubsetInput()
    request.keep_everything()
    request.pin_all_axes_to_default(hb_face)
    ranges = {axis.tag: (axis.min_value, axis.max_value) for axis in hb_face.axis_infos}
    wanted = {WEIGHT: weight, ITALIC: int(italic)} | ({SLANT: -90} if italic and ITALIC not in ranges else {})
    for tag in wanted.keys() & ranges.keys():
        low, high = ranges[tag]
        request.pin_axis_location(hb_face, tag, min(max(wanted[tag], low), high))
    try:
        return hb.SubsetPlan(hb_face, request).execute()
    except RuntimeError as error:
        raise ValueError("its variations cannot be applied") from error
