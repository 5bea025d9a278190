"""What the reader of layouts said -> findings: a contact that is not there."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding, of_diagnostic
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Reading


@check(
    since="0.1",
    help="correct the name, or declare the contact in contacts.toml",
    good=(Example(layout='<p><phone ref="astra"/></p>'),),
    bad=(Example(layout='<p><phone ref="astre"/></p>'),),
)
def unknown_contact(reading: Reading) -> Iterator[Finding]:
    """A layout shows a contact that contacts.toml does not have.

    There is no number to print. The leaflet is not built without it."""
    for found in reading.said("unknown-contact"):
        yield of_diagnostic(found)
