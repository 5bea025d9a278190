"""Python values -> PDF objects of ReportLab's object model, with what its own classes leave out.

ReportLab formats each name, number and entry of a dictionary by itself, which took half of the time of a
file; these write the same objects in one go.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import deflate
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFObject

Value = PDFObject | str | bytes | int | float
"""What may stand in a dictionary or array; `str` and `bytes` are written as they are: a name, `true`."""

CARRIAGE_RETURN = 0x0D

QUICK, SMALL = 1, 6
"""Levels of libdeflate. QUICK takes half of the time and gives 4 % more: for operators, which are new in
each file, and a quarter of it at most. Levels 8 and 9 save half a byte in a hundred."""


class Dictionary(PDFDictionary):
    """Keys are plain ASCII names, and are written in the order in which they were given."""

    def format(self, document: PDFDocument, IND: bytes = b" ") -> bytes:  # noqa: N803 - ReportLab's name
        entries = [b"/%s %s" % (key.encode(), formatted(value, document)) for key, value in self.dict.items()]
        return b"<< %s >>" % IND.join(entries)


class Array(PDFArray):
    def format(self, document: PDFDocument, IND: bytes = b" ") -> bytes:  # noqa: N803 - ReportLab's name
        return b"[%s]" % IND.join([formatted(value, document) for value in self.sequence])


class Shared(Dictionary):
    """A dictionary that is written once, as an indirect object."""

    __RefOnly__ = 1


class Body(PDFObject):
    """An indirect object whose bytes the caller wrote."""

    __RefOnly__ = 1

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, _document: PDFDocument) -> bytes:
        return self.data


class Stream(PDFObject):
    """A stream whose data ends with an end of line, as PDF/A demands (ISO 19005-2, 6.1.7.1)."""

    __RefOnly__ = 1

    def __init__(self, entries: Mapping[str, Value], data: bytes) -> None:
        """`data` is written as it is: a filter that was applied stands in `entries`."""
        self.entries = dict(entries)
        self.content = data

    def format(self, document: PDFDocument) -> bytes:
        head = dictionary(**self.entries, Length=len(self.content)).format(document)
        # data that ends with CR would make one end of line with a bare LF, and seem a byte too long
        end = b"\r\n" if self.content.endswith(b"\r") else b"\n"
        return b"".join((head, b"\nstream\n", self.content, end, b"endstream\n"))


def formatted(value: Value, document: PDFDocument) -> bytes:
    """A value as it stands in an array or a dictionary."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("ascii")
    if isinstance(value, PDFObject):
        if hasattr(value, "__RefOnly__"):
            return reference(document, value)
        found: bytes = value.format(document)  # type: ignore[attr-defined]  # the stubs leave it out
        return found
    return number(value).encode()


def name(text: str) -> str:
    """A PDF name from plain ASCII."""
    return "/" + text


def dictionary(**entries: Value) -> Dictionary:
    return Dictionary(entries)


def array(values: Sequence[Value]) -> Array:
    return Array(values)


def flate(data: bytes, *, level: int = SMALL) -> bytes:
    """Compressed, in half of the time of zlib.

    libdeflate gives the same bytes on every machine, where each system has a zlib of its own.
    """
    return bytes(deflate.zlib_compress(data, level))


def flate_text(data: bytes, *, level: int = SMALL) -> bytes:
    """Operators or a CMap compressed: white space is added where the last byte would be a carriage return.

    One stream of 256 would end so, and programs that take CR LF before `endstream` for the end of a line
    count one byte less than Length says (ISO 19005-2, 6.1.7.1). The last byte is that of the checksum of
    what was compressed (RFC 1950, 2.2).
    """
    while deflate.adler32(data) & 0xFF == CARRIAGE_RETURN:
        data += b"\n"
    return flate(data, level=level)


def flate_stream(compressed: bytes, **entries: Value) -> Stream:
    """A stream of Flate, and never ASCII85, which ReportLab would choose by a global setting."""
    return Stream({**entries, "Filter": name("FlateDecode")}, compressed)


def deflated(data: bytes, **entries: Value) -> Stream:
    return flate_stream(flate(data), **entries)


def deflated_text(data: bytes) -> Stream:
    """The operators of a page."""
    return flate_stream(flate_text(data, level=QUICK))


@lru_cache(maxsize=8)
def _deflated_profile(icc: bytes) -> bytes:
    """Compressed as far as it goes, once in a process: 13 ms for a printing condition of 121 kB."""
    return bytes(deflate.zlib_compress(icc, 12))


def profile_stream(icc: bytes, *, components: int) -> Stream:
    """An ICC profile with its number of colour components."""
    return flate_stream(_deflated_profile(icc), N=components)


ESCAPES = {b"\\": b"\\\\", b"(": b"\\(", b")": b"\\)", b"\r": b"\\r", b"\n": b"\\n"}
"""A line end within a string would be read as another one (ISO 32000-1, 7.3.4.2)."""

SPECIAL = re.compile(rb"[\\()\r\n]")


def text_string(text: str) -> bytes:
    """A text string as a literal: ASCII as it is, else UTF-16 with its mark; half as long as in digits."""
    data = text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    if SPECIAL.search(data):
        data = SPECIAL.sub(lambda match: ESCAPES[match[0]], data)
    return b"(%s)" % data


def literal(data: str) -> str:
    """The inside of a literal string of operators (7.3.4.2); characters below U+0100 stand for bytes."""
    data = data.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return data.replace("\r", "\\r")


def reference(document: PDFDocument, target: PDFObject) -> bytes:
    """A reference, `12 0 R`, to an object, which is registered if it was not."""
    known: Any = document  # the stubs leave out its tables
    named = getattr(target, "__InternalName__", None)
    if named is not None:
        return b"%d %d R" % known.idToObjectNumberAndVersion[named]
    # as PDFDocument.Reference does it, which asks much before and makes an object for what is returned
    known.objectcounter = number = known.objectcounter + 1
    target.__InternalName__ = named = f"R{number}"  # type: ignore[attr-defined]  # set by ReportLab too
    known.idToObjectNumberAndVersion[named] = number, 0
    known.numberToId[number], known.idToObject[named] = named, target
    return b"%d 0 R" % number


@lru_cache(maxsize=32768)
def number(value: float, *, decimals: int = 3) -> str:
    """A number as content streams have it: with so many decimals at most, and no exponent (7.3.3).

    Kept for what stands at one place in every language.
    """
    text = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def numbers(values: Sequence[float]) -> str:
    return " ".join([number(value) for value in values])
