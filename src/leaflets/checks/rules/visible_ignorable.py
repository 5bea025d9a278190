"""Pages -> findings: an invisible character that the font shows."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Typeset


@check(
    since="0.1",
    help="remove the character from the text",
    good=(example("Pozovite nas.", "Call us."),),
)
def visible_ignorable(typeset: Typeset) -> Iterator[Finding]:
    """An invisible character takes room or has ink in the font.

    The reader would see a gap or a box where the translator saw nothing."""
    for blemish in typeset.pages.blemishes:
        if blemish.flaw.kind == "visible-ignorable":
            marks = ", ".join(named(character) for character in blemish.flaw.text)
            yield Finding(f"the font {blemish.flaw.face} shows {marks}", place=blemish.origin.repair)
