"""A text -> findings: characters that mean something in one font only."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Translation
from leaflets.files import FORBIDDEN
from leaflets.text.ucd import general_category


@check(
    since="0.1",
    help="write the letter in Unicode; the text comes from a font with an encoding of its own",
    good=(example("ကူညီပါ", "Help", "my"),),
    bad=(example("Pozovite &#xE000;", "Call us"),),
)
def private_use(text: Translation) -> Iterator[Finding]:
    """A text holds a character for private use.

    Only the font that it was written with has a sign for it; every other prints a box, or another sign."""
    if "&" not in text.written:
        return  # the reader of catalogs refuses the characters themselves
    for match in FORBIDDEN.finditer(text.text):
        if general_category(match[0]) == "Co":
            yield Finding(
                f"the text holds {named(match[0])}, which means something in one font only", match.span()
            )
