"""Invisible characters, and the languages whose texts need them."""

import re
import unicodedata

HIDDEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f]")

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
    variants = script in ("Mong", "Hans", "Hant", "Jpan", "Kore", "Mymr")
    known = {
        "\u00ad": divided and _is_in_word(found.string, found.start()),
        "\u200b": script in BREAKS,
        "\u200c": script in JOINERS,
        "\u200d": script in JOINERS,
        "\u180e": script == "Mong",
        "\u2060": True,
        **dict.fromkeys("\u200e\u200f\u061c", rtl),
    }
    return known.get(found[0], "\ufe00" <= found[0] <= "\ufe0f" and variants)


def _is_in_word(text: str, index: int) -> bool:
    """Between two letters, the first of which may bear marks."""
    before, after = text[max(0, index - 1) : index], text[index + 1 : index + 2]
    return (before.isalpha() or bool(unicodedata.combining(before or " "))) and after.isalpha()
