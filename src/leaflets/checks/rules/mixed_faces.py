"""Pages -> findings: a word whose letters are of two families."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Typeset


@check(
    since="0.1",
    severity=WARNING,
    help="take a family that has all letters of the language: leaflets fonts says which letters it needs",
    good=(example("Pozovite nas, 24 sata.", "Call us, 24 hours."),),
)
def mixed_faces(typeset: Typeset) -> Iterator[Finding]:
    """A word is set in letters of two families, as the first one has not all of them.

    It looks like a mistake, and is harder to read. Many fonts have no č, đ, ș or ї."""
    for blemish in typeset.pages.blemishes:
        if blemish.flaw.kind == "mixed-faces":
            flaw = blemish.flaw
            yield Finding(
                f'letters of "{flaw.text}" come from a second font, {flaw.face}', place=blemish.origin.repair
            )
