"""Pages -> findings: a mark that has no letter to stand on."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.naming import named
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Typeset


@check(
    since="0.1",
    help="write the letter before it, or remove the mark; marks stand after their letter",
    good=(example("नमस्ते", "Hello", "hi"),),
    bad=(example("ि नमस्ते", "Hello", "hi"),),
)
def dotted_circle(typeset: Typeset) -> Iterator[Finding]:
    """A mark has no letter to stand on, and is drawn on a dotted circle.

    The reader would see a sign that nobody writes; most often a letter was lost, or marks changed places."""
    for blemish in typeset.pages.blemishes:
        if blemish.flaw.kind == "dotted-circle":
            marks = ", ".join(named(character) for character in blemish.flaw.text)
            yield Finding(f"no letter stands before {marks}", place=blemish.origin.repair)
