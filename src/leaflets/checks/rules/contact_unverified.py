"""A publication -> findings: a contact whose numbers nobody has dialled."""

from collections.abc import Iterator

from leaflets.checks.contacts import is_unverified, unverified
from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import Publication
from leaflets.diagnostics import Severity


@check(
    since="0.1",
    severity=WARNING,
    in_release=Severity.ERROR,
    help="dial its numbers, then run: leaflets contacts verify ID --by WHO",
    good=(Example(contact='checked_by = "coordinator"'),),
    bad=(Example(contact='checked_by = ""'),),
)
def contact_unverified(publication: Publication) -> Iterator[Finding]:
    """Nobody has dialled the numbers of a contact that is shown.

    A page in the web may be old. Whoever needs help has perhaps one call, and a release is refused until
    somebody has heard who answers."""
    for name, contact in publication.project.contacts.items():
        if name in publication.shown and is_unverified(contact):
            step = f"dial its numbers, then run: leaflets contacts verify {name} --by WHO"
            yield Finding(unverified(contact), place=contact.place, help=step)
