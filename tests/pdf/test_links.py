"""Addresses that a leaflet may lead to."""

from dataclasses import replace

import pytest

from leaflets.errors import PdfError
from leaflets.geometry import Rect
from leaflets.pages.page import Link
from leaflets.pdf.links import check_link

LINK = Link(rect=Rect(0, 0, 1, 1), href="https://example.org", contents="Open it", language="en", tag=0)


@pytest.mark.parametrize("href", ["https://example.org/a?b=c#d", "tel:+381112345", "mailto:a@example.org"])
def test_allowed(href):
    check_link(replace(LINK, href=href))


@pytest.mark.parametrize(
    "href", ["http://example.org", "javascript:alert(1)", "file:///etc/passwd", "example.org", "", "TEL:1"]
)
def test_other_schemes_are_refused(href):
    with pytest.raises(PdfError, match="not allowed"):
        check_link(replace(LINK, href=href))


def test_an_address_is_ascii():
    with pytest.raises(PdfError, match="punycode"):
        check_link(replace(LINK, href="https://пример.срб"))


def test_a_link_has_a_description():
    with pytest.raises(PdfError, match="screen readers"):
        check_link(replace(LINK, contents=" "))
