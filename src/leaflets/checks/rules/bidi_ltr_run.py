"""A text -> findings: numbers and addresses whose parts change places, because of marks that stand within."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import POSSIBLE, WARNING, check, example
from leaflets.checks.subject import Translation
from leaflets.color import BLACK
from leaflets.text.bidi import resolve_levels, visual_order
from leaflets.text.isolates import isolated
from leaflets.text.itemize import CONTROLS
from leaflets.text.line import Span
from leaflets.text.numbers import wholes


@check(
    since="0.1",
    severity=WARNING,
    certainty=POSSIBLE,
    help="delete the invisible marks within it: numbers and addresses need none",
    good=(
        example("اتصل على 011 785 00 00", "Call 011 785 00 00", "ar"),
        example("بين 8-16", "Between 8 and 16", "ar", note="begins at the right"),
        example("اتصل على \u2066011 785 00 00\u2069", "Call 011 785 00 00", "ar", note="isolated"),
        example("اتصل على \u200e011 785 00 00", "Call 011 785 00 00", "ar", note="a mark before it"),
    ),
    bad=(
        example("اتصل على 011\u200f 785 00 00", "Call 011 785 00 00", "ar", note="prints as 785 00 00 011"),
        example("با +381 11 785\u200f 00 00", "Call +381 11 785 00 00", "fa"),
    ),
)
def bidi_ltr_run(text: Translation) -> Iterator[Finding]:
    """A number or address would be printed with its parts in another order.

    Numbers and addresses keep their order by themselves among words from right to left, as they are isolated
    when the text is set. A right-to-left mark that was typed within one takes it apart: the reader dials
    another number. Whether it does is worked out by the Unicode Bidirectional Algorithm (UAX #9)."""
    if not text.language.is_rtl or CONTROLS.isdisjoint(text.text):
        return
    visible = [index for index, character in enumerate(text.text) if character not in CONTROLS]
    places = _places(text.text)
    for match in wholes("".join([text.text[index] for index in visible])):
        indices = visible[match.start() : match.end()]
        order = [places[index] for index in indices]
        if order != sorted(order):
            yield Finding(f'the parts of "{match[0]}" change places', (indices[0], indices[-1] + 1))


def _places(text: str) -> list[int]:
    """Where each character stands from the left, as the text is set."""
    span = Span(text, families=(), weight=400, slant="normal", size=1.0, language="", color=BLACK)
    whole = isolated((span,), rtl=True)
    order = visual_order(resolve_levels(whole.text, base=1))
    places = dict(zip(order, range(len(order)), strict=True))
    return [places[index] for index in range(len(order)) if index not in whole.added]
