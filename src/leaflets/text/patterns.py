"""A Pyphen dictionary and a word -> where the word may be divided (Liang, Word Hy-phen-a-tion, 1983).

Pyphen finds the dictionaries and this reads them, because a text that was never seen before must be set
in milliseconds: one pattern is parsed when a word first meets it, so that a dictionary of 100,000
patterns opens in the time of a file copy. A test compares every dictionary with Pyphen's own answers.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pyphen import LANGUAGES

DIGITS = {ord(digit): None for digit in "0123456789"}
STEPS = re.compile(r"(\d?)(\D?)")
HEX = re.compile(r"\^{2}([0-9a-f]{2})")

ALTERED = 0.5
"""Added to the values of a pattern that changes letters where it divides (Hungarian asszony: asz-szony).
No line ends there: what is printed must be what was written."""

HEAD = 2
"""Letters by which the search knows which lengths of patterns can follow."""

Patterns = tuple[dict[str, str], dict[str, tuple[int, ...]]]
"""Letters -> pattern as it is written; first letters -> lengths of the patterns that begin so."""


def is_dictionary(name: str) -> bool:
    """Whether Pyphen has the dictionary, under just that name."""
    return name in LANGUAGES


def divisions(word: str, *, dictionary: str, least: Sequence[int]) -> tuple[int, ...]:
    """Indices of the letters before which a line may begin, `least` letters away from either end."""
    before, after = least
    return tuple(i for i in _points(word.lower(), dictionary) if before <= i <= len(word) - after)


@lru_cache(maxsize=4096)
def _points(word: str, dictionary: str) -> tuple[int, ...]:
    """The odd ones of the largest values of all patterns that are found in the word."""
    patterns, lengths = _patterns(dictionary)
    whole = f".{word}."
    values: list[float] = [0] * (2 * len(whole))  # some patterns have values beyond their letters
    for start in range(len(whole) - 1):
        head = whole[start : start + HEAD]
        for length in lengths.get(head) or lengths.get(head[0], ()):
            pattern = patterns.get(whole[start : start + length])
            if pattern is not None:
                for index, value in _values(pattern):
                    if value > values[start + index]:  # noqa: PLR1730  max() costs more than all the rest
                        values[start + index] = value
    return tuple(index - 1 for index, value in enumerate(values) if value % 2 == 1)


@lru_cache(maxsize=16384)
def _values(pattern: str) -> tuple[tuple[int, float], ...]:
    """Where a pattern has values that are not zero: `a1b2c` -> (1, 1), (2, 2)."""
    letters, altered, _change = pattern.partition("/")
    steps = STEPS.findall(letters)
    found = ((index, int(digit or "0")) for index, (digit, _letter) in enumerate(steps))
    return tuple((i, value + ALTERED if altered and value % 2 else value) for i, value in found if value)


@lru_cache(maxsize=8)
def _patterns(dictionary: str) -> Patterns:
    """All patterns of a dictionary, by their letters."""
    path = LANGUAGES[dictionary]
    data = path.read_bytes()
    encoding = data.partition(b"\n")[0].decode("ascii").strip().lower()
    text = data.decode("cp1251" if encoding == "microsoft-cp1251" else encoding)
    lines = HEX.sub(lambda match: chr(int(match[1], 16)), text).replace("\r", "").split("\n")[1:]
    keys = "\n".join(lines).translate(DIGITS).split("\n")
    patterns = {key.partition("/")[0].strip(): line.strip() for key, line in zip(keys, lines, strict=True)}
    return patterns, _lengths(patterns)


def _lengths(patterns: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Those of one letter are among those of all pairs that begin with it."""
    found: dict[str, set[int]] = {}
    for head, length in {(key[:HEAD], len(key)) for key in patterns}:
        found.setdefault(head, set()).add(length)
    for head in found:
        found[head] |= found.get(head[:1], set())
    return {head: tuple(sorted(lengths)) for head, lengths in found.items()}
