"""Texts to their digits: every digit system as ASCII, numbers, and stretches that look like a telephone's."""

import re
from dataclasses import dataclass
from functools import lru_cache

from leaflets.text.ucd import of_category

VALUES = {chr(code): str((code - run[0]) % 10) for run in of_category("Nd") for code in run}
"""Each digit of every system -> the ASCII digit: systems stand in the Unicode Standard from 0 to 9."""
DIGITS = frozenset(VALUES)
FOREIGN = DIGITS - frozenset("0123456789")
TO_ASCII = {ord(digit): value for digit, value in VALUES.items() if digit in FOREIGN}

LOOKALIKES = {
    "O": "0", "o": "0", "О": "0", "о": "0", "Ο": "0", "ο": "0",
    "l": "1", "I": "1", "|": "1", "І": "1", "і": "1", "Ӏ": "1",
    "Z": "2", "З": "3", "з": "3", "Ч": "4", "S": "5", "Ѕ": "5", "Б": "6", "б": "6", "B": "8", "В": "8",
}  # fmt: skip
"""Letters that stand for digits in numbers typed in haste, or pasted from a scan."""

_SIGN = "[0-9" + re.escape("".join(LOOKALIKES)) + "]"
_OPEN = rf"\((?={_SIGN}{{1,5}}(?: {_SIGN}{{1,5}})?\))"
"""A bracket around an area code; one around something else, such as hours, ends a number."""
_BLANKS = " \u00a0\u2009\u202f"
_MARK = rf"(?:\.(?![{_BLANKS}])|[-/)\u2010-\u2015]|{_OPEN})"
_GAP = rf"[{_BLANKS}\u200e\u200f\u2066-\u2069]?{_MARK}?(?:[{_BLANKS}]|{_OPEN})?"
_ALNUM = "0-9A-Za-z\u00c0-\u024f\u0370-\u052f"
"""Digits and the letters of alphabets: Chinese or Thai letters may touch a number."""
LISTED = re.compile(rf"(?:[^()]*|\(\d)\)[{_BLANKS}]+")
"""The number of an item before a telephone number: 1) 011 785 00 00."""
CANDIDATE = re.compile(rf"(?<![{_ALNUM}%])[+(]{{0,2}}{_SIGN}(?:{_GAP}{_SIGN}){{3,}}(?![{_ALNUM}])")
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f\u2009\u066b\u066c' ]\d{3}(?!\d))*(?:[.,\u066b]\d+)?")
DATE = re.compile(r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}")
YEARS = re.compile(r"(?:19|20)\d\d\s?[-\u2010-\u2015/]\s?(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a telephone number."""

    written: str
    digits: str
    start: int
    end: int
    letters: str
    """The letters among its digits."""

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def looks_dialled(self) -> bool:
        """Whether it can hardly be a count, a year or the number of a law."""
        return len(self.digits) >= 6 and (self.written.lstrip("(")[0] in "+0" or len(self.digits) >= 9)


def ascii_digits(text: str) -> str:
    """The text with the digits of every system as 0 to 9, and of the same length."""
    return text if FOREIGN.isdisjoint(text) else text.translate(TO_ASCII)


@lru_cache(maxsize=4096)
def candidates(text: str) -> tuple[Candidate, ...]:
    """Stretches of at least four signs, most of them digits; dates and pairs of years are none."""
    plain = ascii_digits(text)
    found = []
    for match in CANDIDATE.finditer(plain):
        listed = LISTED.match(match[0])
        start = match.start() + (listed.end() if listed else 0)
        written = plain[start : match.end()]
        letters = "".join(c for c in written if c in LOOKALIKES)
        signs = sum(c.isdigit() for c in written)
        if signs < 4 or len(letters) > signs // 2 or DATE.fullmatch(written) or YEARS.fullmatch(written):
            continue
        digits = "".join(LOOKALIKES.get(c, c) for c in written if c in LOOKALIKES or c.isdigit())
        found.append(Candidate(text[start : match.end()], digits, start, match.end(), letters))
    return tuple(found)


@lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The numbers of a text without separators, each with its place."""
    plain = ascii_digits(text)
    return tuple((re.sub(r"\D", "", match[0]), match.span()) for match in NUMBER.finditer(plain))


def systems(text: str) -> dict[int, int]:
    """Code point of the zero of each digit system in a text -> where it is first used."""
    found: dict[int, int] = {}
    for index, character in enumerate(text):
        if character.isdecimal():
            found.setdefault(ord(character) - int(character), index)
    return found
