"""What the reader of a catalog said -> findings: marks of a merge that nobody finished."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding, of_diagnostic
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Reading


@check(
    since="0.1",
    help="keep the right one of the two versions, and delete the marks",
    good=(Example(po='msgid "Call us."\nmsgstr "Pozovite nas."\n'),),
    bad=(
        Example(
            po='<<<<<<< a\nmsgid "Call"\nmsgstr "Pozovite"\n=======\nmsgid "Call"\nmsgstr "Zovi"\n>>>>>>> b\n'
        ),
    ),
)
def po_conflict_marker(reading: Reading) -> Iterator[Finding]:
    """Two versions of the catalog were merged, and the marks of the merge are still in it.

    Both versions would be read, and one of them is wrong."""
    for found in reading.said("po-conflict-marker"):
        yield of_diagnostic(found)
