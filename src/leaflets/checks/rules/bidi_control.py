"""A text -> findings: controls that turn the order of words by force, or that are never closed."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Translation
from leaflets.controls import unpaired, with_code

OVERRIDES = frozenset("\u202d\u202e")
CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@check(
    since="0.1",
    help="delete it: numbers, addresses and names are kept in order without it",
    good=(
        example("اتصل بنا على \u2066ASTRA\u2069 الآن", "Call ASTRA now", "ar"),
        example("اتصل بنا", "Call us", "ar"),
    ),
    bad=(
        example("\u202eاتصل بنا\u202c", "Call us", "ar", note="an override"),
        example("اتصل &#x202E;بنا", "Call us", "ar", note="the same, written as an entity"),
        example("اتصل &#x2067;بنا", "Call us", "ar", note="an isolate that is never closed"),
    ),
    aliases=("unpaired-control",),
)
def bidi_control(text: Translation) -> Iterator[Finding]:
    """An invisible control forces the order of words, or is opened and never closed.

    Words and numbers would stand in the wrong order, here or in the texts that follow."""
    if text.chars.isdisjoint(CONTROLS):
        return
    for index, character in enumerate(text.text):
        if character in OVERRIDES:
            yield Finding(f"{named(character)} forces the order of what follows", (index, index + 1))
    for name in dict.fromkeys(unpaired(text.text)):
        yield Finding(f"the invisible control {with_code(name)} stands without its partner")
