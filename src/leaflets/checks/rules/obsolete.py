"""A catalog -> findings: entries that no layout uses any more."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, Example, check
from leaflets.checks.subject import LanguageCatalog


@check(
    since="0.1",
    severity=NOTE,
    help="keep them for later, or delete them in your editor (Poedit: Catalogue, Purge deleted translations)",
    good=(Example(po='msgid "Call us."\nmsgstr "Pozovite nas."\n'),),
    bad=(Example(po='msgid "Call us."\nmsgstr "Pozovite nas."\n\n#~ msgid "Old"\n#~ msgstr "Staro"\n'),),
)
def obsolete(whole: LanguageCatalog) -> Iterator[Finding]:
    """The catalog keeps entries that no layout uses any more.

    They do no harm: leaflets update revives them when their source text comes back."""
    if whole.obsolete:
        yield Finding(f"{whole.obsolete} entries are marked with #~ and not used")
