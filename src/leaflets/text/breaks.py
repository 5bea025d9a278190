"""Where lines may end: ICU's opportunities and divided words, less those inside numbers and addresses."""

from collections.abc import Collection, Sequence
from itertools import accumulate

from icu4py.breakers import LineBreaker

from leaflets.frozen import dataclass
from leaflets.project import Language
from leaflets.text import ucd
from leaflets.text.isolates import INITIATORS
from leaflets.text.line import SOFT_HYPHEN

SPACES = " \u2028\u3000"
DASHES = "–—"

SHORT_WORD = 40.0
"""Demerit root of a line that ends in a one-letter word, as good typography avoids it."""

DIVIDED = 15.0
"""Demerit root of a line that ends in a hyphen: less than a line that is half empty."""

EMERGENCY = 100.0
"""Demerit root of a line that ends inside of a word that is longer than the line."""

BOUND = frozenset(["be", "bg", "bs", "cnr", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"])
"""Languages in which a one-letter preposition or conjunction never ends a line (Slavic); it is only
avoided in the others."""

LETTERED = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor"})
"""Scripts in which one letter between spaces is a whole short word."""

OPENING = "(«„“\"'‚‘"

STRICT = frozenset({"ja", "zh"})
"""Languages in which small kana and the length mark never begin a line (CSS Text 3, line-break: strict)."""


WHOLE = frozenset({"Kore"})
"""Scripts with blanks between words whose letters ICU breaks one by one: a ragged line ends at a blank
(CSS Text 3, word-break: keep-all), as a word cut in two is hard to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunities:
    """Parallel tuples, one element for each place where a line may end; the last is the text's end."""

    ends: tuple[int, ...]
    """Index of the character after the break."""
    visible: tuple[int, ...]
    """The same without the white space before it, which hangs beyond the line."""
    penalties: tuple[float, ...]
    forced: tuple[bool, ...]
    hyphens: tuple[bool, ...]
    """Whether a hyphen is drawn there."""
    broken: tuple[bool, ...]
    """Whether it is inside of a word, only because that is longer than a line."""
    begin: int = 0
    """Index of the character that the first line begins with."""
    inside: bool = False
    """Whether that is inside of such a word."""

    def part(self, first: int, last: int) -> "Opportunities":
        """Those from `first` to `last`, where the part ends: the lines of a part of the paragraph."""
        return Opportunities(
            ends=self.ends[first : last + 1],
            visible=self.visible[first : last + 1],
            penalties=self.penalties[first : last + 1],
            forced=(*self.forced[first:last], True),
            hyphens=self.hyphens[first : last + 1],
            broken=self.broken[first : last + 1],
            begin=self.ends[first - 1] if first else self.begin,
            inside=self.broken[first - 1] if first else self.inside,
        )


def opportunities(
    text: str,
    *,
    language: Language,
    kept: Sequence[tuple[int, int]] = (),
    forced: Collection[int] = (),
    points: Sequence[int] = (),
    undivided: Collection[int] = (),
) -> Opportunities:
    """Line break opportunities (UAX #14 with ICU's dictionaries).

    `kept` are stretches start, end that never break inside; `forced` are indices after which a line
    always ends; `points` are those where words may be divided, and `undivided` those where they may
    not. ICU breaks inside dictionaries' scripts by word.
    """
    bound = language.tag.partition("-")[0] in BOUND
    whole = language.script in WHOLE
    inside = _inside(kept)
    ends = {
        end
        for end in _ends(text, language)
        if end not in inside
        and end not in undivided
        and not _glued(text, end, bound=bound)
        and not (whole and text[end - 1].isalnum() and text[end : end + 1].isalnum())
    }
    divided = {*points} - inside
    merged = sorted({*ends, *divided, *forced, len(text)} - {0})
    hyphens = tuple(end in divided or text[end - 1] == SOFT_HYPHEN for end in merged)
    return Opportunities(
        ends=tuple(merged),
        visible=tuple(_visible(text, end) for end in merged),
        penalties=tuple(
            DIVIDED if hyphen else _penalty(text, end) for end, hyphen in zip(merged, hyphens, strict=True)
        ),
        forced=tuple(end in forced or end == len(text) for end in merged),
        hyphens=hyphens,
        broken=(False,) * len(merged),
    )


def locale_of(language: Language) -> str:
    """ICU's locale: kinsoku is strict (UAX #14, class CJ is NS)."""
    locale = language.icu or language.tag
    return f"{locale}-u-lb-strict" if locale.partition("-")[0] in STRICT else locale


def _ends(text: str, language: Language) -> list[int]:
    """ICU counts code points of the string as Python does.

    An isolate that opens is class CM (UAX #14, LB9): a line ends before it where it may end after it.
    """
    ends = accumulate(len(segment) for segment in LineBreaker(text, locale_of(language)))
    return [end - 1 if text[end - 1] in INITIATORS else end for end in ends]


def _inside(kept: Sequence[tuple[int, int]]) -> set[int]:
    return {index for start, stop in kept for index in range(start + 1, stop)}


def _visible(text: str, end: int) -> int:
    if text[end - 1] == SOFT_HYPHEN:
        return end - 1
    while end > 0 and text[end - 1] in SPACES:
        end -= 1
    return end


def _glued(text: str, end: int, *, bound: bool) -> bool:
    """Whether the word before stays with what follows: "30 days" everywhere, "u redu" in Slavic.

    A dash between blanks ends a line and never begins one.
    """
    if end == len(text):
        return False
    if text[end] in DASHES and text[end + 1 : end + 2].isspace():
        return True
    last = _letter_before(text, end)
    if last.isdigit():
        return text[end].isalpha() and _word_before(text, end).isdigit()
    return bound and _is_short(text, end, last)


def _penalty(text: str, end: int) -> float:
    """One-letter words belong to the word that follows (French "à", English "a")."""
    return SHORT_WORD if end < len(text) and _is_short(text, end, _letter_before(text, end)) else 0.0


def _is_short(text: str, end: int, last: str) -> bool:
    """Whether a line that ends there ends in a one-letter word."""
    if not last.isalpha() or text[max(0, end - 3) : end - 2].isalnum():
        return False
    return len(_word_before(text, end).lstrip(OPENING)) == 1 and ucd.script(last) in LETTERED


def _letter_before(text: str, end: int) -> str:
    """The character before the one space that a line most often ends with; of more spaces, a space."""
    return text[max(0, end - 2) : end - 1]


def _word_before(text: str, end: int) -> str:
    words = text[max(0, end - 12) : end].split()
    return words[-1] if words else ""
