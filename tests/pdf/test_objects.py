"""Streams end as PDF/A wants it, whatever their last byte is."""

import re

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from leaflets.pdf.objects import Stream


@pytest.mark.parametrize("last", [b"\r", b"\n", b"\r\n", b"x", b""])
def test_the_length_is_told_by_the_end_of_line_too(last):
    """Law: less one end of line, what stands between the keywords is as long as Length says."""
    data = b"0 g" + last
    written = Stream({}, data).format(PDFDocument())
    between = re.search(rb"\nstream\n(.*)endstream\n\Z", written, re.DOTALL)[1]
    assert re.sub(rb"(\r\n|\n)\Z", b"", between, count=1) == data
    assert f"/Length {len(data)}".encode() in written
