"""What the reader of a catalog said -> findings: the file is not UTF-8, or says that it is not."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding, of_diagnostic
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Reading


@check(
    since="0.1",
    help='save the file as "UTF-8"',
    good=(Example(po='msgid "Call us."\nmsgstr "Pozovite nas."\n'),),
    bad=(
        Example(
            po='msgid ""\nmsgstr "Content-Type: text/plain; charset=CP1250\\n"\n\nmsgid "a"\nmsgstr "b"\n',
            note="the header names another encoding",
        ),
    ),
    aliases=("not-utf8", "byte-order-mark"),
)
def po_encoding(reading: Reading) -> Iterator[Finding]:
    """The catalog is not written in UTF-8, or its header names another encoding.

    Letters of other languages would turn into other letters, or into nothing."""
    for found in reading.said("po-encoding", "not-utf8", "byte-order-mark"):
        yield of_diagnostic(found)
