"""A subset and composites of its glyphs -> a font program in which each composite is one more glyph.

So a cluster of several glyphs, with the offsets that shaping gave them, is drawn by one code and needs
no positioning in the content stream.
"""

import struct
from collections.abc import Mapping, Sequence

from leaflets.errors import FontError
from leaflets.fonts.glyf import (
    Box,
    Outlines,
    Part,
    composite_record,
    joined,
    read_outlines,
    write_outlines,
)
from leaflets.fonts.maxima import extents, raised
from leaflets.fonts.sfnt import read_tables, write_tables
from leaflets.fonts.subset import Subset
from leaflets.frozen import dataclass

MOST_GLYPHS = 0xFFFF
"""Table maxp counts in 16 bits."""


@dataclass(frozen=True, slots=True)
class Composite:
    """A glyph made of others; without visible parts it is blank and only moves the pen."""

    advance: int
    """Font units, 0 to 65535."""
    parts: tuple[Part, ...]
    """Glyph ids of the face (not of the subset), each moved right and up by font units."""


def add_composites(subset: Subset, composites: Sequence[Composite]) -> tuple[bytes, int]:
    """The program with a glyph for each composite, in their order, and the glyph id of the first.

    Raises FontError for a CFF subset, a part that is not in the subset, and numbers beyond 16 bits.
    """
    if subset.is_cff:
        raise FontError("composite glyphs need TrueType outlines; convert the CFF font to TrueType")
    tables = read_tables(subset.program)
    old = read_outlines(tables)
    parts = tuple(_visible(composite, old, gids=subset.old_to_new) for composite in composites)
    new = _outlines(composites, parts, old=old)
    count = len(old.records) + len(new.records)
    if count > MOST_GLYPHS:
        raise FontError(f"a font cannot hold {count} glyphs, only {MOST_GLYPHS}; divide the document")
    sizes = extents(old.records)
    sizes_of_parts = [tuple(sizes[gid] for gid, _dx, _dy in row) for row in parts if row]
    tables |= write_outlines(joined(old, new)) | raised(tables, new, parts=sizes_of_parts)
    return write_tables(tables), len(old.records)


def _visible(composite: Composite, old: Outlines, *, gids: Mapping[int, int]) -> tuple[Part, ...]:
    """The parts with ink, by glyph ids of the subset.

    A glyph alone is drawn with its left edge at its left side bearing, a component where its coordinates
    are (OpenType, table glyf, phantom points): where the two differ, the offset makes up for it.
    """
    parts = []
    for gid, dx, dy in composite.parts:
        new = gids.get(gid)
        if new is None:
            raise FontError(f"glyph {gid} of {composite} is not in the subset; ask subset_face for it")
        box = old.boxes[new]
        if box is not None:
            parts.append((new, dx + old.bearings[new] - box[0], dy))
    return tuple(parts)


def _outlines(
    composites: Sequence[Composite], parts: Sequence[tuple[Part, ...]], *, old: Outlines
) -> Outlines:
    boxes = tuple(_box(row, old=old) for row in parts)
    return Outlines(
        records=tuple(map(_record, composites, parts, boxes)),
        boxes=boxes,
        advances=tuple(composite.advance for composite in composites),
        bearings=tuple(box[0] if box else 0 for box in boxes),
    )


def _box(parts: tuple[Part, ...], *, old: Outlines) -> Box | None:
    moved = []
    for gid, dx, dy in parts:
        if (box := old.boxes[gid]) is not None:
            moved.append((box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy))
    if not moved:
        return None
    lefts, bottoms, rights, tops = zip(*moved, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _record(composite: Composite, parts: tuple[Part, ...], box: Box | None) -> bytes:
    try:
        struct.pack(">H", composite.advance)
        return composite_record(parts, box=box) if box else b""
    except struct.error as error:
        reason = "reaches beyond 16 bits of font units; look at the text and the font that were shaped"
        raise FontError(f"{composite} {reason}") from error
