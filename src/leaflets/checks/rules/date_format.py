"""A text -> findings: a date typed in figures."""

import re
from collections.abc import Iterator

from leaflets.checks.digits import DIGITS, ascii_digits
from leaflets.checks.finding import Finding
from leaflets.checks.rule import NOTE, POSSIBLE, check, example
from leaflets.checks.subject import Translation

DATE = re.compile(r"(?<![\d/.])\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{4}(?!\d)")


@check(
    since="0.1",
    severity=NOTE,
    certainty=POSSIBLE,
    help="write the month as a word",
    good=(example("Pisano u novembru 2026.", "Written in November 2026."),),
    bad=(example("Pisano 03.11.2026.", "Written on 3 November 2026."),),
)
def date_format(text: Translation) -> Iterator[Finding]:
    """A date is typed in figures.

    03.11. is the third of November here and the eleventh of March elsewhere; a month in words is clear
    to everybody."""
    if text.chars.isdisjoint(DIGITS):
        return
    for match in DATE.finditer(ascii_digits(text.text)):
        yield Finding(f"the date {match[0]} is typed in figures", match.span())
