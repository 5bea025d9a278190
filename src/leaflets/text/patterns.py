"""A Pyphen dictionary and a word -> where the word may be divided (Liang, Word Hy-phen-a-tion, 1983).

Pyphen finds the dictionaries and this reads them, because a text that was never seen before must be set
in milliseconds: one pattern is parsed when a word first meets it, so that a dictionary of 100,000
patterns opens in the time of a file copy. A test compares every dictionary with Pyphen's own answers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from pyphen import LANGUAGES

DIGITS = {ord(digit): None for digit in "0123456789"}
STEPS = re.compile(r"(\d?)(\D?)")
HEX = re.compile(r"\^{2}([0-9a-f]{2})")

ALTERED = 0.5
"""Added to the values of a pattern that changes letters where it divides (Hungarian asszony: asz-szony).
No line ends there: what is printed must be what was written."""

HEAD = 3
"""Letters by which the search knows which patterns can follow."""

Values = tuple[tuple[int, float], ...]
"""Where a pattern has values that are not zero."""


class Patterns(dict[str, tuple[Values, tuple[int, ...]]]):
    """The first letters of a place in a word -> the largest values of all patterns of three letters or fewer
    that begin there, and the lengths of longer ones that may.

    Found when they are first met, as nearly all words have the same ones.
    """

    def __init__(self, written: Mapping[str, str]) -> None:
        super().__init__()
        self.written = written
        """Letters -> pattern as it is written."""
        self._longer = _lengths(written)

    def __missing__(self, head: str) -> tuple[Values, tuple[int, ...]]:
        values = self[head[:-1]][0] if len(head) > 1 else ()
        if head in self.written:
            values = tuple(dict(sorted((*values, *_values(self.written[head])))).items())
        self[head] = found = values, self._longer.get(head, ())
        return found


def is_dictionary(name: str) -> bool:
    """Whether Pyphen has the dictionary, under just that name."""
    return name in LANGUAGES


def divisions(word: str, *, dictionary: str, least: Sequence[int]) -> list[int]:
    """Indices of the letters before which a line may begin, `least` letters away from either end."""
    before, after = least
    return _points(word.lower(), dictionary, before, len(word) - after)


@lru_cache(maxsize=4096)
def _points(word: str, dictionary: str, first: int, last: int) -> list[int]:
    """From first to last, the odd ones of the largest values of all patterns that are found in the word."""
    patterns = _patterns(dictionary)
    written = patterns.written
    whole = f".{word}."
    values: list[float] = [0] * (2 * len(whole))  # some patterns have values beyond their letters
    heads = [whole[start : start + HEAD] for start in range(last + 2)]
    for start, (short, lengths) in enumerate(map(patterns.__getitem__, heads)):
        for index, value in short:
            if value > values[start + index]:  # noqa: PLR1730  max() costs more than all the rest
                values[start + index] = value
        for length in lengths:
            pattern = written.get(whole[start : start + length])
            if pattern is not None:
                for index, value in _values(pattern):
                    if value > values[start + index]:  # noqa: PLR1730
                        values[start + index] = value
    return [index for index, value in enumerate(values[first + 1 : last + 2], first) if value % 2 == 1]


@lru_cache(maxsize=16384)
def _values(pattern: str) -> Values:
    """`a1b2c` -> (1, 1), (2, 2)."""
    letters, altered, _change = pattern.partition("/")
    steps = STEPS.findall(letters)
    found = ((index, int(digit or "0")) for index, (digit, _letter) in enumerate(steps))
    return tuple((i, value + ALTERED if altered and value % 2 else value) for i, value in found if value)


@lru_cache(maxsize=8)
def _patterns(dictionary: str) -> Patterns:
    """All patterns of a dictionary."""
    path = LANGUAGES[dictionary]
    data = path.read_bytes()
    encoding = data.partition(b"\n")[0].decode("ascii").strip().lower()
    text = data.decode("cp1251" if encoding == "microsoft-cp1251" else encoding)
    lines = HEX.sub(lambda match: chr(int(match[1], 16)), text).replace("\r", "").split("\n")[1:]
    keys = "\n".join(lines).translate(DIGITS).split("\n")
    written = {key.partition("/")[0].strip(): line.strip() for key, line in zip(keys, lines, strict=True)}
    return Patterns(written)


def _lengths(patterns: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for head, length in {(key[:HEAD], len(key)) for key in patterns if len(key) > HEAD}:
        found.setdefault(head, set()).add(length)
    return {head: tuple(sorted(lengths)) for head, lengths in found.items()}
