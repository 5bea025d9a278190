"""A text -> findings: spaces at its ends that the source does not have."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Translation

SPACES = " \t\u00a0\u3000"


@check(
    since="0.1",
    severity=WARNING,
    help="begin and end as the source does; leaflets fix does it for you",
    good=(example("Pozovite nas.", "Call us."), example("i ", "and ")),
    bad=(example("Pozovite nas. ", "Call us."), example("i", "and "), example(" Pozovite nas.", "Call us.")),
    fixable=True,
)
def space_edge(text: Translation) -> Iterator[Finding]:
    """A text begins or ends with a space that its source does not have, or without one that it has.

    Words of two texts are glued together, or headings stand out of line."""
    written, source = text.text, text.source.text
    if (written[:1] in SPACES) != (source[:1] in SPACES):
        yield Finding(f"the text begins with{_out(written[:1])} a space", (0, 1))
    if (written[-1:] in SPACES) != (source[-1:] in SPACES):
        yield Finding(f"the text ends with{_out(written[-1:])} a space", (len(written) - 1, len(written)))


def _out(edge: str) -> str:
    return "" if edge in SPACES else "out"
