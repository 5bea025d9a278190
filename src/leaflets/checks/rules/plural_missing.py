"""A message -> findings: forms of a plural that are not there."""

from collections.abc import Iterator

from leaflets.catalog.plural import read_plural
from leaflets.checks.finding import Finding
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Unit


@check(
    since="0.1",
    help="write every form; an editor such as Poedit shows for which counts each of them is",
    good=(
        Example(source="%(n)s day", plural="%(n)s days", forms=("%(n)s dan", "%(n)s dana", "%(n)s dana")),
        Example(source="%(n)s day", plural="%(n)s days", forms=("", "", ""), note="untranslated"),
    ),
    bad=(
        Example(source="%(n)s day", plural="%(n)s days", forms=("%(n)s dan", "", "%(n)s dana")),
        Example(source="%(n)s day", plural="%(n)s days", forms=("%(n)s dan", "%(n)s dana")),
    ),
)
def plural_missing(unit: Unit) -> Iterator[Finding]:
    """Some forms of a plural are empty, or there are too few of them.

    For some counts the reader would get nothing, or another language."""
    message = unit.message
    if message.plural is None or not any(text.strip() for text in message.texts):
        return
    missing = [str(form) for form, text in enumerate(message.texts) if not text.strip()]
    if missing:
        yield Finding(f'of "{message.msgid:.60}" the form {", ".join(missing)} is missing')
    rule = read_plural(f"Plural-Forms: {unit.setting.language.plural}")
    if rule and len(message.texts) != rule.count and not unit.setting.is_source:
        yield Finding(f'"{message.msgid:.60}" has {len(message.texts)} forms, and the language {rule.count}')
