"""What typed telephone numbers, grouped amounts and addresses look like: a text to those that it has.

Hours, dates and their ranges are none of these: UAX #9 sets them as their readers know them.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

LETTER = (
    r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0588\u10a0-\u10ff\u1c80-\u1cbf\u1e00-\u1fff"
)
"""Latin, Greek, Cyrillic, Armenian and Georgian, with their marks. A number may stand beside letters of other
scripts without a blank: Arabic و0800, Chinese."""
WORD = rf"{LETTER}\d_"

EMAIL = (
    rf"(?<![{WORD}])(?<![{WORD}][.+-])[{WORD}][{WORD}.+-]{{0,63}}@[{WORD}-]{{1,64}}(?:\.[{WORD}-]{{1,64}})+"
)
"""Without the hyphen of a Hebrew or Arabic prefix before it: ל-info@example.org."""
UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff\uac00-\ud7ff\uff00-\uffef"
"""Letters and marks that may follow an address without a blank."""
URL = rf"(?:https?://|www\.)[^\s<>\"«»“”„،\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069{UNSPACED}]*(?<=[\w/])"
DOMAIN = (
    rf"(?<![{WORD}@])(?<![{WORD}@][.-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,10}}[a-z]{{2,}}"
    rf"(?:/[{WORD}./?=&%+-]*[{WORD}/])?(?![@.-]*[{WORD}])"
)

ZERO = "[0\u0660\u06f0]"
"""Also as Arabic and Persian write it."""
BLANK = r"[ \u00a0\u202f]"
HYPHEN = r"[-\u2011]"

DAY, MONTH, YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
DATE = "|".join(
    rf"{DAY}{sign}{MONTH}{sign}(?:{YEAR}|\d\d)(?!\d|{sign}\d)|{YEAR}{sign}{MONTH}{sign}{DAY}(?!\d|{sign}\d)"
    for sign in (r"\.", "/", "-")
)
RANGE = rf"\d{{1,2}}\.\d\d\.?{BLANK}?[-\u2011–/]{BLANK}?\d{{1,2}}\.\d\d(?!\d)"
"""Hours or days with full stops: 8.00-16.00."""
RANGES = rf"\d{{1,2}}-\d{{1,2}}{BLANK}\d{{1,2}}-\d{{1,2}}(?![\d-])"
"""Hours one after another: 08-16 09-14."""
TIME = rf"(?!\d{{1,2}}:\d\d|{RANGE}|{RANGES}|{DATE}|{MONTH}[./]{YEAR}(?!\d)|0[.,]\d)"
"""Here no time, date or fraction begins."""

AREA = rf"0[1-9]\d{{1,2}}(?:{BLANK}|[/-])\d\d"
"""What a second number begins with: 011 785 00 00/063 123 45 67."""
BEFORE = rf"(?<![{WORD}+])(?<!\d[.,:–-])(?:(?<!\d/)|(?={AREA})){TIME}"
"""A number begins here, and no part of one goes before."""

NUMERALS = r"\d{1,15}(?!\d)"
BRACKETED = r"\(\d{1,5}(?:[ -]\d{1,4})?\)"

GAP = rf"(?:{BLANK}{TIME}|{HYPHEN}|\.|/(?!{AREA}))"
AFTER_AREA = rf"(?:(?<=\d[\d)]){BLANK}?(?:{HYPHEN}|/){BLANK}?|{BLANK}(?!\d{{1,2}}:\d)|{GAP})"
AREA_CODE = rf"(?=\({ZERO}){BRACKETED}(?={BLANK}?(?:{HYPHEN}|/)?{BLANK}?\d)"
PHONE = (
    rf"{BEFORE}(?:\(\+{BLANK}?\d{{1,5}}\)|\+{BLANK}?\d{{1,15}}|{AREA_CODE}|{ZERO}\d{{0,14}})"
    rf"(?:{BLANK}?\(\d{{1,5}}\))?(?:{AFTER_AREA}?\d{{1,15}}(?:{GAP}\d{{1,15}})*)?"
)
"""Begins with + or 0, as written by hand in any country: +381 (0)11 785-00-00, 011 / 785 00 00."""

AMOUNT = rf"{BEFORE}(?!{ZERO})\d{{1,3}}(?:{BLANK}\d{{3}}){{1,4}}(?:[.,]\d+)?(?!(?:{BLANK}|{HYPHEN}|[.,])?\d)"
"""Thousands parted by blanks, and short numbers that look like it: 10 000, 116 000."""

SEPARATOR = rf"(?:{BLANK}{TIME}|{HYPHEN}|(?=\()|(?<=\)))"
GROUP = rf"{SEPARATOR}(?:{BRACKETED}|{NUMERALS})"
GROUPED = (
    rf"{BEFORE}(?:(?!\((?:\d|{YEAR})\)){BRACKETED}{SEPARATOR}{NUMERALS}(?:{GROUP})*"
    rf"|{NUMERALS}(?:{GROUP}){{2,}})"
)
"""Three groups or more, or two of which the first stands in brackets: 800 290 290, 8 (800) 555-35-35."""

LATELY = r"(?:19[5-9]|20[0-5])\d(?!\d)"
"""A year that a leaflet may be about."""
PAIR = (
    rf"{BEFORE}(?!{LATELY})(?:\d{{1,5}}{BLANK}{TIME}(?!{LATELY})\d{{3,8}}|\d{{2,4}}{HYPHEN}\d{{6,8}}"
    rf"|\d{{3,4}}{HYPHEN}(?!{LATELY})\d{{3}}[1-9])(?!\d)"
)
"""Two groups that are no amount: 2345 6789. With a hyphen it may be a range, which only round numbers and
years are taken for: a range that is read from its other end is still one, and a telephone number is not."""

HARMONISED = rf"{BEFORE}(?:116{HYPHEN}\d{{3}}|\d{{3,4}}{HYPHEN}0\d{{2,3}})(?!\d|{HYPHEN}\d)"
"""116-000 and the like: no number that ends a range begins with a nought."""

SIGNED = r"(?:[*#]{1,2}\d{1,15}){0,4}"
CODE = rf"(?<![{WORD}*#+])(?:\*\d{{3,15}}{SIGNED}#?|[*#]{{1,2}}\d{{1,15}}{SIGNED}#)(?![{WORD}*#])"
"""What is dialled with signs: *6911, *100#, #31#."""

