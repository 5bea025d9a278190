"""A message -> findings: a comment that ignores a rule which does not exist, or may not be ignored."""

from collections.abc import Iterator
from difflib import get_close_matches

from leaflets.checks.finding import Finding
from leaflets.checks.ignore import ignored_by
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Unit


@check(
    since="0.1",
    severity=WARNING,
    help="correct the comment; leaflets explain lists all rules",
    good=(example("OK", "OK", remarks=("ignore: same",)),),
    bad=(
        example("OK", "OK", remarks=("ignore: sme",)),
        example("OK", "OK", remarks=("ignore: bidi-control",), note="an error that is certain"),
    ),
)
def bad_ignore(unit: Unit) -> Iterator[Finding]:
    """A comment ignores a rule that is not known, or one that cannot be ignored.

    The comment does nothing, and whoever wrote it thinks that it does."""
    rules = unit.setting.rules
    for name in sorted(ignored_by(unit.message)):
        if rules and name not in rules:
            near = get_close_matches(name, rules, n=1)
            yield Finding(f'there is no rule "{name}"', expected=near[0] if near else "")
        elif rules and not rules[name]:
            yield Finding(f'"{name}" is certain and stops a release: no comment can ignore it')
