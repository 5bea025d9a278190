"""What the reader of a catalog said -> findings: one source text twice."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding, of_diagnostic
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Reading


@check(
    since="0.1",
    help="keep the better translation and delete the other entry",
    good=(Example(po='msgid "Call"\nmsgstr "Pozovite"\n\nmsgctxt "noun"\nmsgid "Call"\nmsgstr "Poziv"\n'),),
    bad=(Example(po='msgid "Call"\nmsgstr "Pozovite"\n\nmsgid "Call"\nmsgstr "Zovite"\n'),),
)
def po_duplicate(reading: Reading) -> Iterator[Finding]:
    """A source text stands in the catalog twice.

    Which of the two translations is printed would be chance."""
    for found in reading.said("po-duplicate"):
        yield of_diagnostic(found)
