"""The raw bytes of a PDF -> its strings, streams and object boundaries, as strict readers see them."""

import re
from collections.abc import Iterator
from functools import lru_cache

TOKEN = re.compile(
    rb"(?P<comment>%[^\r\n]*)"
    rb"|(?P<literal>\()"
    rb"|(?P<dictionary><<|>>)"
    rb"|(?P<hex><[^>]*>)"
    rb"|(?P<object>.?(?<![0-9])[0-9]+\s+[0-9]+\s+obj.?)"
    rb"|(?P<endobj>.?endobj.?)"
    rb"|(?P<stream>\bstream\b.*?endstream)",
    re.DOTALL,
)

Tokens = tuple[tuple[str, bytes], ...]


@lru_cache(maxsize=2)
def tokens_of(data: bytes) -> Tokens:
    """(kind, bytes) of each hex string, stream, object head and end; what is within strings is left out."""
    return tuple(_tokens(data))


def _tokens(data: bytes) -> Iterator[tuple[str, bytes]]:
    position = 0
    while match := TOKEN.search(data, position):
        kind = match.lastgroup or ""
        position = match.end()
        if kind == "literal":
            position = _end_of_literal(data, position)
        elif kind in ("object", "endobj"):
            position -= 1
            yield kind, match[0]
        elif kind in ("hex", "stream"):
            yield kind, match[0]


def _end_of_literal(data: bytes, position: int) -> int:
    """After the bracket that closes a string; brackets within may be nested (ISO 32000-1, 7.3.4.2)."""
    depth = 1
    for match in re.compile(rb"\\.|[()]", re.DOTALL).finditer(data, position):
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return len(data)
