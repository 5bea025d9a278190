"""A text -> findings: invisible characters that the language does not need."""

from collections.abc import Iterator

from leaflets.catalog.invisible import HIDDEN, is_needed
from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Translation


@check(
    since="0.1",
    severity=WARNING,
    help="delete it; leaflets fix does it for you",
    good=(
        example("می\u200cتوانید تماس بگیرید", "You can call", "fa", note="ZWNJ, which Persian needs"),
        example("kap\u00adcso\u00adlat", "contact", "hu", note="soft hyphens, which say where it is divided"),
        example("សូម\u200bទូរស័ព្ទ", "Please call", "km", note="ZWSP, which Khmer needs"),
    ),
    bad=(
        example("Pozovite\u00ad nas", "Call us", note="a soft hyphen that divides no word"),
        example("Pozovite\u200b nas", "Call us", note="a zero width space"),
        example("Pozovite\u3164nas", "Call us", note="a filler, which is a letter to programs"),
    ),
    fixable=True,
)
def invisible(text: Translation) -> Iterator[Finding]:
    """A text holds an invisible character that its language does not need.

    Words are not found by search, lines break in odd places, and some fonts draw a box for it."""
    if text.text.isascii():
        return
    language = text.language
    for match in HIDDEN.finditer(text.text):
        if not is_needed(match, language.script, rtl=language.is_rtl, divided=bool(language.hyphenation)):
            yield Finding(f"the invisible character {named(match[0])} is not needed here", match.span())
