"""A message -> findings: all forms of a plural alike."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, POSSIBLE, Example, check
from leaflets.checks.subject import Unit


@check(
    since="0.1",
    severity=NOTE,
    certainty=POSSIBLE,
    help="check whether the language really has one form for all counts",
    good=(Example(source="%(n)s day", plural="%(n)s days", forms=("%(n)s dan", "%(n)s dana", "%(n)s dana")),),
    bad=(Example(source="%(n)s day", plural="%(n)s days", forms=("%(n)s dana", "%(n)s dana", "%(n)s dana")),),
)
def plural_same(unit: Unit) -> Iterator[Finding]:
    """All forms of a plural are the same.

    Often one text was copied into all of them."""
    texts = unit.message.texts
    if len(texts) > 1 and texts[0].strip() and len(set(texts)) == 1:
        yield Finding(f'all {len(texts)} forms of "{unit.message.msgid:.60}" are the same')
