"""What the reader of a catalog said -> findings: no header."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding, of_diagnostic
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Reading

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@check(
    since="0.1",
    help='begin the file with msgid "" and msgstr "Content-Type: text/plain; charset=UTF-8\\n"',
    good=(Example(po=HEADER + 'msgid "Call us."\nmsgstr "Pozovite nas."\n'),),
    bad=(Example(po='\nmsgid "Call us."\nmsgstr "Pozovite nas."\n', note="no header"),),
)
def po_header(reading: Reading) -> Iterator[Finding]:
    """The catalog has no header.

    Without it no program knows the encoding and the plural forms of the file."""
    for found in reading.said("po-header"):
        yield of_diagnostic(found)
