"""What was found on the disk -> findings: a catalog of the language that is written first."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding, of_diagnostic
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import Reading


@check(
    since="0.1",
    severity=WARNING,
    help="write what is better in it into the layouts or contacts.toml, and delete the catalog",
    good=(Example(source="Call us.", text="Pozovite nas."),),
    bad=(Example(source="Call us.", text="Ring us.", language="en", note="the source language is English"),),
)
def source_catalog(reading: Reading) -> Iterator[Finding]:
    """There is a catalog of the source language.

    The layouts are the source text: what is typed in such a catalog is never printed."""
    for found in reading.said("source-catalog"):
        yield of_diagnostic(found)
