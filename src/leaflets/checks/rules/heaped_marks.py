"""Pages -> findings: more marks on one letter than any language writes."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Typeset


@check(
    since="0.1",
    help="remove the marks that do not belong there",
    good=(example("Gọi ngay", "Call now", "vi"),),
    bad=(example("Pozovi" + "\u0301" * 40 + "te", "Call now"),),
)
def heaped_marks(typeset: Typeset) -> Iterator[Finding]:
    """More than 30 marks stand on one letter.

    They cover other lines, or the letter cannot be drawn at all. Unicode's limit for text that is sent
    from program to program is 30 (UAX #15, Stream-Safe Text Format)."""
    for blemish in typeset.pages.blemishes:
        if blemish.flaw.kind == "heaped-marks":
            told = f'more than 30 marks stand on "{blemish.flaw.text[:1]}"'
            yield Finding(told, place=blemish.origin.repair)
