"""Line ends of UAX #14 -> those that part nothing that says one thing: numbers, short words, syllables."""

import re
from collections.abc import Sequence, Set

from leaflets.language import Language
from leaflets.text import ucd
from leaflets.text.line import SOFT_HYPHEN

LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0386\u0388-\u0481\u048a-\u052f\u1e00-\u1eff"
"""Letters of class AL that Latin, Greek and Cyrillic are written in."""

DASHES = "–—"
HARD = "-\u2010"
"""Hyphens that are written."""

BOUND = frozenset(["be", "bg", "bs", "cnr", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"])
"""Languages in which a one-letter preposition or conjunction never ends a line (Slavic); it is only
avoided in the others."""

LETTERED = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor"})
"""Scripts in which one letter between spaces is a whole short word."""

SHORT = re.compile(r"(?<!\S)[(«„“\"'‚‘]*([^\W\d_])\s")
"""A word of one letter, after what opens a bracket or a quotation."""

NUMBER = re.compile(
    r"\d(?<![^\s(«„“\u2066].)(?:[\d.,:/–\u00a0\u202f]*\d)?(?:(?<!\d{4})(?: \d{3}(?!\d))+)?"
    r"(?:\u2069?\s(?=[^\W\d_]|[%‰€£$₺₴₽°]))?"
)
"""A number, its groups of thousands, and the blank before a word or unit: they say one thing, so that no line
ends within. Not after a full stop: a sentence may end with the number. A digit is looked for first."""

COUNTED = re.compile(r"\d(?=[\u4e00-\u9fff])")
"""The same without a blank, in Chinese and Japanese: 30天."""

SIGNED = re.compile(r"[§№€£$°º](?:(?<=[§№])|(?<=[nN].)|(?<=[€£$])(?<!\d.)(?<!\d\s.))\s(?=\d)")
"""The blank after the sign of a number: § 388, n° 5, € 50."""

DASH = re.compile(rf"[{DASHES}](?=\s)")

FEWEST = 3
"""Letters that stand before and after a written hyphen, where a line may end at it.

Ukrainian leaves no single letter on a line ("з-за": Український правопис 2019, § 63), Romanian parts its
groups with a hyphen as rarely as can be ("v-a", "dintr-un": DOOM 2, 5.2), and a line that ends in "из-" looks
like a word divided anywhere.
"""

SCANTY = re.compile(
    rf"(?<![{LETTER}])[{LETTER}]{{1,{FEWEST - 1}}}[{HARD}]"
    rf"|[{HARD}](?=[{LETTER}]{{1,{FEWEST - 1}}}(?![{LETTER}]))"
)
"""A hyphen with fewer letters on one side of it."""

STRICT = frozenset({"ja", "zh"})
"""Languages in which small kana and the length mark never begin a line (CSS Text 3, line-break: strict)."""

UNBEGUN = {
    "Khmr": re.compile("[\u1780-\u17a2]\u17cd|(?<=\u17d2)|\u17d7"),
    "Laoo": re.compile("[\u0e81-\u0eae]\u0ecc|\u0ec6"),
    "Mymr": re.compile("[\u1000-\u1021]\u1037?\u103a|(?<=\u1039)"),
    "Thai": re.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c|\u0e46"),
}
"""By script, what no line begins with.

A consonant that has no vowel or is not said: it ends a syllable, but ICU parts one from a foreign name
that its dictionary lacks (အီးမေး|လ်, e-mail). What stands below another letter (Khmer ស្ត្|រា). The sign that
repeats the word before it: ต่าง ๆ (Office of the Royal Society, การเว้นวรรค).
"""

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


def tailored(ends: Set[int], text: str, language: Language, *, short: Set[int]) -> set[int]:
    """Without those that part what belongs together; `short` is what `short_words` finds."""
    primary = language.tag.partition("-")[0]
    never = _glued(text) | _lone(text, ends, LONE.get(language.script, frozenset()))
    never |= inside(_found(text, language.whole))
    if primary in BOUND:
        never |= short
    if primary in STRICT:
        never |= {match.end() for match in COUNTED.finditer(text)}
    if language.script in UNBEGUN:
        never |= {match.start() for match in UNBEGUN[language.script].finditer(text)}
    if language.script in WHOLE:
        never |= {end for end in ends if not text[end - 1].isspace() and text[end - 1] not in PARTING}
    return {*ends} - never


def short_words(text: str) -> set[int]:
    """Ends after a word of one letter, which belongs to the word that follows (French "à", English "a")."""
    found = SHORT.finditer(text)
    return {match.end() for match in found if match.end() < len(text) and ucd.script(match[1]) in LETTERED}


def inside(kept: Sequence[tuple[int, int]]) -> set[int]:
    """Indices in stretches start, end, but for the first of each."""
    return {index for start, stop in kept for index in range(start + 1, stop)}


def _found(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of each of the words, wherever it stands in the text."""
    return [match.span() for word in words for match in re.finditer(re.escape(word), text)]


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


def _lone(text: str, ends: Set[int], letters: Set[str]) -> set[int]:
    """Ends within a word before one of the letters that would stand alone."""
    if not letters:
        return set()
    within = {end for end in ends if text[end : end + 1] in letters and not text[end - 1].isspace()}
    return {end for end in within if end + 1 in ends or text[end + 1 : end + 2].isspace()}
