"""A message -> findings: a translation that nobody has confirmed."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Unit
from leaflets.diagnostics import Severity


@check(
    since="0.1",
    severity=WARNING,
    in_release=Severity.ERROR,
    help="compare both texts, correct the translation, and take the mark fuzzy away (in Poedit: Needs work)",
    good=(example("Pozovite nas.", "Call us."),),
    bad=(example("Pozovite nas u radno vreme.", "Call us at any time.", flags=("fuzzy",)),),
)
def fuzzy(unit: Unit) -> Iterator[Finding]:
    """The source text has changed, or a program made the translation, and nobody has confirmed it.

    An old text may tell an old fact: a proof shows the source in its place, and a release is refused."""
    if unit.message.fuzzy and not unit.setting.is_source:
        yield Finding(f'the translation of "{unit.message.msgid:.70}" is not confirmed')
