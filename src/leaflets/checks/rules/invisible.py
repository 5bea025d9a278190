"""A text -> findings: invisible characters that the language does not need."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Translation

HIDDEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff\ufe00-\ufe0f]")
BREAKS = frozenset({"Khmr", "Laoo", "Mymr", "Thai", "Tibt", "Lana", "Tale"})
"""Scripts without spaces between words: ZERO WIDTH SPACE tells where a line may end."""
JOINERS = frozenset(
    {"Arab", "Syrc", "Mong", "Nkoo", "Adlm", "Rohg", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu",
     "Knda", "Mlym", "Sinh", "Khmr", "Mymr", "Tibt"}
)  # fmt: skip
"""Scripts in which joiners choose the shape of letters."""


@check(
    since="0.1",
    severity=WARNING,
    help="delete it; leaflets fix does it for you",
    good=(
        example("می\u200cتوانید تماس بگیرید", "You can call", "fa", note="ZWNJ, which Persian needs"),
        example("សូម\u200bទូរស័ព្ទ", "Please call", "km", note="ZWSP, which Khmer needs"),
    ),
    bad=(
        example("Pozo\u00advite nas", "Call us", note="a soft hyphen"),
        example("Pozovite\u200b nas", "Call us", note="a zero width space"),
    ),
    fixable=True,
)
def invisible(text: Translation) -> Iterator[Finding]:
    """A text holds an invisible character that its language does not need.

    Words are not found by search, lines break in odd places, and some fonts draw a box for it."""
    if text.text.isascii():
        return
    for match in HIDDEN.finditer(text.text):
        if not is_needed(match[0], text.language.script, rtl=text.language.is_rtl):
            yield Finding(f"the invisible character {named(match[0])} is not needed here", match.span())


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
    return False
