"""A message -> findings: a form without its number that several counts use."""

from collections.abc import Iterator

from leaflets.catalog.plural import read_plural
from leaflets.checks.decode import decoded
from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import Unit


@check(
    since="0.1",
    severity=WARNING,
    help="write the placeholder of the number in this form too",
    good=(
        Example(source="%(n)s day", plural="%(n)s days", forms=("%(n)s dan", "%(n)s dana", "%(n)s dana")),
        Example(
            source="%(n)s day",
            plural="%(n)s days",
            forms=("ein Tag", "%(n)s Tage"),
            language="de",
            note="1 only",
        ),
    ),
    bad=(
        Example(
            source="%(n)s day",
            plural="%(n)s days",
            forms=("jedan dan", "%(n)s dana", "%(n)s dana"),
            note="21 and 31 take the first form too",
        ),
    ),
)
def plural_number(unit: Unit) -> Iterator[Finding]:
    """A form of a plural leaves out the number, and more than one count uses this form.

    In Serbian, Ukrainian or Russian the first form is for 1, 21 and 31: all would be printed as "one day"."""
    message = unit.message
    if message.plural is None or message.fuzzy:
        return
    wanted = set(decoded(message.plural).slots)
    rule = read_plural(f"Plural-Forms: {unit.setting.language.plural}")
    for form, text in enumerate(message.texts):
        lost = wanted - set(decoded(text).slots)
        counts = rule.numbers(form) if rule else ()
        if text.strip() and lost and len(counts) > 1:
            shown = ", ".join(str(count) for count in counts[:4])
            yield Finding(f"form {form} is for {shown} and leaves out %({sorted(lost)[0]})s")
