"""What was found on the disk -> findings: a language without its catalog."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding, of_diagnostic
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import Reading
from leaflets.diagnostics import Severity


@check(
    since="0.1",
    severity=WARNING,
    in_release=Severity.ERROR,
    help="run: leaflets add LANG; or take the language out of leaflets.toml",
    good=(Example(po='msgid "Call us."\nmsgstr "Pozovite nas."\n'),),
    bad=(Example(note="leaflets.toml lists the language, and there is no file"),),
)
def missing_catalog(reading: Reading) -> Iterator[Finding]:
    """A language of the leaflet has no catalog.

    All of it would be printed in the source language."""
    for found in reading.said("missing-catalog"):
        yield of_diagnostic(found)
