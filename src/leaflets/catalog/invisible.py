"""Invisible characters, and the scripts whose texts need them."""

import re

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


def is_needed(character: str, script: str, *, rtl: bool) -> bool:
    """Whether texts of a script may hold the character."""
    match character:
        case "\u200b":
            return script in BREAKS
        case "\u200c" | "\u200d":
            return script in JOINERS
        case "\u200e" | "\u200f" | "\u061c":
            return rtl
        case "\u180e":
            return script == "Mong"
        case "\u2060":
            return True
    return "\ufe00" <= character <= "\ufe0f" and script in ("Mong", "Hans", "Hant", "Jpan", "Kore", "Mymr")
