"""A publication -> findings: a contact that no layout shows."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import Publication


@check(
    since="0.1",
    severity=WARNING,
    help='show it in a layout (<contact ref="…"/>), or delete it from contacts.toml',
    good=(Example(layout='<contact ref="astra"/><p><phone ref="police"/></p>'),),
    bad=(Example(layout='<p><phone ref="police"/></p>', note="nothing shows astra"),),
)
def unused_contact(publication: Publication) -> Iterator[Finding]:
    """A contact is declared and no layout shows it.

    Either a reader misses somebody who could help, or somebody checks a number in vain."""
    for name, contact in publication.project.contacts.items():
        if name not in publication.shown:
            yield Finding(f'no layout shows the contact "{name}"', place=contact.place)
