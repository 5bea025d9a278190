"""Spans to the text of a paragraph, with isolates around what keeps its order; and what stays on one line.

In right-to-left text the groups of a telephone number change places by UAX #9, and so do two names that a
number stands between. Translators type no controls: each stretch of the other direction gets one isolate
(LRI … PDI), inside of which it is as they read it from left to right.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from leaflets.frozen import dataclass
from leaflets.text import ucd
from leaflets.text.bidi_explicit import first_strong_level
from leaflets.text.line import Span
from leaflets.text.numbers import HINT, wholes
from leaflets.text.stretches import BARRIER, LTR, Stretch, names, stretches

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""Isolates (UAX #9, 2.4)."""

INITIATORS = (LRI, RLI, FSI)

RIGHTWARD, LEFTWARD = f"{RLI}\u202b\u202e", f"{LRI}\u202a\u202d"
"""What opens text from right to left, and from left to right."""
CLOSING = f"{PDI}\u202c"
CONTROL = re.compile(f"[{RIGHTWARD}{LEFTWARD}{FSI}{CLOSING}\u2028]")
"""What changes the direction, or ends a line (U+2028): no stretch goes on beyond it."""

STRONG_RTL = frozenset({"R", "AL"})

FAR = 1000
"""Characters after an FSI that are searched for the first strong one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Isolated:
    """The text of a paragraph with controls."""

    text: str
    owners: tuple[int, ...]
    """For each character, the index of its span."""
    added: frozenset[int]
    """Indices of controls that are not part of the message."""
    kept: tuple[Stretch, ...]
    """What never breaks."""


def isolated(spans: Sequence[Span], *, rtl: bool, numbers: Collection[str] = ()) -> Isolated:
    """`rtl` is the direction of the paragraph, `numbers` are telephone numbers as the project writes them."""
    text, owners, own, whole = _joined(spans)
    isolates, kept = _found(text, whole, rtl=rtl, numbers=numbers)
    kept = sorted([*kept, *whole])
    if not isolates:
        return Isolated(text=text, owners=tuple(owners), added=frozenset(own), kept=tuple(kept))
    begins, ends = [start for start, _end in isolates], [end for _start, end in isolates]
    new = [start + 2 * index for index, start in enumerate(begins)]
    new += [end + 2 * index + 1 for index, end in enumerate(ends)]
    return Isolated(
        text="".join(_inserted(text, isolates)),
        owners=_with_controls(owners, isolates),
        added=frozenset((*new, *[i + bisect_right(begins, i) + bisect_right(ends, i) for i in own])),
        kept=tuple([(_moved(a, begins, ends), _moved(b, begins, ends)) for a, b in kept]),
    )


def _joined(spans: Sequence[Span]) -> tuple[str, list[int], list[int], list[Stretch]]:
    """Text, owner of each character, indices of the spans' own controls, and what is kept whole."""
    if len(spans) == 1 and not (spans[0].before or spans[0].after or spans[0].keep):  # nearly all
        return spans[0].text, [0] * len(spans[0].text), [], []
    parts: list[str] = []
    owners: list[int] = []
    controls: list[int] = []
    whole: list[Stretch] = []
    for index, span in enumerate(spans):
        start = len(owners)
        parts += [span.before, span.text, span.after]
        owners += [index] * (len(span.before) + len(span.text) + len(span.after))
        controls += range(start, start + len(span.before))
        controls += range(len(owners) - len(span.after), len(owners))
        if span.keep:
            goes_on = index and spans[index - 1].keep and not (span.before or spans[index - 1].after)
            whole.append((whole.pop()[0] if goes_on else start, len(owners)))
    return "".join(parts), owners, controls, whole


def _found(
    text: str, whole: Sequence[Stretch], *, rtl: bool, numbers: Collection[str]
) -> tuple[list[Stretch], list[Stretch]]:
    """What gets an isolate, in order, and what is kept on one line; `whole` is not looked at."""
    if not (rtl and ucd.has_bidi_class(text, LTR)) and not HINT.search(text):
        return [], []
    isolates: list[Stretch] = []
    kept: list[Stretch] = []
    text = _without(text, whole)
    for start, end, rightward in _segments(text, rtl=rtl):
        part = text[start:end]
        found = [match.span() for match in wholes(part, known=numbers)]
        alone = stretches(part, found) if rightward else _against(part, found)
        short = [name for stretch in alone for name in names(part, stretch, found)] if rightward else []
        isolates += [(start + a, start + b) for a, b in alone]
        kept += [(start + a, start + b) for a, b in (*found, *short)]
    return isolates, kept


def _without(text: str, whole: Sequence[Stretch]) -> str:
    parts, done = [], 0
    for start, end in whole:
        parts += [text[done:start], BARRIER * (end - start)]
        done = end
    return "".join((*parts, text[done:]))


def _segments(text: str, *, rtl: bool) -> Iterator[tuple[int, int, bool]]:
    """Start, end and direction of what stands between controls and barriers."""
    directions, start = [rtl], 0
    for match in CONTROL.finditer(text):
        place, control = match.start(), match[0]
        if start < place:
            yield start, place, directions[-1]
        if control in RIGHTWARD or control in LEFTWARD:
            directions.append(control in RIGHTWARD)
        elif control == FSI:
            inside = text[place + 1 : place + FAR].partition(PDI)[0]
            directions.append(first_strong_level(map(ucd.bidi_class, inside)) == 1)
        elif control in CLOSING and len(directions) > 1:
            directions.pop()
        start = match.end()
    if start < len(text):
        yield start, len(text), directions[-1]


def _against(text: str, found: Sequence[Stretch]) -> Sequence[Stretch]:
    """In left-to-right text numbers change their order only beside letters of the other direction."""
    return found if found and ucd.has_bidi_class(text, STRONG_RTL) else ()


def _inserted(text: str, isolates: Sequence[Stretch]) -> Iterator[str]:
    done = 0
    for start, end in isolates:
        yield from (text[done:start], LRI, text[start:end], PDI)
        done = end
    yield text[done:]


def _with_controls(owners: Sequence[int], isolates: Sequence[Stretch]) -> tuple[int, ...]:
    """A control belongs to the span of the character that it stands beside."""
    result: list[int] = []
    done = 0
    for start, end in isolates:
        result += (*owners[done:start], owners[start], *owners[start:end], owners[end - 1])
        done = end
    return (*result, *owners[done:])


def _moved(edge: int, begins: Sequence[int], ends: Sequence[int]) -> int:
    """An end of what is kept in the text with controls; those at its ends are inside of it."""
    return edge + bisect_left(begins, edge) + bisect_right(ends, edge)
