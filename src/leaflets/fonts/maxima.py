"""Glyphs that are appended to a font -> the tables head, hhea and maxp, whose limits hold for them too."""

import struct
from collections.abc import Mapping, Sequence

from leaflets.fonts.glyf import Outlines, components, contours, points

Extent = tuple[int, int, int]
"""Points, contours and depth of a glyph: depth is 0 for a simple glyph, 1 for a composite of such."""


def raised(
    tables: Mapping[str, bytes],
    new: Outlines,
    *,
    parts: Sequence[Sequence[int]],
    records: Sequence[bytes],
) -> dict[str, bytes]:
    """The three tables for the old glyphs and the new ones.

    `parts` are glyph ids, of each new composite with ink, of the old glyphs, which have the `records`.
    """
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    count += len(new.records)
    return {
        "head": _head(tables["head"], new),
        "hhea": _hhea(tables["hhea"], new, count=count),
        "maxp": _maxp(tables["maxp"], parts, records=records, count=count),
    }


def _extent(records: Sequence[bytes], gid: int) -> Extent:
    """What it takes to draw a glyph, in the terms of table maxp."""
    record = records[gid]
    count = contours(record)
    if count >= 0:
        return points(record, contours=count), count, 0
    parts = [_extent(records, part) for part in components(record)]
    points_, contours_, depths = zip(*parts, strict=True)
    return sum(points_), sum(contours_), 1 + max(depths)


def _head(head: bytes, new: Outlines) -> bytes:
    """The bounds of all glyphs; indexToLocFormat says that loca is long."""
    boxes = [struct.unpack_from(">4h", head, 36), *filter(None, new.boxes)]
    left, bottom, right, top = zip(*boxes, strict=True)
    changed = bytearray(head)
    struct.pack_into(">4h", changed, 36, min(left), min(bottom), max(right), max(top))
    struct.pack_into(">h", changed, 50, 1)
    return bytes(changed)


def _hhea(hhea: bytes, new: Outlines, *, count: int) -> bytes:
    """Widest advance, least side bearings and largest xMax; hmtx has an advance for each glyph."""
    widest, left, right, reach = struct.unpack_from(">H3h", hhea, 10)
    inked = [(box[0], box[2], advance) for box, advance in zip(new.boxes, new.advances, strict=True) if box]
    if inked:
        lefts, rights, _advances = zip(*inked, strict=True)
        left, reach = min(left, *lefts), max(reach, *rights)
        right = min(right, *[advance - x1 for _x0, x1, advance in inked])
    widest = max([widest, *new.advances])
    changed = bytearray(hhea)
    struct.pack_into(">H3h", changed, 10, widest, left, right, reach)
    struct.pack_into(">H", changed, 34, count)
    return bytes(changed)


def _maxp(maxp: bytes, parts: Sequence[Sequence[int]], *, records: Sequence[bytes], count: int) -> bytes:
    """The largest composite by points and contours, the most parts, and the deepest nesting."""
    used = {gid: _extent(records, gid) for gid in {gid for row in parts for gid in row}}
    points_ = {gid: extent[0] for gid, extent in used.items()}.__getitem__
    contours_ = {gid: extent[1] for gid, extent in used.items()}.__getitem__
    changed = bytearray(maxp)
    struct.pack_into(">H", changed, 4, count)
    _raise(changed, 10, [sum(map(points_, row)) for row in parts])
    _raise(changed, 12, [sum(map(contours_, row)) for row in parts])
    _raise(changed, 28, [len(row) for row in parts])
    _raise(changed, 30, [1 + depth for _points, _contours, depth in used.values()])
    return bytes(changed)


def _raise(maxp: bytearray, place: int, values: Sequence[int]) -> None:
    (old,) = struct.unpack_from(">H", maxp, place)
    struct.pack_into(">H", maxp, place, min(0xFFFF, max([old, *values])))
