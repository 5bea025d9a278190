"""A text -> findings: two spaces in a row."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Translation

DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")


@check(
    since="0.1",
    severity=WARNING,
    help="leave one of them; leaflets fix does it for you",
    good=(example("Pozovite nas.", "Call us."), example("a  b", "a  b", note="as the source")),
    bad=(example("Pozovite  nas.", "Call us."),),
    fixable=True,
)
def space_double(text: Translation) -> Iterator[Finding]:
    """Two spaces stand in a row.

    Pages show one, other programs two; a word may have been deleted between them."""
    if "  " not in text.text or "  " in text.source.text:
        return
    match = DOUBLE.search(text.text)
    if match:
        yield Finding("two spaces in a row", match.span())
