"""Python values -> PDF objects of ReportLab's object model, with what its own classes leave out."""

import re
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

Value = PDFObject | str | int | float
"""What may stand in a dictionary or array; a `str` is written as it is: a name, a number, `true`."""


CARRIAGE_RETURN = 0x0D


class Stream(PDFStream):
    """A stream whose data ends with an end of line, as PDF/A demands (ISO 19005-2, 6.1.7.1)."""

    def __init__(self, entries: Mapping[str, Value], data: bytes) -> None:
        """`data` is written as it is: a filter that was applied stands in `entries`."""
        super().__init__(PDFDictionary(dict(entries)), data)

    def format(self, document: PDFDocument) -> bytes:
        entries = PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        head: bytes = entries.format(document)
        # data that ends with CR would make one end of line with a bare LF, and seem a byte too long
        end = b"\r\n" if self.content.endswith(b"\r") else b"\n"
        return b"".join((head, b"\nstream\n", self.content, end, b"endstream\n"))


class Body(PDFObject):
    """An indirect object whose bytes the caller wrote: for the hundreds of equal ones of a tag tree."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.data = b""

    def format(self, _document: PDFDocument) -> bytes:
        return self.data


class Shared(PDFDictionary):
    """A dictionary that is written once, as an indirect object."""

    __RefOnly__ = 1


def name(text: str) -> str:
    """A PDF name from plain ASCII."""
    return "/" + text


def string(text: str) -> PDFString:
    """A text string: PDFDocEncoding where that is enough, else UTF-16."""
    return PDFString(text)


def dictionary(**entries: Value) -> PDFDictionary:
    return PDFDictionary(entries)


def array(values: Sequence[Value]) -> PDFArray:
    return PDFArray(values)


def deflated(data: bytes, **entries: Value) -> Stream:
    """A stream compressed with Flate, and never ASCII85, which ReportLab would choose by a global setting."""
    return Stream({**entries, "Filter": name("FlateDecode")}, zlib.compress(data, 9))


def deflated_text(data: bytes) -> Stream:
    """Operators or a CMap: white space is added where the last byte would be a carriage return.

    One stream of 256 would end so, and programs that take CR LF before `endstream` for the end of a line
    count one byte less than Length says (ISO 19005-2, 6.1.7.1). The last byte is that of the checksum of
    what was compressed (RFC 1950, 2.2).
    """
    while zlib.adler32(data) & 0xFF == CARRIAGE_RETURN:
        data += b"\n"
    return deflated(data)


@lru_cache(maxsize=8)
def _deflated_profile(icc: bytes) -> bytes:
    """Compressed once in a process: 6 ms for a printing condition of 121 kB."""
    return zlib.compress(icc, 9)


def profile_stream(icc: bytes, *, components: int) -> Stream:
    """An ICC profile with its number of colour components."""
    return Stream({"N": components, "Filter": name("FlateDecode")}, _deflated_profile(icc))


ESCAPES = {b"\\": b"\\\\", b"(": b"\\(", b")": b"\\)", b"\r": b"\\r", b"\n": b"\\n"}
"""A line end within a string would be read as another one (ISO 32000-1, 7.3.4.2)."""


def text_string(text: str) -> bytes:
    """A text string as a literal: ASCII as it is, else UTF-16 with its mark; half as long as in digits."""
    data = text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    return b"(" + re.sub(rb"[\\()\r\n]", lambda match: ESCAPES[match[0]], data) + b")"


def refer(document: PDFDocument, target: PDFObject) -> PDFObjectReference:
    """A reference to an object, which is registered if it was not."""
    found: PDFObjectReference = document.Reference(target)  # type: ignore[no-untyped-call]  # incomplete stubs
    return found


def reference(document: PDFDocument, target: PDFObject) -> bytes:
    """The same as bytes: `12 0 R`."""
    return refer(document, target).format(document)


@lru_cache(maxsize=32768)
def number(value: float) -> str:
    """A number as content streams have it: at most three decimals, and no exponent (7.3.3).

    Kept for the next profile of the same pages, and for what stands at one place in every language.
    """
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def numbers(values: Sequence[float]) -> str:
    return " ".join([number(value) for value in values])
