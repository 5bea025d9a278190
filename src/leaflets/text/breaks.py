"""Where lines may end: ICU's opportunities and divided words, less those inside numbers and addresses."""

import re
from collections.abc import Collection, Sequence, Set
from itertools import accumulate, repeat

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

BEGUN = 12.0
"""Demerit root of a line that ends in the first short word of a sentence: it belongs to what follows."""

EMERGENCY = 100.0
"""Demerit root of a line that ends inside of a word that is longer than the line."""

BOUND = frozenset(["be", "bg", "bs", "cnr", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"])
"""Languages in which a one-letter preposition or conjunction never ends a line (Slavic); it is only
avoided in the others."""

LETTERED = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor"})
"""Scripts in which one letter between spaces is a whole short word."""

REPEATED = frozenset(["bs", "cs", "es", "hr", "pl", "pt", "sk", "sl", "sr"])
"""Languages that write the hyphen of a compound again at the start of the line where it is parted there,
so that it is not taken for one word: `hrvatsko-` / `-engleski`.

bs: akos.ba, Pravopis bosanskog jezika, 2. lekcija. cs: Internetová jazyková příručka,
prirucka.ujc.cas.cz/?id=164. es: Ortografía de la lengua española (2010), where names need none. hr: Hrvatski
pravopis, pravopis.hr/pravilo/spojnica/68. pl: ortograf.pl, zasady pisowni: łącznik. pt: Acordo Ortográfico
de 1990, Base XX. sk: zones.sk, pravopis: rozdeľovanie slov. sl: slovarji.info, deljenje v slovenščini. sr:
Правопис српскога језика (Матица српска, 1994), т. 230. For cnr no source was found.
"""

HARD = "-\u2010"
"""Hyphens that are written."""

SHORT = re.compile(r"(?<!\S)[(«„“\"'‚‘]*([^\W\d_])\s")
"""A word of one letter, after what opens a bracket or a quotation."""

FIRST_WORD = re.compile(r"[.!?…։።।۔؟]\s+[^\W\d_](?:[^\W\d_]|[’']){0,4}\s+(?=\S)")
"""The end of a sentence, and a short word after it."""

NUMBER = re.compile(
    r"\d(?<![^\s(«„“\u2066].)(?:[\d.,:/–\u00a0\u202f]*\d)?(?:(?<!\d{4})(?: \d{3}(?!\d))+)?"
    r"(?:\u2069?\s(?=[^\W\d_]|[%‰€£$₺₴₽°]))?"
)
"""A number, its groups of thousands, and the blank before a word or unit: they say one thing, so that no line
ends within. Not after a full stop: a sentence may end with the number. A digit is looked for first."""

COUNTED = re.compile(r"\d(?=[\u4e00-\u9fff])")
"""The same without a blank, in Chinese and Japanese: 30天."""

SIGNED = re.compile(r"(?:[§№]|(?<!\d)(?<!\d\s)[€£$]|(?<=[nN])[°º])\s(?=\d)|\s(?=[ๆໆៗ])")
"""The blank after the sign of a number (§ 388, n° 5, € 50), and before the sign that repeats a Thai, Lao or
Khmer word: ต่าง ๆ (Office of the Royal Society, การเว้นวรรค)."""

COMPOUND = re.compile(rf"[^\W\d_][{HARD}][^\W\d_]")
"""A hyphen between two letters."""

DASH = re.compile(rf"[{DASHES}](?=\s)")

FEWEST = 3
"""Letters that stand before and after a written hyphen, where a line may end at it.

Ukrainian leaves no single letter on a line ("з-за": Український правопис 2019, § 63), Romanian parts its
groups with a hyphen as rarely as can be ("v-a", "dintr-un": DOOM 2, 5.2), and a line that ends in "из-" looks
like a word divided anywhere.
"""

LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0386\u0388-\u0481\u048a-\u052f\u1e00-\u1eff"
"""Letters of class AL that Latin, Greek and Cyrillic are written in."""

SCANTY = re.compile(
    rf"(?<![{LETTER}])[{LETTER}]{{1,{FEWEST - 1}}}[{HARD}]"
    rf"|[{HARD}](?=[{LETTER}]{{1,{FEWEST - 1}}}(?![{LETTER}]))"
)
"""A hyphen with fewer letters on one side of it."""

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

STRICT = frozenset({"ja", "zh"})
"""Languages in which small kana and the length mark never begin a line (CSS Text 3, line-break: strict)."""

SILENT = {
    "Khmr": re.compile("[\u1780-\u17a2]\u17cd|(?<=\u17d2)"),
    "Laoo": re.compile("[\u0e81-\u0eae]\u0ecc"),
    "Mymr": re.compile("[\u1000-\u1021]\u1037?\u103a|(?<=\u1039)"),
    "Thai": re.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c"),
}
"""By script, a consonant that has no vowel or is not said: it ends a syllable. ICU parts one from a foreign
name that its dictionary does not have, and a line would begin with it (အီးမေး|လ်, e-mail). And what stands
below another letter (Khmer ស្ត្|រា)."""

LONE = {
    "Khmr": frozenset(map(chr, range(0x1780, 0x17A3))),
    "Laoo": frozenset(map(chr, range(0x0E81, 0x0EAF))),
    "Thai": frozenset(map(chr, range(0x0E01, 0x0E2F))) - {"ณ"},
}
"""By script, consonants that are no word, and which ICU parts from such a name (อิน|ส|ตา): they end what is
before them."""

WHOLE = frozenset({"Kore"})
"""Scripts with blanks between words whose letters ICU breaks one by one: a ragged line ends at a blank
(CSS Text 3, word-break: keep-all), as a word cut in two is hard to read, and so is a particle that begins a
line: 경찰(112)에."""

PARTING = frozenset(f"{HARD}{DASHES}/\u200b{SOFT_HYPHEN}、。，」』》")
"""What else a line of such a script may end with."""


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
    short = _short_words(text)
    inside = _inside(kept)
    never = inside | {*undivided} | _glued(text) | _inside(_found(text, language.whole))
    primary = language.tag.partition("-")[0]
    if primary in BOUND:
        never |= short
    if language.script in SILENT:
        never |= {match.start() for match in SILENT[language.script].finditer(text)}
    if primary in STRICT:
        never |= {match.end() for match in COUNTED.finditer(text)}
    ends = {*(hanging if PLAIN.fullmatch(text) else _ends(text, language))}
    ends -= never | _lone(text, ends, LONE.get(language.script, frozenset()))
    if language.script in WHOLE:
        ends = {end for end in ends if text[end - 1 : end].isspace() or text[end - 1 : end] in PARTING}
    divided = {*points} - inside
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


def _lone(text: str, ends: Set[int], letters: Set[str]) -> set[int]:
    """Ends within a word before one of the letters that would stand alone."""
    if not letters:
        return set()
    inside = {end for end in ends if text[end : end + 1] in letters and not text[end - 1].isspace()}
    return {end for end in inside if end + 1 in ends or text[end + 1 : end + 2].isspace()}


def _repeats(text: str, ends: Sequence[int], language: Language) -> tuple[bool, ...]:
    spoken = language.tag.partition("-")[0]
    if spoken not in REPEATED or not any(mark in text for mark in HARD):
        return (False,) * len(ends)
    found = [COMPOUND.match(text, max(end - 2, 0)) for end in ends]
    return tuple([bool(hyphen and not (spoken == "es" and hyphen[0][-1].isupper())) for hyphen in found])


def _inside(kept: Sequence[tuple[int, int]]) -> set[int]:
    return {index for start, stop in kept for index in range(start + 1, stop)}


def _found(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of each of the words, wherever it stands in the text."""
    return [match.span() for word in words for match in re.finditer(re.escape(word), text)]


def _soft(text: str) -> set[int]:
    """Ends after a soft hyphen."""
    if SOFT_HYPHEN not in text:
        return set()
    return {index for index, character in enumerate(text, 1) if character == SOFT_HYPHEN}


def _glued(text: str) -> set[int]:
    """Ends at which the word before stays with what follows: "30 days", "§ 388", "v-a"; and a dash between
    blanks, which ends a line and never begins one."""
    numbers = {
        index
        for match in NUMBER.finditer(text)
        for index in range(match.start() + 1, match.end() + 1)
        if text[index - 1] == "–" or text[index - 1].isspace()
    }
    scanty = {match.end() for match in SCANTY.finditer(text)} if any(mark in text for mark in HARD) else set()
    dashes = {match.start() for match in DASH.finditer(text) if match.start()}
    return numbers | scanty | dashes | {match.end() for match in SIGNED.finditer(text)}


def _short_words(text: str) -> set[int]:
    """Ends after a word of one letter, which belongs to the word that follows (French "à", English "a")."""
    found = SHORT.finditer(text)
    return {match.end() for match in found if match.end() < len(text) and ucd.script(match[1]) in LETTERED}
