"""A message -> findings: no translation."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Unit
from leaflets.diagnostics import Severity


@check(
    since="0.1",
    severity=WARNING,
    in_release=Severity.ERROR,
    help="translate it",
    good=(example("Pozovite nas.", "Call us."),),
    bad=(example("", "Call us."),),
)
def untranslated(unit: Unit) -> Iterator[Finding]:
    """A text is not translated.

    Its reader gets it in another language. A proof shows the source in its place; a release is refused."""
    message = unit.message
    if not unit.setting.is_source and not message.fuzzy and not any(message.texts):
        yield Finding(f'"{message.msgid:.70}" is not translated')