DIGITS = {"phone": range(6, 31), "grouped": range(6, 21), "pair": range(7, 14)}
"""How many these have. Fewer are a range (0-18, 08-16), more are a table."""

TYPED = (
    f"(?P<email>{EMAIL})|(?P<url>{URL})|(?P<domain>{DOMAIN})|(?P<code>{CODE})"
    rf"|(?=[+(\d])(?:(?P<phone>{PHONE})|(?P<amount>{AMOUNT})|(?P<grouped>{GROUPED})|(?P<pair>{PAIR})"
    rf"|(?P<harmonised>{HARMONISED}))"
)

RANGED = re.compile(
    rf"(?<![\d.,:/-])\d[\d.:/]{{0,15}}{BLANK}?[-\u2011–]{BLANK}?\d[\d.:/]{{0,15}}(?<=\d)(?!\d)"
)
"""Hours, days or numbers from one to another."""

HINT = re.compile(r"[@\d.:](?:(?<=[@\d])|(?<=\.)\w|(?<=:)/)")
"""What a text has somewhere that has any of these: most have none, and are not searched for so many things.
One of a few characters is looked for first, which takes one step for each of the text."""


def wholes(text: str, *, known: Collection[str] = ()) -> Iterator[re.Match[str]]:
    """Numbers and addresses in order; `known` are telephone numbers as the project writes them."""
    if HINT.search(text):
        for match in _pattern(frozenset(known)).finditer(text):
            usual = DIGITS.get(match.lastgroup or "")
            if usual is None or sum(map(str.isdigit, match[0])) in usual:
                yield match


@lru_cache(maxsize=16)
def _pattern(known: frozenset[str]) -> re.Pattern[str]:
    """Digits alone need no care: neither lines nor UAX #9 part them."""
    parted = sorted(
        {number.strip() for number in known if not number.isdigit()} - {""}, key=len, reverse=True
    )
    literal = "|".join(BLANK.join(map(re.escape, re.split(BLANK, number))) for number in parted)
    first = rf"(?P<known>(?<![{WORD}+])(?:{literal})(?![{WORD}]))|" if parted else ""
    return re.compile(first + TYPED)
