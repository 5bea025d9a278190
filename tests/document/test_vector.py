"""Drawings: shapes in palette colours; what could run, fetch or hide something is refused with its line."""

import pytest

from leaflets.color import BLACK
from leaflets.document.vector import read_svg
from leaflets.errors import InputError

COLORS = {"ink": BLACK}


def svg(inside, head="", attributes='viewBox="0 0 24 24"'):
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>\n{inside}\n</svg>'.encode()


def test_shapes_keep_their_order_and_colour():
    data = svg('<g fill="ink"><rect x="1" y="1" width="4" height="5"/></g><circle cx="9" cy="9" r="3"/>')
    vector = read_svg(data, file="a.svg", colors=COLORS)
    assert [shape.color for shape in vector.shapes] == [BLACK, None]
    assert (vector.width, vector.height) == (24, 24)


@pytest.mark.parametrize(
    "data",
    [
        svg("<script>alert(1)</script>"),
        svg('<rect width="1" height="1" onload="alert(1)"/>'),
        svg('<image href="https://example.org/a.png" width="1" height="1"/>'),
        svg('<use href="other.svg#a"/>'),
        svg('<path d="M0 0H1" style="fill:url(https://example.org)"/>'),
        svg('<path d="M0 0H1" fill="url(#a)"/>'),
        svg('<path d="M0 0H1" fill="#ff0000"/>'),
        svg("<style>@import url(https://example.org/a.css)</style>"),
        svg("<foreignObject><p>x</p></foreignObject>"),
        svg("<text>x</text>"),
        svg('<a href="https://example.org"><path d="M0 0H1"/></a>'),
        svg('<rect width="&a;" height="1"/>', head='<!DOCTYPE svg [<!ENTITY a "1">]>'),
        svg("<title>&a;</title>", head='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
        svg("", head='<!DOCTYPE svg PUBLIC "a" "http://example.org/a.dtd">'),
        svg('<?xml-stylesheet href="https://example.org/a.css"?><path d="M0 0H1"/>'),
        svg('<path d="M0 0H1"/>', attributes='viewBox="0 0 24 24" onload="alert(1)"'),
        svg('<path d="M0 0H1" stroke="ink"/>'),
        svg('<path d="M0 0H1"/>', attributes='viewBox="0 0 a 24"'),
        svg('<path d="M0 0H1"/>', attributes='viewBox="0 0 0 24"'),
        svg('<path d="M0 0H1"/>', attributes='viewBox="nan 0 24 24"'),
        svg('<path d="M0 0H1"/>', attributes='viewBox="0 0 24 inf"'),
        svg('<path d="M1e999 0H1"/>'),
        svg('<rect x="1" width="1" height="1" transform="scale(1e999)"/>'),
        svg('<rect x="1" width="1" height="1" transform="spin(1)"/>'),
        svg('<path d="M0 0 Q"/>'),
        svg("<path"),
        b"\xff\xfe<svg/>",
    ],
)
def test_refused(data):
    with pytest.raises(InputError) as told:
        read_svg(data, file="a.svg", colors=COLORS)
    (found,) = told.value.diagnostics
    assert found.place.file == "a.svg"
    assert found.help
