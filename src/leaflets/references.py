"""A text to the character references in it that stand for what no file may hold (XML 1.0, 4.1)."""

import re
import sys
from collections.abc import Iterator

from leaflets.controls import NAMES
from leaflets.files import FORBIDDEN

REFERENCE = re.compile(r"&#(x[0-9a-fA-F]+|[0-9]+);")

_DIGITS = 7
"""The most that a code point has, in decimal; longer ones are not worked out."""


def hidden(text: str) -> Iterator[re.Match[str]]:
    """References to forbidden characters, and to bidi controls, which nobody would see in the file."""
    if "&#" not in text:
        return
    for found in REFERENCE.finditer(text):
        character = chr(min(number(found), sys.maxunicode))
        if FORBIDDEN.match(character) or character in NAMES:
            yield found


def number(reference: re.Match[str]) -> int:
    """The code point that a reference names; one more than the last for all that are beyond it."""
    digits = reference[1].lstrip("x").lstrip("0") or "0"
    beyond = sys.maxunicode + 1
    return beyond if len(digits) > _DIGITS else min(int(digits, 16 if reference[1][0] == "x" else 10), beyond)


def told(reference: re.Match[str]) -> str:
    """`&#x202E; stands for U+202E`."""
    code = number(reference)
    what = "no character" if code > sys.maxunicode else f"U+{code:04X}"
    return f"{reference[0][:20]} stands for {what}"
