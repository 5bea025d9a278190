"""A text -> findings: control characters and noncharacters, also as entities."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Translation
from leaflets.files import FORBIDDEN
from leaflets.text.ucd import general_category


@check(
    since="0.1",
    help="delete it, or write the letter that was lost",
    good=(example("Pozovite nas.", "Call us."),),
    bad=(
        example("Pozovite&#7; nas.", "Call us.", note="a bell, written as an entity"),
        example("Pozovite&#xFFFD; nas.", "Call us.", note="a letter was lost"),
    ),
    aliases=("forbidden-character",),
)
def control_char(text: Translation) -> Iterator[Finding]:
    """A text holds a character that cannot be printed.

    What it does on paper is chance: a box, a gap, or the end of the text."""
    if "&" not in text.written:
        return  # the reader of catalogs refuses the characters themselves
    for match in FORBIDDEN.finditer(text.text):
        if general_category(match[0]) != "Co":
            yield Finding(f"the text holds {named(match[0])}, which cannot be printed", match.span())
