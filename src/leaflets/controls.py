"""A text -> the bidi controls in it that have no partner: they would turn words outside of it."""

import re
from collections.abc import Iterator

EMBEDDINGS = "\u202a\u202b\u202d\u202e"
ISOLATES = "\u2066\u2067\u2068"
PDF, PDI = "\u202c", "\u2069"

NAMES = {
    "\u202a": "LEFT-TO-RIGHT EMBEDDING",
    "\u202b": "RIGHT-TO-LEFT EMBEDDING",
    "\u202c": "POP DIRECTIONAL FORMATTING",
    "\u202d": "LEFT-TO-RIGHT OVERRIDE",
    "\u202e": "RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "LEFT-TO-RIGHT ISOLATE",
    "\u2067": "RIGHT-TO-LEFT ISOLATE",
    "\u2068": "FIRST STRONG ISOLATE",
    "\u2069": "POP DIRECTIONAL ISOLATE",
}

_ANY = re.compile(f"[{EMBEDDINGS}{ISOLATES}{PDF}{PDI}]")


def with_code(name: str) -> str:
    """`U+202E RIGHT-TO-LEFT OVERRIDE`: what can be looked up."""
    character = next(character for character, known in NAMES.items() if known == name)
    return f"U+{ord(character):04X} {name}"


def unpaired(text: str) -> Iterator[str]:
    """Names of initiators without terminator, and of terminators without initiator, in order."""
    return (NAMES[text[index]] for index in sorted(loose(text)))


def loose(text: str) -> Iterator[int]:
    """Their indices, in no order.

    Each isolate is a world of its own: a PDF never closes an embedding outside of it (UAX #9 BD9, X7),
    and a PDI closes the embeddings that were left open inside, which are told all the same.
    """
    opened: list[int] = []
    for match in _ANY.finditer(text):
        index, character = match.start(), match[0]
        if character in EMBEDDINGS or character in ISOLATES:
            opened.append(index)
        elif character == PDF:
            if opened and text[opened[-1]] in EMBEDDINGS:
                opened.pop()
            else:
                yield index
        else:
            yield from _closed(text, opened, index)
    yield from opened


def _closed(text: str, opened: list[int], index: int) -> Iterator[int]:
    """Take off the innermost isolate; what was left open inside of it is yielded."""
    if not any(text[one] in ISOLATES for one in opened):
        yield index
        return
    while text[one := opened.pop()] not in ISOLATES:
        yield one
