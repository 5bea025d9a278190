"""Where lines may end: ICU's opportunities and divided words, less those inside numbers and addresses."""

import re
from collections.abc import Collection, Sequence
from itertools import accumulate, repeat

from icu4py.breakers import LineBreaker

from leaflets.frozen import dataclass
from leaflets.language import Language
from leaflets.text.isolates import INITIATORS
from leaflets.text.line import SOFT_HYPHEN
from leaflets.text.tailoring import DASHES, HARD, LETTER, STRICT, inside, short_words, tailored

SPACES = " \u2028\u3000"

SHORT_WORD = 40.0
"""Demerit root of a line that ends in a one-letter word, as good typography avoids it."""

DIVIDED = 15.0
"""Demerit root of a line that ends in a hyphen: less than a line that is half empty."""

BEGUN = 12.0
"""Demerit root of a line that ends in the first short word of a sentence: it belongs to what follows."""

EMERGENCY = 100.0
"""Demerit root of a line that ends inside of a word that is longer than the line."""

REPEATED = frozenset(["bs", "cs", "es", "hr", "pl", "pt", "sk", "sl", "sr"])
"""Languages that write the hyphen of a compound again at the start of the line where it is parted there,
so that it is not taken for one word: `hrvatsko-` / `-engleski`.

bs: akos.ba, Pravopis bosanskog jezika, 2. lekcija. cs: Internetová jazyková příručka,
prirucka.ujc.cas.cz/?id=164. es: Ortografía de la lengua española (2010), where names need none. hr: Hrvatski
pravopis, pravopis.hr/pravilo/spojnica/68. pl: ortograf.pl, zasady pisowni: łącznik. pt: Acordo Ortográfico
de 1990, Base XX. sk: zones.sk, pravopis: rozdeľovanie slov. sl: slovarji.info, deljenje v slovenščini. sr:
Правопис српскога језика (Матица српска, 1994), т. 230. For cnr no source was found.
"""

FIRST_WORD = re.compile(r"[.!?…։።।۔؟]\s+[^\W\d_](?:[^\W\d_]|[’']){0,4}\s+(?=\S)")
"""The end of a sentence, and a short word after it."""

COMPOUND = re.compile(rf"[^\W\d_][{HARD}][^\W\d_]")
"""A hyphen between two letters."""

PART = rf"[{LETTER}0-9\u00a0\u202f\u00b7]+"
"""Letters, digits, and blanks that bind."""

PLAIN = re.compile(rf"(?:(?:[(¿]?{PART}(?:’{PART})*[.,;:!?)]*|[{DASHES}](?! [{DASHES}]))(?: |\Z))+")
"""Words and lone dashes between single blanks, with marks that never begin a line: lines end after blanks and
nowhere else (UAX #14, LB7, LB12, LB13, LB14, LB17, LB18, LB19, LB23, LB28). Most paragraphs are so plain, and
need not be taken to ICU."""

HANGING = re.compile(f"[{SPACES}]+|{SOFT_HYPHEN}")
"""What is not seen at the end of a line."""

LARGEST = "\uffff"
"""The largest character that is one unit of UTF-16, in which ICU counts."""


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
    repeats: tuple[bool, ...]
    """Whether the next line begins with the hyphen that ends this one."""
    begin: int = 0
    """Index of the character that the first line begins with."""
    inside: bool = False
    """Whether that is inside of such a word."""
    again: bool = False
    """Whether the first line begins with the hyphen before it."""

    def part(self, first: int, last: int) -> "Opportunities":
        """Those from `first` to `last`, where the part ends: the lines of a part of the paragraph."""
        return Opportunities(
            ends=self.ends[first : last + 1],
            visible=self.visible[first : last + 1],
            penalties=self.penalties[first : last + 1],
            forced=(*self.forced[first:last], True),
            hyphens=self.hyphens[first : last + 1],
            broken=self.broken[first : last + 1],
            repeats=(*self.repeats[first:last], False),
            begin=self.ends[first - 1] if first else self.begin,
            inside=self.broken[first - 1] if first else self.inside,
            again=self.repeats[first - 1] if first else self.again,
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
    hanging = {
        end: match.start()
        for match in HANGING.finditer(text)
        for end in range(match.start() + 1, match.end() + 1)
    }
    short, whole = short_words(text), inside(kept)
    found = {*(hanging if PLAIN.fullmatch(text) else _ends(text, language))}
    ends = tailored(found, text, language, short=short) - whole - {*undivided}
    divided = {*points} - whole
    stops = {*forced, len(text)}
    merged = sorted((ends | divided | stops) - {0})
    hyphened = divided | _soft(text)
    begun = {match.end() for match in FIRST_WORD.finditer(text)}
    costs = {
        **dict.fromkeys(begun, BEGUN),
        **dict.fromkeys(short, SHORT_WORD),
        **dict.fromkeys(hyphened, DIVIDED),
    }
    return Opportunities(
        ends=tuple(merged),
        visible=tuple(map(hanging.get, merged, merged)),
        penalties=tuple(map(costs.get, merged, repeat(0.0))),
        forced=tuple(map(stops.__contains__, merged)),
        hyphens=tuple(map(hyphened.__contains__, merged)),
        broken=(False,) * len(merged),
        repeats=_repeats(text, merged, language),
    )


def locale_of(language: Language) -> str:
    """ICU's locale: kinsoku is strict (UAX #14, class CJ is NS)."""
    locale = language.icu or language.tag
    return f"{locale}-u-lb-strict" if locale.partition("-")[0] in STRICT else locale


def _ends(text: str, language: Language) -> list[int]:
    """Ends of ICU's segments, each the index of the character after it.

    An isolate that opens is class CM (UAX #14, LB9): a line ends before it where it may end after it.
    """
    breaker = LineBreaker(text, locale_of(language))
    if max(text, default="") > LARGEST:
        ends = list(accumulate([len(segment) for segment in breaker]))
    else:
        ends = [end for _start, end in breaker.segments()]
    if not any(initiator in text for initiator in INITIATORS):
        return ends
    return [end - 1 if text[end - 1] in INITIATORS else end for end in ends]


def _repeats(text: str, ends: Sequence[int], language: Language) -> tuple[bool, ...]:
    spoken = language.tag.partition("-")[0]
    if spoken not in REPEATED or not any(mark in text for mark in HARD):
        return (False,) * len(ends)
    found = [COMPOUND.match(text, max(end - 2, 0)) for end in ends]
    return tuple([bool(hyphen and not (spoken == "es" and hyphen[0][-1].isupper())) for hyphen in found])


def _soft(text: str) -> set[int]:
    """Ends after a soft hyphen."""
    if SOFT_HYPHEN not in text:
        return set()
    return {index for index, character in enumerate(text, 1) if character == SOFT_HYPHEN}
