"""Glyphs that are appended to a font -> the tables head, hhea and maxp, whose limits hold for them too."""

import struct
from collections.abc import Iterable, Mapping, Sequence

from leaflets.fonts.glyf import Outlines, components, contours, points

Extent = tuple[int, int, int]
"""Points, contours and depth of a glyph: depth is 0 for a simple glyph, 1 for a composite of such."""


def raised(
    tables: Mapping[str, bytes], new: Outlines, *, parts: Sequence[tuple[Extent, ...]]
) -> dict[str, bytes]:
    """The three tables for the old glyphs and the new ones; `parts` are those of each new composite."""
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    count += len(new.records)
    return {
        "head": _head(tables["head"], new),
        "hhea": _hhea(tables["hhea"], new, count=count),
        "maxp": _maxp(tables["maxp"], parts, count=count),
    }


def extents(records: Sequence[bytes]) -> tuple[Extent, ...]:
    """What it takes to draw each glyph, in the terms of table maxp."""
    return tuple(_extent(records, gid) for gid in range(len(records)))


def _extent(records: Sequence[bytes], gid: int) -> Extent:
    parts = tuple(_extent(records, part) for part in components(records[gid]))
    return _together(parts) if parts else (points(records[gid]), contours(records[gid]), 0)


def _together(parts: Iterable[Extent]) -> Extent:
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
    for advance, box in zip(new.advances, new.boxes, strict=True):
        widest = max(widest, advance)
        if box:
            x0, _y0, x1, _y1 = box
            left, right, reach = min(left, x0), min(right, advance - x1), max(reach, x1)
    changed = bytearray(hhea)
    struct.pack_into(">H3h", changed, 10, widest, left, right, reach)
    struct.pack_into(">H", changed, 34, count)
    return bytes(changed)


def _maxp(maxp: bytes, parts: Sequence[tuple[Extent, ...]], *, count: int) -> bytes:
    """The largest composite by points and contours, the most parts, and the deepest nesting."""
    composites = [_together(row) for row in parts]
    changed = bytearray(maxp)
    struct.pack_into(">H", changed, 4, count)
    _raise(changed, 10, (points_ for points_, _contours, _depth in composites))
    _raise(changed, 12, (contours_ for _points, contours_, _depth in composites))
    _raise(changed, 28, (len(row) for row in parts))
    _raise(changed, 30, (depth for _points, _contours, depth in composites))
    return bytes(changed)


def _raise(maxp: bytearray, place: int, values: Iterable[int]) -> None:
    (old,) = struct.unpack_from(">H", maxp, place)
    struct.pack_into(">H", maxp, place, min(0xFFFF, max([old, *values])))
