"""A text as it is written in a catalog to what a reader of the leaflet gets: no tags, entities decoded."""

import html
import re
from functools import lru_cache

from leaflets.frozen import dataclass

SLOT = "\ufffc"
"""Stands for a placeholder (OBJECT REPLACEMENT CHARACTER)."""

PART = re.compile(
    r"(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<slot>%\((\w+)\)s)"
    r"|(?P<percent>%%)"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a reader gets; each placeholder is one SLOT, whose name is in `slots`."""

    text: str
    slots: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    chars: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def decoded_source(written: str) -> Decoded:
    """As `decoded`, remembered: a source text is compared with many translations."""
    return decoded(written)


def decoded(written: str) -> Decoded:
    """The text without tags (a break is a line end), with entities decoded and placeholders as SLOT."""
    if "<" not in written and "&" not in written and "%" not in written:
        return Decoded(written, chars=frozenset(written))
    slots: list[str] = []
    tags: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        match match.lastgroup:
            case "tag":
                tags.append(match[0])
                return "\n" if match[0].startswith("<br") else ""
            case "entity":
                return _character(match[0])
            case "percent":
                return "%"
        slots.append(match[4])
        return SLOT

    text = PART.sub(replaced, written)
    return Decoded(text, tuple(slots), tuple(tags), frozenset(text))


def _character(entity: str) -> str:
    """The character of an entity; html.unescape would turn numbers of forbidden ones into others."""
    if entity[1] != "#":
        return html.unescape(entity)
    code = int(entity[3:-1], 16) if entity[2] in "xX" else int(entity[2:-1])
    surrogate = 0xD800 <= code <= 0xDFFF
    return entity if code > 0x10FFFF or surrogate else chr(code)
