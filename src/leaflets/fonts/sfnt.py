"""The container of OpenType fonts: a file -> its directory of tables; tables <-> a program's bytes."""

import struct
import sys
from array import array
from collections.abc import Mapping
from io import SEEK_END, BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

COLLECTION = b"ttcf"
SIGNATURES = (b"\0\1\0\0", b"true", b"OTTO")
WEB: Mapping[bytes, str] = MappingProxyType({b"wOFF": "WOFF", b"wOF2": "WOFF2"})
CHECKSUM_OF_A_FONT = 0xB1B0AFBA
"""What all of a font adds up to, once head.checkSumAdjustment is right (OpenType, table head)."""


def directory(file: BinaryIO, *, index: int = 0) -> dict[str, tuple[int, int]]:
    """Tag -> (offset, length) of each table of face `index`; ValueError says what is wrong."""
    try:
        records = _records(file, start=_start(file, index=index))
        tables = {tag: (offset, length) for tag, (_told, offset, length) in records}
    except struct.error as error:
        raise ValueError("it ends before its table directory does") from error
    size = file.seek(0, SEEK_END)
    for tag, (offset, length) in tables.items():
        if offset + length > size:
            raise ValueError(f"it is cut off: table {tag} should end at byte {offset + length} of {size}")
    return tables


def wrong_checksum(file: BinaryIO, *, index: int) -> str:
    """The first table of a face whose bytes are not those that its record was written for; else empty.

    ValueError as of `directory`.
    """
    directory(file, index=index)
    for tag, (told, offset, length) in _records(file, start=_start(file, index=index)):
        file.seek(offset)
        data = file.read(length)
        data = _with_adjustment(data, value=0) if tag == "head" else data
        if _checksum(data) != told:
            return tag
    return ""


def count_faces(path: Path) -> int:
    """1, or how many a collection holds; ValueError if it ends before it says so."""
    with path.open("rb") as file:
        try:
            signature, _version, count = _read(file, ">4s2I")
        except struct.error as error:
            raise ValueError("it ends before its table directory does") from error
    return int(count) if signature == COLLECTION else 1


def read_tables(program: bytes) -> dict[str, bytes]:
    """The tables of a font program that holds one face."""
    places = directory(BytesIO(program))
    return {tag: program[offset : offset + length] for tag, (offset, length) in places.items()}


def write_tables(tables: Mapping[str, bytes]) -> bytes:
    """A TrueType program of these tables, in order of their tags, with right checksums."""
    ordered = {**tables, "head": _with_adjustment(tables["head"], value=0)}
    sums = {tag: _checksum(data) for tag, data in ordered.items()}
    whole = _checksum(_records_of(ordered, sums=sums)) + sum(sums.values())
    ordered["head"] = _with_adjustment(ordered["head"], value=(CHECKSUM_OF_A_FONT - whole) & 0xFFFFFFFF)
    return _joined(ordered, sums=sums)


def join_tables(tables: Mapping[str, bytes]) -> bytes:
    """The same without checksums: a program that stays in memory."""
    return _joined(tables, sums=dict.fromkeys(tables, 0))


def _joined(tables: Mapping[str, bytes], *, sums: Mapping[str, int]) -> bytes:
    padded = [tables[tag] + bytes(-len(tables[tag]) % 4) for tag in sorted(tables)]
    return b"".join([_records_of(tables, sums=sums), *padded])


def _records_of(tables: Mapping[str, bytes], *, sums: Mapping[str, int]) -> bytes:
    """The directory of tables in the order of their tags; each begins at a multiple of 4."""
    records = [_header(len(tables))]
    offset = 12 + 16 * len(tables)
    for tag in sorted(tables):
        size = len(tables[tag])
        records.append(struct.pack(">4s3I", tag.encode(), sums[tag], offset, size))
        offset += size + -size % 4
    return b"".join(records)


def _start(file: BinaryIO, *, index: int) -> int:
    """Where a face's directory begins: a collection holds several (OpenType, TTC header)."""
    file.seek(0)
    signature, _version, count = _read(file, ">4s2I")
    faces = count if signature == COLLECTION else 1
    if index >= faces:
        raise ValueError(f"it has no face number {index}, counted from 0: it holds {faces}")
    if signature != COLLECTION:
        return 0
    file.seek(12 + 4 * index)
    (start,) = _read(file, ">I")
    return int(start)


def _records(file: BinaryIO, *, start: int) -> list[tuple[str, tuple[int, int, int]]]:
    """Tag -> (checksum, offset, length)."""
    file.seek(start)
    signature, count, *_search = _read(file, ">4s4H")
    if signature in WEB:
        raise ValueError(f"it is packed for web pages ({WEB[signature]}), and its .ttf or .otf is needed")
    if signature not in SIGNATURES:
        raise ValueError(f"it begins with {_shown(signature)}, which no OpenType font does")
    records = (_read(file, ">4s3I") for _ in range(count))
    return [(tag.decode("latin-1"), (told, offset, length)) for tag, told, offset, length in records]


def _shown(signature: bytes) -> str:
    """As text if it is any, else as hexadecimal digits."""
    text = signature.decode("latin-1")
    return f'"{text}"' if text.isascii() and text.isprintable() else f"the bytes {signature.hex(' ')}"


def _read(file: BinaryIO, form: str) -> tuple[Any, ...]:  # Any: the types are those of `form`
    return struct.unpack(form, file.read(struct.calcsize(form)))


def _header(count: int) -> bytes:
    """The offset table with the fields for a binary search (OpenType, table directory)."""
    power = count.bit_length() - 1
    return struct.pack(">4s4H", SIGNATURES[0], count, 16 << power, power, 16 * count - (16 << power))


def _with_adjustment(head: bytes, *, value: int) -> bytes:
    return head[:8] + struct.pack(">I", value) + head[12:]


def _checksum(data: bytes | bytearray) -> int:
    words = array("I", bytes(data) + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
