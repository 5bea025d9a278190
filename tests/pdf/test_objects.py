"""Streams end as PDF/A wants it, whatever their last byte is, and are compressed alike on every machine."""

import hashlib
import re
import zlib

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from leaflets.pdf.objects import Stream, flate, flate_text


@pytest.mark.parametrize("last", [b"\r", b"\n", b"\r\n", b"x", b""])
def test_the_length_is_told_by_the_end_of_line_too(last):
    """Law: less one end of line, what stands between the keywords is as long as Length says."""
    data = b"0 g" + last
    written = Stream({}, data).format(PDFDocument())
    between = re.search(rb"\nstream\n(.*)endstream\n\Z", written, re.DOTALL)[1]
    assert re.sub(rb"(\r\n|\n)\Z", b"", between, count=1) == data
    assert f"/Length {len(data)}".encode() in written


def test_compressed_data_are_the_same_on_every_machine():
    """Law: bytes depend on the input and on locked packages alone. If a new libdeflate changes them, so does
    every PDF: its digest is renewed here, and CHANGELOG.md says so."""
    data = b"".join([b"%d %d l\n" % (number * number % 9973, number) for number in range(5000)])
    packed = flate(data)
    assert zlib.decompress(packed) == data
    assert hashlib.sha256(packed).hexdigest()[:16] == "69ce7e8e1c9b1ad7"


def test_compressed_text_never_ends_with_a_carriage_return():
    """Law: white space is added to the text until its checksum ends otherwise."""
    texts = [b"0 g\n" * number for number in range(1, 600)]
    assert any(flate(text).endswith(b"\r") for text in texts)
    for text in texts:
        packed = flate_text(text)
        assert not packed.endswith(b"\r")
        assert zlib.decompress(packed).rstrip(b"\n") == text.rstrip(b"\n")
