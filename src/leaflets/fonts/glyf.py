"""TrueType outlines: tables <-> glyph records with their metrics, and what a record says of its glyph."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise

from leaflets.frozen import dataclass

WORDS, OFFSETS, MORE, OVERLAPPING = 0x0001, 0x0002, 0x0020, 0x0400
SCALE, X_AND_Y_SCALE, TWO_BY_TWO = 0x0008, 0x0040, 0x0080
"""Flags of a component (OpenType, table glyf, composite glyph description)."""

SIGN = 0x8000
"""Glyph ids have no sign, all other numbers of a composite have one; they are packed together."""

Part = tuple[int, int, int]
"""Glyph id, and how far it is moved to the right and up, in font units."""

Box = tuple[int, int, int, int]
"""Left, bottom, right and top, in font units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """The glyphs of an unhinted font: parallel tuples, one entry for each glyph."""

    records: tuple[bytes, ...]
    """Entries of glyf; empty for a blank glyph."""
    boxes: tuple[Box | None, ...]
    """None for a blank glyph."""
    advances: tuple[int, ...]
    bearings: tuple[int, ...]
    """Left side bearings."""


def read_outlines(tables: Mapping[str, bytes]) -> Outlines:
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    (is_long,) = struct.unpack_from(">h", tables["head"], 50)
    (full,) = struct.unpack_from(">H", tables["hhea"], 34)
    loca = struct.unpack_from(f">{count + 1}{'I' if is_long else 'H'}", tables["loca"])
    places = loca if is_long else [2 * place for place in loca]
    pairs = struct.unpack_from(f">{'Hh' * full}", tables["hmtx"])
    glyf = tables["glyf"]
    records = tuple([glyf[start:end] for start, end in pairwise(places)])
    rest = struct.unpack_from(f">{count - full}h", tables["hmtx"], 4 * full)
    return Outlines(
        records=records,
        boxes=tuple([_bounds(record) if record else None for record in records]),
        advances=pairs[::2] + pairs[-2:-1] * (count - full),
        bearings=pairs[1::2] + rest,
    )


def _bounds(record: bytes) -> Box:
    x0, y0, x1, y1 = struct.unpack_from(">4h", record, 2)
    return x0, y0, x1, y1


def write_outlines(outlines: Outlines) -> dict[str, bytes]:
    """The tables glyf, loca (long) and hmtx (an advance for each glyph)."""
    records = [record + bytes(-len(record) % 4) for record in outlines.records]
    places = accumulate(map(len, records), initial=0)
    pairs = chain.from_iterable(zip(outlines.advances, outlines.bearings, strict=True))
    return {
        "glyf": b"".join(records),
        "loca": struct.pack(f">{len(records) + 1}I", *places),
        "hmtx": struct.pack(f">{'Hh' * len(records)}", *pairs),
    }


def joined(first: Outlines, second: Outlines) -> Outlines:
    return Outlines(
        records=first.records + second.records,
        boxes=first.boxes + second.boxes,
        advances=first.advances + second.advances,
        bearings=first.bearings + second.bearings,
    )


def contours(record: bytes) -> int:
    """Number of contours; negative for a composite."""
    return int.from_bytes(record[:2], signed=True)


def points(record: bytes, *, contours: int) -> int:
    """Number of points of a simple glyph: one more than the last point's number."""
    return int.from_bytes(record[8 + 2 * contours : 10 + 2 * contours]) + 1 if contours else 0


def components(record: bytes) -> Iterator[int]:
    """Glyph ids of the parts of a composite; none for a simple glyph."""
    flags = MORE if contours(record) < 0 else 0
    place = 10
    while flags & MORE:
        flags, gid = struct.unpack_from(">2H", record, place)
        yield gid
        scale = 2 if flags & SCALE else 4 if flags & X_AND_Y_SCALE else 8 if flags & TWO_BY_TWO else 0
        place += 4 + (4 if flags & WORDS else 2) + scale


def composite_records(glyphs: Sequence[tuple[Box | None, Sequence[Part]]]) -> tuple[bytes, ...]:
    """Of each glyph by its bounds and parts; struct.error if a number does not fit into 16 bits."""
    words: list[int] = []
    for box, parts in glyphs:
        if box is not None:
            words += (-1, *box)
            flags, more = OVERLAPPING | WORDS | OFFSETS, len(parts)
            for gid, dx, dy in parts:
                more -= 1
                words += (flags | MORE if more else flags, gid if gid < SIGN else gid - 2 * SIGN, dx, dy)
                flags = WORDS | OFFSETS
    packed = struct.pack(f">{len(words)}h", *words)
    ends = accumulate([10 + 8 * len(parts) if parts else 0 for _box, parts in glyphs], initial=0)
    return tuple([packed[start:end] for start, end in pairwise(ends)])
