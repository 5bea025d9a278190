"""What the reader of a catalog said -> findings: damaged lines."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding, of_diagnostic
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Reading


@check(
    since="0.1",
    help="correct the line; a gettext editor such as Poedit writes it right by itself",
    good=(Example(po='msgid "Call us."\nmsgstr "Pozovite nas."\n'),),
    bad=(
        Example(po='msgid "Call us."\nmsgstr "Pozovite nas.\n', note="the closing quotation mark is missing"),
        Example(po='msgid "Call us."\nmsgstr “Pozovite nas.”\n', note="curly quotation marks"),
    ),
    aliases=("too-large",),
)
def po_syntax(reading: Reading) -> Iterator[Finding]:
    """A line of the catalog is damaged.

    Many programs read such a file without a word and drop letters, digits or whole sentences. So it is
    refused until the line is mended."""
    for found in reading.said("po-syntax", "too-large"):
        yield of_diagnostic(found)
