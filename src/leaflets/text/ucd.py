"""A character to its Unicode properties, all from one pinned version of Unicode.

Python's `unicodedata`, ICU and HarfBuzz each know another version; layout asks here only. Unassigned
code points have the default that the standard gives them, so that no character is without an answer.
Source: UAX #44 and the Unicode Character Database; tools/generate_ucd.py makes the tables.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from leaflets.text import _ucd_data as data

UNICODE_VERSION = data.UNICODE_VERSION

LAST, LAST_OF_BMP = 0x10FFFF, 0xFFFF
"""Code points: of all, and of the Basic Multilingual Plane."""

BEYOND = re.compile("[\U00010000-\U0010ffff]")

YES = frozenset("Y")
MARKS = frozenset(("Mn", "Me"))
"""Values of Default_Ignorable_Code_Point, and of General_Category."""


@cache
def bidi_class(character: str) -> str:
    """Bidi_Class by its short name, e.g. `L`, `AL`, `EN` (UAX #9 table 4)."""
    return _value(data.BIDI_CLASS, character)


def bracket(character: str) -> tuple[str, str] | None:
    """The closing bracket of the pair that `character` belongs to, and `o` (opening) or `c` (closing).

    Two brackets match if their closing brackets are equal: U+2329 and U+3008 are canonically equivalent
    and have the same one, U+3009 (UAX #9 BD16). None if the character is no paired bracket.
    """
    return _brackets().get(character)


def mirrored(character: str) -> str | None:
    """The character whose glyph is the mirror image of this one's (Bidi_Mirroring_Glyph), if there is one."""
    return _mirroring().get(character)


@cache
def script(character: str) -> str:
    """ISO 15924 code of Script: `Zyyy` is common, `Zinh` inherited, `Zzzz` unknown or unassigned."""
    return _value(data.SCRIPT, character)


@cache
def script_extensions(character: str) -> tuple[str, ...]:
    """ISO 15924 codes of all scripts that use the character, in alphabetical order (UAX #24 5.1)."""
    return tuple(_value(data.SCRIPT_EXTENSIONS, character).split()) or (script(character),)


@cache
def is_default_ignorable(character: str) -> bool:
    """Default_Ignorable_Code_Point: invisible where a font does not know it, e.g. U+200B, U+2066."""
    return _value(data.DEFAULT_IGNORABLE, character) == "Y"


def has_default_ignorable(text: str) -> bool:
    """Whether any character of a text is default ignorable."""
    return _has(text, data.DEFAULT_IGNORABLE, YES)


def has_other_script(text: str, own: frozenset[str]) -> bool:
    """Whether any character of a text is of another script than these."""
    return _has(text, data.SCRIPT, _other_scripts(own))


def has_bidi_class(text: str, classes: frozenset[str]) -> bool:
    """Whether any character of a text has one of these classes."""
    return _has(text, data.BIDI_CLASS, classes)


def without_bidi_class(text: str, classes: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch in which no character has one of these classes."""
    last = LAST if BEYOND.search(text) else LAST_OF_BMP
    return (match.span() for match in _avoiding(data.BIDI_CLASS, classes, last).finditer(text))


@cache
def general_category(character: str) -> str:
    """General_Category by its short name, e.g. `Lu`, `Mn`; `Cn` is unassigned."""
    return _value(data.GENERAL_CATEGORY, character)


@cache
def of_category(name: str) -> tuple[range, ...]:
    """The code points of a General_Category, as ranges."""
    starts, values = _ranges(data.GENERAL_CATEGORY)
    ends = (*starts[1:], 0x110000)
    found = zip(starts, ends, values, strict=True)
    return tuple(range(start, end) for start, end, value in found if value == name)


@cache
def heaped_marks() -> re.Pattern[str]:
    """Finds more than 30 marks in a row, which no language writes (UAX #15, 13: Stream-Safe Text)."""
    return re.compile(_finding(data.GENERAL_CATEGORY, MARKS, LAST).pattern + "{31}")


def is_combining(character: str) -> bool:
    """General_Category is Mn, Mc or Me: a mark, which belongs to the character before it."""
    return general_category(character) in ("Mn", "Mc", "Me")


@cache
def _other_scripts(own: frozenset[str]) -> frozenset[str]:
    return frozenset(_ranges(data.SCRIPT)[1]) - own


def _has(text: str, table: str, wanted: frozenset[str]) -> bool:
    """A pattern looks a character of the Basic Multilingual Plane up in one step, and tries one range after
    another for the rest: so most texts are searched for the first alone, which is ten times faster."""
    last = LAST if BEYOND.search(text) else LAST_OF_BMP
    return bool(_finding(table, wanted, last).search(text))


@cache
def _finding(table: str, wanted: frozenset[str], last: int) -> re.Pattern[str]:
    """Finds the first character up to `last` that has a wanted value; some there must be."""
    return re.compile(f"[{_members(table, wanted, last)}]")


@cache
def _avoiding(table: str, unwanted: frozenset[str], last: int) -> re.Pattern[str]:
    """Finds a stretch of characters up to `last` that have another value."""
    return re.compile(f"[^{_members(table, unwanted, last)}]+")


def _members(table: str, wanted: frozenset[str], last: int) -> str:
    """Ranges for the inside of a pattern's brackets."""
    starts, values = _ranges(table)
    pairs = zip(starts, values, (*starts[1:], LAST + 1), strict=True)
    found: list[list[int]] = []
    for start, value, end in pairs:
        if value in wanted and start <= last:
            if found and found[-1][1] == start - 1:
                found[-1][1] = end - 1
            else:
                found.append([start, end - 1])
    return "".join(f"\\U{first:08x}-\\U{final:08x}" for first, final in found)


def _value(table: str, character: str) -> str:
    starts, values = _ranges(table)
    return values[bisect_right(starts, ord(character)) - 1]


@cache
def _ranges(table: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """First code points and values of all ranges, parallel."""
    lines = [line.partition(" ") for line in table.splitlines()]
    return tuple(int(start, 16) for start, _, _ in lines), tuple(value for _, _, value in lines)


@cache
def _mirroring() -> dict[str, str]:
    pairs = (line.split() for line in data.MIRRORING.splitlines())
    return {_character(code): _character(other) for code, other in pairs}


@cache
def _brackets() -> dict[str, tuple[str, str]]:
    rows = (line.split() for line in data.BRACKETS.splitlines())
    return {_character(code): (_character(closing), side) for code, closing, side in rows}


def _character(code: str) -> str:
    return chr(int(code, 16))
