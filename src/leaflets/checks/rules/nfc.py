"""A text -> findings: letters with loose marks."""

import unicodedata
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, check, example
from leaflets.checks.subject import Translation


@check(
    since="0.1",
    severity=NOTE,
    help="nothing needs to be done; leaflets fix joins the letters in the catalog too",
    good=(example("Pozovite službu.", "Call the service."),),
    bad=(example("Pozovite sluz\u030cbu.", "Call the service."),),
    fixable=True,
    aliases=("decomposed",),
)
def nfc(text: Translation) -> Iterator[Finding]:
    """A text is written with loose marks: e and an accent instead of é.

    It is set with joined letters (Unicode Normalization Form C, UAX #15), as fonts and search want them;
    but whoever searches the catalog will not find the word."""
    if text.text.isascii() or unicodedata.is_normalized("NFC", text.text):
        return
    start = next(
        i for i, pair in enumerate(zip(text.text, joined(text.text), strict=False)) if pair[0] != pair[1]
    )
    yield Finding("the text is written with loose marks", (start, min(start + 2, len(text.text))))


def joined(text: str) -> str:
    """Form C, lengthened so that the first difference can be told."""
    return unicodedata.normalize("NFC", text).ljust(len(text), "\0")
