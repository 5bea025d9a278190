"""Tables survive the container, and its checksums are right."""

import struct
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from leaflets.fonts.sfnt import directory, read_tables, write_tables


@pytest.fixture(scope="module")
def program(folder):
    return (folder / "noto-naskh-arabic" / "NotoNaskhArabic-Regular.ttf").read_bytes()


def test_tables_are_those_that_fonttools_reads(program):
    tables = read_tables(program)
    reader = TTFont(BytesIO(program)).reader
    assert tables == {tag: reader[tag] for tag in reader.keys()}  # noqa: SIM118 - not a dict


def test_written_tables_are_read_again(program):
    tables = read_tables(program)
    again = read_tables(write_tables(tables))
    assert list(again) == sorted(tables)
    assert again.pop("head")[12:] == tables.pop("head")[12:]
    assert again == tables


def test_checksums_and_alignment_satisfy_fonttools(program):
    written = write_tables({**read_tables(program), "odd ": b"12345"})
    font = TTFont(BytesIO(written), checkChecksums=2)
    for tag in font.reader.keys():  # noqa: SIM118 - not a dict
        assert font.reader[tag] is not None
        assert font.reader.tables[tag].offset % 4 == 0
    words = struct.unpack(f">{len(written) // 4}I", written)
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA


def test_the_order_of_tables_given_does_not_matter(program):
    tables = read_tables(program)
    assert write_tables(dict(reversed(tables.items()))) == write_tables(tables)


def test_each_face_of_a_collection_has_its_own_directory(program):
    head = struct.pack(">4s2I2I", b"ttcf", 0x00010000, 2, 20, 20)
    tables = read_tables(program)
    shifted = bytearray(program)
    for number in range(len(tables)):
        place = 12 + 16 * number + 8
        (offset,) = struct.unpack_from(">I", program, place)
        struct.pack_into(">I", shifted, place, offset + len(head))
    collection = head + bytes(shifted)
    for index in (0, 1):
        places = directory(BytesIO(collection), index=index)
        assert {tag: collection[a : a + n] for tag, (a, n) in places.items()} == tables
    with pytest.raises(ValueError, match="no face number 2, counted from 0: it holds 2"):
        directory(BytesIO(collection), index=2)
