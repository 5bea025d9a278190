"""A catalog -> findings: it is older than the layouts."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import LanguageCatalog
from leaflets.diagnostics import Severity


@check(
    since="0.1",
    severity=WARNING,
    in_release=Severity.ERROR,
    help="run: leaflets update",
    good=(Example(po='msgid "Call us."\nmsgstr "Pozovite nas."\n', layout="Call us."),),
    bad=(
        Example(
            po='msgid "Call us."\nmsgstr "Pozovite nas."\n', layout="Call us now.", note="the source changed"
        ),
    ),
)
def stale(whole: LanguageCatalog) -> Iterator[Finding]:
    """The catalog is older than the layouts: it lacks texts that are printed now, or has texts that are not.

    What it lacks is printed in the source language, and its translators do not know of it."""
    template = whole.setting.template
    if template is None or whole.setting.is_source:
        return
    keys = whole.catalog.index.keys()
    lacking = [key[1] for key in template if key not in keys]
    surplus = [key[1] for key in keys if key not in template]
    if lacking or surplus:
        first = (lacking or surplus)[0]
        yield Finding(
            f"the catalog lacks {len(lacking)} texts of the layouts, and has {len(surplus)} others",
            notes=(f'the first is "{first:.70}"',),
            severity=None if lacking else WARNING,
        )
