"""A publication -> findings: leaflets.toml ignores a rule that does not exist, or may not be ignored."""

from collections.abc import Iterator
from difflib import get_close_matches

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import Publication


@check(
    since="0.1",
    severity=WARNING,
    help="correct the list; leaflets explain lists all rules",
    good=(Example(ignore=("quotes-locale",)),),
    bad=(Example(ignore=("quotes",)), Example(ignore=("bidi-control",), note="an error that is certain")),
)
def bad_setting(publication: Publication) -> Iterator[Finding]:
    """leaflets.toml ignores a rule that is not known, or one that cannot be ignored.

    The setting does nothing, and whoever wrote it thinks that it does."""
    settings, rules = publication.project.checks, publication.rules
    for name in settings.ignore:
        if rules and name not in rules:
            near = get_close_matches(name, rules, n=1)
            yield Finding(
                f'there is no rule "{name}"', expected=near[0] if near else "", place=settings.place
            )
        elif rules and not rules[name]:
            yield Finding(
                f'"{name}" is certain and stops a release: no setting can ignore it', place=settings.place
            )
