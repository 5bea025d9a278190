"""A text -> findings: groups that change places among words from right to left."""

import re
from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation
from leaflets.text.bidi import resolve_levels, visual_order

RUN = re.compile(r"\+?[0-9A-Za-z](?:[0-9A-Za-z]|[ !-/:;=?@_\u00a0\u2010-\u2015]+(?=[0-9A-Za-z]))*%?")
ISOLATES = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="let the layout give the number or address, or put U+2066 in front of it and U+2069 behind it",
    good=(
        example("لديك 30 يومًا", "You have 30 days", "ar"),
        example("اتصل على \u2066011 785 00 00\u2069", "Call 011 785 00 00", "ar", note="isolated"),
        example("اتصل بـ Council of Europe", "Call Council of Europe", "ar"),
    ),
    bad=(
        example("اتصل على 011 785 00 00", "Call 011 785 00 00", "ar", note="prints as 00 00 785 011"),
        example("بين 8-16", "Between 8 and 16", "ar"),
    ),
)
def bidi_ltr_run(text: Translation) -> Iterator[Finding]:
    """A number, address or name would be printed with its groups in another order.

    Among words from right to left the groups of 011 785 00 00 change places: the reader dials another
    number. Whether they do is worked out by the Unicode Bidirectional Algorithm (UAX #9)."""
    if not text.language.is_rtl or text.text.isascii():
        return
    runs = [match for match in RUN.finditer(text.text) if not match[0].isalnum()]
    if not runs:
        return
    kept = [match.span() for match in ISOLATES.finditer(text.text)]
    order = _places(text.text)
    for run in runs:
        places = order[run.start() : run.end()]
        inside = any(start <= run.start() and run.end() <= end for start, end in kept)
        if places != list(range(places[0], places[0] + len(places))) and not inside:
            yield Finding(f'the parts of "{run[0]}" change places', run.span())


def _places(text: str) -> list[int]:
    """Where each character stands from the left."""
    order = visual_order(resolve_levels(text, base=1))
    places = [0] * len(text)
    for place, index in enumerate(order):
        places[index] = place
    return places
