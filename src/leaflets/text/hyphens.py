"""Text and its spans to the places where words may be divided, and the hyphen that is drawn there."""

import re
from collections.abc import Sequence
from functools import lru_cache

from leaflets.fonts.coverage import covers
from leaflets.fonts.load import Face
from leaflets.text.line import SOFT_HYPHEN, Span
from leaflets.text.patterns import divisions

SHORTEST = 6
"""Letters of the shortest word that is divided: parts of shorter ones are hard to read."""

WORD = re.compile(
    rf"(?<!\S)(?=\S{{{SHORTEST}}})[^\w\s]*(?:\w{{1,3}}['’ʼ])?([^\W\d_]{{{SHORTEST},}})[^\w\s-]*(?!\S)"
)
"""One word between blanks and punctuation, after an elided article (l'aide); no digit or hyphen inside."""

SENTENCE_ENDS = ".!?…։;"
OPENING = " \u00a0\u202f\"'«»„“”‘’‹›([{¿¡–—\u2066\u2067\u2068"

CAPITALISED = frozenset({"de", "de_AT", "de_CH", "de_DE"})
"""Dictionaries of languages that capitalise every noun, so that a capital does not tell a name."""

MARKS = f"{SOFT_HYPHEN}-\u2010\u058a"
"""Hyphens after which lines end (UAX #14, classes BA and HY), typed or drawn."""

HYPHENS = {"Armn": "\u058a"}
"""The mark of a divided word by script (Unicode 6.2, Hyphens); U+2010 or U+002D elsewhere."""


def hyphen_of(face: Face, script: str) -> str:
    """The hyphen that the face draws at the end of a line; empty if it has none."""
    return next((mark for mark in (HYPHENS.get(script, "\u2010"), "\u2010", "-") if covers(face, mark)), "")


@lru_cache(maxsize=256)
def hyphen_width(face: Face, script: str) -> int:
    """In font units."""
    return sum(face.advance(face.nominal_glyph(mark) or 0) for mark in hyphen_of(face, script))


def points(text: str, spans: Sequence[Span], *, owners: Sequence[int]) -> tuple[int, ...]:
    """Indices before which a word may be divided, in order.

    The last word is never divided, as the last line would be a piece of a word.
    """
    if not any(span.dictionary or span.divided for span in spans):
        return ()
    whole = text.rstrip()
    last = len(whole) - len(whole.rsplit(None, 1)[-1]) if whole else 0
    found: list[int] = []
    for word in WORD.finditer(text, 0, last):
        found += _in_word(text, word, spans, owners)
    return tuple(found)


def undivided(text: str, spans: Sequence[Span], *, owners: Sequence[int]) -> frozenset[int]:
    """Indices after hyphens at which no line may end, as the style says.

    After soft hyphens with `hyphens: none`, and with `whole` after those that are written, too.
    """
    if SOFT_HYPHEN not in text and not any(span.hyphens == "whole" for span in spans):
        return frozenset()
    found = ((index, spans[owners[index]].hyphens) for index, mark in enumerate(text) if mark in MARKS)
    return frozenset(
        index + 1 for index, how in found if how == "whole" or (how == "none" and text[index] == SOFT_HYPHEN)
    )


def _in_word(text: str, word: re.Match[str], spans: Sequence[Span], owners: Sequence[int]) -> Sequence[int]:
    start, end = word.span(1)
    span = spans[owners[start]]
    if not (span.dictionary or span.divided) or span.keep or owners[start] != owners[end - 1]:
        return ()
    letters, before = word[1], text[max(0, word.start() - 12) : word.start()]
    if not letters.islower() and _is_name(letters, before, span.dictionary):
        return ()
    found = divisions(letters, dictionary=span.dictionary, least=span.least, divided=span.divided)
    return [start + point for point in found]


def _is_name(word: str, before: str, dictionary: str) -> bool:
    """Whether a word with a capital is a name or an abbreviation: no sentence begins with it."""
    if not word[1:].islower():
        return True
    if dictionary in CAPITALISED:
        return False
    earlier = before.rstrip(OPENING)
    return bool(earlier) and earlier[-1] not in SENTENCE_ENDS
