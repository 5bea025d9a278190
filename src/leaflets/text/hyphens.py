"""Text and its spans to the places where words may be divided, and the hyphen that is drawn there."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from leaflets.fonts.coverage import covers
from leaflets.fonts.load import Face
from leaflets.text.line import SOFT_HYPHEN, Span
from leaflets.text.patterns import divisions

SHORTEST = 6
"""Letters of the shortest word that is divided: parts of shorter ones are hard to read."""

TOKEN = re.compile(r"\S+")
WORD = re.compile(r"\W*(?:\w{1,3}['’ʼ])?([^\W\d_]+)[^\w-]*")
"""One word between punctuation, after an elided article (l'aide); no digit, hyphen or stop inside."""

SENTENCE_ENDS = ".!?…։;"
OPENING = " \u00a0\u202f\"'«»„“”‘’‹›([{¿¡–—\u2066\u2067\u2068"

CAPITALISED = frozenset({"de", "de_AT", "de_CH", "de_DE"})
"""Dictionaries of languages that capitalise every noun, so that a capital does not tell a name."""

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
    if not any(span.dictionary for span in spans):
        return ()
    words = list(TOKEN.finditer(text))[:-1]
    return tuple(point for token in words for point in _in_token(text, token, spans, owners))


def undivided(text: str, spans: Sequence[Span], *, owners: Sequence[int]) -> frozenset[int]:
    """Indices after soft hyphens at which no line may end: the style says `hyphens: none`."""
    if SOFT_HYPHEN not in text:
        return frozenset()
    found = (index for index, character in enumerate(text) if character == SOFT_HYPHEN)
    return frozenset(index + 1 for index in found if spans[owners[index]].hyphens == "none")


def _in_token(text: str, token: re.Match[str], spans: Sequence[Span], owners: Sequence[int]) -> Iterator[int]:
    word = WORD.fullmatch(token[0])
    if word is None or len(word[1]) < SHORTEST:
        return
    start, end = token.start() + word.start(1), token.start() + word.end(1)
    span = spans[owners[start]]
    if not span.dictionary or span.keep or owners[start] != owners[end - 1]:
        return
    before = text[max(0, token.start() - 12) : token.start()]
    if not _is_name(word[1], before, span.dictionary):
        for point in divisions(word[1], dictionary=span.dictionary, least=span.least):
            yield start + point


def _is_name(word: str, before: str, dictionary: str) -> bool:
    """Whether it is written like a name or an abbreviation: a capital that no sentence begins with."""
    if not word[1:].islower():
        return True
    if word[0].islower() or dictionary in CAPITALISED:
        return False
    earlier = before.rstrip(OPENING)
    return bool(earlier) and earlier[-1] not in SENTENCE_ENDS
