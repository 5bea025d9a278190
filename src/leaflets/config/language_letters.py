"""exemplars.toml -> the characters that a language is written with."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from leaflets.resources import data_path

TOKEN = re.compile(r"\\?(.)(?:-\\?(.))?", re.DOTALL)
"""A character, or a range of them; a backslash takes the sense from what follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """What a font must have for the texts of a language."""

    letters: str
    """Letters, with their capitals, signs and marks (CLDR's main exemplars)."""
    punctuation: str

    @property
    def all(self) -> str:
        return self.letters + self.punctuation


def language_letters(tag: str) -> Letters | None:
    """Of a canonical tag; None for a language that CLDR and the toolkit know nothing of."""
    return _table().get(tag)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Letters]:
    rows = tomllib.loads(data_path("exemplars.toml").read_text(encoding="utf-8"))
    return {
        tag: Letters(letters=_with_capitals(row["letters"]), punctuation="".join(_spelt(row["punctuation"])))
        for tag, row in rows.items()
    }


def _with_capitals(ranges: str) -> str:
    small = list(_spelt(ranges))
    return "".join(dict.fromkeys(chain(small, *(letter.upper() for letter in small))))


def _spelt(ranges: str) -> Iterator[str]:
    for first, last in TOKEN.findall(ranges):
        yield from map(chr, range(ord(first), ord(last or first) + 1))
