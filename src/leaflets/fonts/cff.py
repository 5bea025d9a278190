"""A `CFF ` table -> whether its glyphs are named or numbered (CID-keyed)."""

import re

ROS = re.compile(rb"(?:[\x20-\xf6]|[\xf7-\xfe].|\x1c..|\x1d.{4}){3}\x0c\x1e", re.DOTALL)
"""Three integers and the operator 12 30 (Adobe Technical Note 5176, section 4 table 3 and section 9)."""


def is_cid_keyed(table: bytes) -> bool:
    """ROS comes first in the Top DICT of a CID-keyed font, and nowhere in others (5176, section 18)."""
    top_dicts = _end_of_index(table, start=table[2])
    return ROS.match(table, _first_item(table, start=top_dicts)) is not None


def _end_of_index(table: bytes, *, start: int) -> int:
    count, size = _shape(table, start=start)
    if not count:
        return start + 2
    return _data(start, count=count, size=size) + _offset(table, start=start, item=count, size=size)


def _first_item(table: bytes, *, start: int) -> int:
    count, size = _shape(table, start=start)
    return _data(start, count=count, size=size) + _offset(table, start=start, item=0, size=size)


def _shape(table: bytes, *, start: int) -> tuple[int, int]:
    """Number of items of an INDEX and size of its offsets (5176, section 5)."""
    return int.from_bytes(table[start : start + 2]), table[start + 2]


def _offset(table: bytes, *, start: int, item: int, size: int) -> int:
    place = start + 3 + item * size
    return int.from_bytes(table[place : place + size])


def _data(start: int, *, count: int, size: int) -> int:
    """Offsets of an INDEX count from the byte before its data."""
    return start + 2 + (count + 1) * size
