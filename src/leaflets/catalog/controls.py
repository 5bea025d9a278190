"""A text -> the bidi controls in it that have no partner: they would turn words outside of the message."""

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
    """Names of initiators without terminator, in order, and of terminators without initiator.

    Each isolate is a world of its own: a PDF never closes an embedding outside of it (UAX #9 BD9, X7),
    and a PDI closes the embeddings that were left open inside, which are told all the same.
    """
    if not _ANY.search(text):
        return
    opened: list[str] = []
    for character in text:
        if character in EMBEDDINGS or character in ISOLATES:
            opened.append(character)
        elif character == PDF:
            if opened and opened[-1] in EMBEDDINGS:
                opened.pop()
            else:
                yield NAMES[PDF]
        elif character == PDI:
            yield from _closed(opened)
    yield from (NAMES[character] for character in opened)


def _closed(opened: list[str]) -> Iterator[str]:
    """Take off the innermost isolate; what was left open inside of it is yielded."""
    if not any(character in ISOLATES for character in opened):
        yield NAMES[PDI]
        return
    while (character := opened.pop()) not in ISOLATES:
        yield NAMES[character]
