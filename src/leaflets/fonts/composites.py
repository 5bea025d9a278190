"""A subset and composites of its glyphs -> a font program in which each composite is one more glyph.

So a cluster of several glyphs, with the offsets that shaping gave them, is drawn by one code and needs
no positioning in the content stream.
"""

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from leaflets.errors import FontError
from leaflets.fonts.glyf import (
    Box,
    Outlines,
    Part,
    composite_records,
    joined,
    read_outlines,
    write_outlines,
)
from leaflets.fonts.maxima import raised
from leaflets.fonts.sfnt import read_tables, write_tables
from leaflets.fonts.subset import Subset

MOST_GLYPHS = 0xFFFF
"""Table maxp counts in 16 bits."""

BEYOND = 0x10000
"""Font units that no coordinate reaches."""


class Composite(NamedTuple):
    """A glyph made of others; without visible parts it is blank and only moves the pen.

    No dataclass: there are hundreds in a text, each looked up by what it is made of.
    """

    advance: int
    """Font units, 0 to 65535."""
    parts: tuple[Part, ...]
    """Glyph ids of the face (not of the subset), each moved right and up by font units."""


class Place(NamedTuple):
    """Where a glyph with ink is in the subset."""

    gid: int
    shift: int
    """A glyph alone is drawn with its left edge at its left side bearing, a component where its coordinates
    are (OpenType, table glyf, phantom points): where the two differ, the offset makes up for it."""
    box: Box


def add_composites(subset: Subset, composites: Sequence[Composite]) -> tuple[bytes, int]:
    """The program with a glyph for each composite, in their order, and the glyph id of the first.

    Raises FontError for a CFF subset, a part that is not in the subset, and numbers beyond 16 bits.
    """
    if subset.is_cff:
        raise FontError("composite glyphs need TrueType outlines; convert the CFF font to TrueType")
    tables = read_tables(subset.program)
    old = read_outlines(tables)
    count = len(old.records) + len(composites)
    if count > MOST_GLYPHS:
        raise FontError(f"a font cannot hold {count} glyphs, only {MOST_GLYPHS}; divide the document")
    places = _places(composites, old, gids=subset.old_to_new)
    made = [_made(composite, places) for composite in composites]
    new = Outlines(
        records=_records(composites, made),
        boxes=tuple([box for box, _parts in made]),
        advances=tuple([composite.advance for composite in composites]),
        bearings=tuple([box[0] if box else 0 for box, _parts in made]),
    )
    parts = [[gid for gid, _dx, _dy in row] for _box, row in made if row]
    tables |= write_outlines(joined(old, new)) | raised(tables, new, parts=parts, records=old.records)
    return write_tables(tables), len(old.records)


def _places(
    composites: Sequence[Composite], old: Outlines, *, gids: Mapping[int, int]
) -> Mapping[int, Place | None]:
    """Glyph id of the face -> its place in the subset, None without ink; for all parts."""
    places: dict[int, Place | None] = {}
    for composite in composites:
        for gid, _dx, _dy in composite.parts:
            if gid not in places:
                new = gids.get(gid)
                if new is None:
                    raise FontError(
                        f"glyph {gid} of {composite} is not in the subset; ask subset_face for it"
                    )
                box = old.boxes[new]
                places[gid] = None if box is None else Place(new, old.bearings[new] - box[0], box)
    return places


Made = tuple[Box | None, Sequence[Part]]
"""Bounds, and the parts with ink, by glyph ids of the subset."""


def _made(composite: Composite, places: Mapping[int, Place | None]) -> Made:
    parts: list[Part] = []
    x0 = y0 = BEYOND
    x1 = y1 = -BEYOND
    for part, dx, dy in composite.parts:
        place = places[part]
        if place is not None:
            gid, shift, (left, bottom, right, top) = place
            x = dx + shift
            parts.append((gid, x, dy))
            x0 = left + x if left + x < x0 else x0
            y0 = bottom + dy if bottom + dy < y0 else y0
            x1 = right + x if right + x > x1 else x1
            y1 = top + dy if top + dy > y1 else y1
    return ((x0, y0, x1, y1), parts) if parts else (None, parts)


def _records(composites: Sequence[Composite], made: Sequence[Made]) -> tuple[bytes, ...]:
    """All in one go; only if a number is too large is it looked for."""
    try:
        struct.pack(f">{len(composites)}H", *[composite.advance for composite in composites])
        return composite_records(made)
    except struct.error:
        for composite, one in zip(composites, made, strict=True):
            _check(composite, one)
        raise


def _check(composite: Composite, made: Made) -> None:
    try:
        struct.pack(">H", composite.advance)
        composite_records([made])
    except struct.error as error:
        reason = "reaches beyond 16 bits of font units; look at the text and the font that were shaped"
        raise FontError(f"a letter of {len(composite.parts)} glyphs {reason}") from error
