"""A publication -> findings: a contact that was verified too long ago."""

from collections.abc import Iterator

from leaflets.checks.contacts import is_unverified, outdated
from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import Publication
from leaflets.diagnostics import Severity


@check(
    since="0.1",
    severity=WARNING,
    in_release=Severity.ERROR,
    help="dial its numbers again, then run: leaflets contacts verify ID --by WHO",
    good=(Example(contact='checked_by = "coordinator"\nchecked_on = 2026-11-20'),),
    bad=(
        Example(contact='checked_by = "coordinator"\nchecked_on = 2062-11-20', note="a slip of the pen"),
        Example(
            contact='checked_by = "coordinator"\nchecked_on = 2026-02-01',
            note="looked at on 27 November 2026",
        ),
    ),
)
def contact_expired(publication: Publication) -> Iterator[Finding]:
    """A contact that is shown was verified longer ago than `[release] contact_days` allows (90 days).

    Help lines close, move and lose their funding; a number that rang in spring may be somebody else's now."""
    today, days = publication.today, publication.project.contact_days
    for name, contact in publication.project.contacts.items():
        if today is None or name not in publication.shown or is_unverified(contact):
            continue
        why = outdated(contact, today=today, days=days)
        if why:
            step = f"dial its numbers again, then run: leaflets contacts verify {name} --by WHO"
            yield Finding(why, place=contact.place, help=step)
