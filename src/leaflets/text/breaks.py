"""Where lines may end: ICU's opportunities, less those inside numbers and addresses."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from itertools import accumulate

from icu4py.breakers import LineBreaker

SPACES = " \u2028"
SHORT_WORD = 40.0
"""Demerit root of a line that ends in a one-letter word, as good typography avoids it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunities:
    """Parallel tuples, one element for each place where a line may end; the last is the text's end."""

    ends: tuple[int, ...]
    """Index of the character after the break."""
    visible: tuple[int, ...]
    """The same without the white space before it, which hangs beyond the line."""
    penalties: tuple[float, ...]
    forced: tuple[bool, ...]
    begin: int = 0
    """Index of the character that the first line begins with."""

    def part(self, first: int, last: int) -> "Opportunities":
        """Those from `first` to `last`, where the part ends: the lines of a part of the paragraph."""
        kept = {f.name: getattr(self, f.name)[first : last + 1] for f in fields(self) if f.name != "begin"}
        kept["forced"] = (*kept["forced"][:-1], True)
        return Opportunities(**kept, begin=self.ends[first - 1] if first else self.begin)


def opportunities(
    text: str, *, language: str, kept: Sequence[tuple[int, int]] = (), forced: Collection[int] = ()
) -> Opportunities:
    """Line break opportunities (UAX #14 with ICU's dictionaries).

    `kept` are stretches start, end that never break inside; `forced` are indices after which a line
    always ends. ICU breaks inside dictionaries' scripts by word.
    """
    ends = _ends(text, language)
    allowed = [
        end
        for end in ends
        if end == len(text)
        or not (_after_number(text, end) or any(start < end < stop for start, stop in kept))
    ]
    merged = sorted({*allowed, *forced, len(text)} - {0})
    return Opportunities(
        ends=tuple(merged),
        visible=tuple(_visible(text, end) for end in merged),
        penalties=tuple(_penalty(text, end) for end in merged),
        forced=tuple(end in forced or end == len(text) for end in merged),
    )


def _ends(text: str, language: str) -> list[int]:
    """ICU counts code points of the string as Python does."""
    return list(accumulate(len(segment) for segment in LineBreaker(text, language)))


def _visible(text: str, end: int) -> int:
    while end > 0 and text[end - 1] in SPACES:
        end -= 1
    return end


def _penalty(text: str, end: int) -> float:
    """One-letter words (Serbian "i", "u"; Polish "w") belong to the word that follows."""
    word = _word_before(text, end)
    return SHORT_WORD if end < len(text) and len(word) == 1 and word.isalpha() else 0.0


def _after_number(text: str, end: int) -> bool:
    """A number and the word that it counts stay together: 30 days."""
    return _word_before(text, end).isdigit() and text[end].isalpha()


def _word_before(text: str, end: int) -> str:
    words = text[max(0, end - 12) : end].split()
    return words[-1] if words else ""
