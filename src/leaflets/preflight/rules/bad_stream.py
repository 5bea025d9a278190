"""A PDF -> faults: the length of a stream is not exact, or no line end stands before its end."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule
from leaflets.preflight.syntax import tokens_of


@rule(a="6.1.7.1-1, 6.1.7.1-2")
def bad_stream(file: OpenPdf) -> Iterator[Fault]:
    """The length of a stream is not exact, or no line end stands before its end.

    Strict readers lose the data, and with it a font or a page.
    """
    for kind, token in tokens_of(file.data):
        if kind == "stream" and not re.match(rb"stream(\r\n|\n)", token):
            yield Fault("the keyword stream is not followed by a line end")
        if kind == "stream" and not re.search(rb"[\r\n]endstream\Z", token):
            yield Fault("no line end stands before endstream")
    for number, generation, length, found in _lengths(file.data):
        if length != found:
            yield Fault(f"the stream of object {number} {generation} has {found} bytes and not {length}")


def _lengths(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Of each stream with a direct Length: its object, that length, and what the file holds."""
    head = re.compile(
        rb"(?m)^([0-9]+) ([0-9]+) obj\s*<<((?:(?!\bobj\b|endobj).)*?)>>\s*stream\r?\n", re.DOTALL
    )
    position = 0
    while match := head.search(data, position):
        length = re.search(rb"/Length ([0-9]+)(?! [0-9]+ R)", match[3])
        position = match.end()
        if length is not None:
            expected = int(length[1])
            end = re.compile(rb"\r?\n?endstream").match(data, match.end() + expected)
            real = data.find(b"endstream", match.end()) - match.end()
            position = match.end() + (expected if end else 0)
            yield int(match[1]), int(match[2]), expected, expected if end else real
