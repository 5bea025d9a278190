"""Invisible characters, and the languages whose texts need them."""

import re
import unicodedata

HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u3164"
    "\ufe00-\ufe0f\uffa0\U0001bca0-\U0001bca3\U000e0100-\U000e01ef]"
)
"""Default_Ignorable_Code_Point (Unicode 17.0), but for bidi controls and what no file may hold."""

VARIANTS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""VARIATION SELECTOR-1 to -256."""

WORD_JOINER = "\u2060"

BREAKS = frozenset({"Khmr", "Laoo", "Mymr", "Thai", "Tibt", "Lana", "Tale"})
"""Scripts without spaces between words: ZERO WIDTH SPACE tells where a line may end."""
JOINERS = frozenset(
    {
        *("Arab", "Syrc", "Mong", "Nkoo", "Adlm", "Rohg", "Deva", "Beng", "Guru", "Gujr", "Orya"),
        *("Taml", "Telu", "Knda", "Mlym", "Sinh", "Khmr", "Mymr", "Tibt"),
    }
)
"""Scripts in which joiners choose the shape of letters."""


def is_needed(found: re.Match[str], script: str, *, rtl: bool, divided: bool) -> bool:
    """Whether a text of a script may hold the character where it stands.

    In languages whose words are divided, a soft hyphen within a word says where.
    """
    match found[0]:
        case "\u00ad":
            return divided and _is_in_word(found.string, found.start())
        case "\u200b":
            return script in BREAKS
        case "\u200c" | "\u200d":
            return script in JOINERS
        case "\u200e" | "\u200f" | "\u061c":
            return rtl
        case "\u180b" | "\u180c" | "\u180d" | "\u180e" | "\u180f":
            return script == "Mong"
    is_chosen = found[0] in VARIANTS and script in ("Mong", "Hans", "Hant", "Jpan", "Kore", "Mymr")
    return found[0] == WORD_JOINER or is_chosen


def _is_in_word(text: str, index: int) -> bool:
    """Between two letters, the first of which may bear marks."""
    before, after = text[max(0, index - 1) : index], text[index + 1 : index + 2]
    return (before.isalpha() or bool(unicodedata.combining(before or " "))) and after.isalpha()
