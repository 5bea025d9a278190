"""Spans to the text of a paragraph, with isolates around what keeps its order; and what stays on one line.

In right-to-left text the groups of a telephone number change places by UAX #9, and so do two names that a
number stands between. Translators type no controls: each stretch of the other direction gets one isolate
(LRI … PDI), inside of which it is as they read it from left to right.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from leaflets.frozen import dataclass
from leaflets.text import ucd
from leaflets.text.bidi_explicit import first_strong_level
from leaflets.text.line import Span
from leaflets.text.numbers import HINT, RANGED, wholes
from leaflets.text.stretches import BARRIER, LTR, Stretch, names, stretches

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""Isolates (UAX #9, 2.4)."""

INITIATORS = (LRI, RLI, FSI)

LRO, PDF = "\u202d", "\u202c"
"""Override and its end (UAX #9, 2.2)."""

RIGHTWARD, LEFTWARD = f"{RLI}\u202b\u202e", f"{LRI}\u202a{LRO}"
"""What opens text from right to left, and from left to right."""
CLOSING = f"{PDI}{PDF}"
CONTROL = re.compile(f"[{RIGHTWARD}{LEFTWARD}{FSI}{CLOSING}\u2028]")
"""What changes the direction, or ends a line (U+2028): no stretch goes on beyond it."""

RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Bidi classes beside which a number changes its order in left-to-right text."""

ARABIC_DIGIT = re.compile("[\u0660-\u0669]")

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
    inserts = list(_inserts(text, isolates))
    begins = [insert.place for insert in inserts if insert.opens for _control in insert.controls]
    ends = [insert.place for insert in inserts if not insert.opens for _control in insert.controls]
    old = [i + bisect_right(begins, i) + bisect_right(ends, i) for i in own]
    return Isolated(
        text=_with_controls(text, inserts),
        owners=tuple(_with_owners(owners, inserts)),
        added=frozenset((*_indices(inserts), *old)),
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
    mixed = not rtl and ucd.has_bidi_class(text, RIGHT_TO_LEFT)
    text = _without(text, whole)
    for start, end, rightward in _segments(text, rtl=rtl):
        part = text[start:end]
        found = [match.span() for match in wholes(part, known=numbers)]
        alone = stretches(part, found) if rightward else _beside(part, found, mixed=mixed)
        short = [name for stretch in alone for name in names(part, stretch, found)] if rightward else []
        isolates += [(start + a, start + b) for a, b in alone]
        kept += [(start + a, start + b) for a, b in (*found, *short)]
    return isolates, kept


def _beside(text: str, found: Sequence[Stretch], *, mixed: bool) -> list[Stretch]:
    """Numbers and ranges in left-to-right text that words from right to left may stand beside."""
    if not (mixed or ucd.has_bidi_class(text, RIGHT_TO_LEFT)):
        return []
    return sorted([*found, *[match.span() for match in RANGED.finditer(_without(text, found))]])


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


class Insert(NamedTuple):
    """Controls that stand before the character `place`."""

    place: int
    controls: str
    opens: bool


def _inserts(text: str, isolates: Sequence[Stretch]) -> Iterator[Insert]:
    """Arabic digits stand from right to left in isolates too (AN, N1), unless they are overridden."""
    for start, end in isolates:
        forced = bool(ARABIC_DIGIT.search(text, start, end))
        yield Insert(start, LRI + LRO * forced, opens=True)
        yield Insert(end, PDF * forced + PDI, opens=False)


def _with_controls(text: str, inserts: Sequence[Insert]) -> str:
    parts, done = [], 0
    for place, controls, _opens in inserts:
        parts += [text[done:place], controls]
        done = place
    return "".join((*parts, text[done:]))


def _with_owners(owners: Sequence[int], inserts: Sequence[Insert]) -> Iterator[int]:
    """A control belongs to the span of the character that it stands beside."""
    done = 0
    for place, controls, opens in inserts:
        yield from owners[done:place]
        yield from [owners[place if opens else place - 1]] * len(controls)
        done = place
    yield from owners[done:]


def _indices(inserts: Sequence[Insert]) -> Iterator[int]:
    before = 0
    for place, controls, _opens in inserts:
        yield from range(place + before, place + before + len(controls))
        before += len(controls)


def _moved(edge: int, begins: Sequence[int], ends: Sequence[int]) -> int:
    """An end of what is kept in the text with controls; those at its ends are inside of it."""
    return edge + bisect_left(begins, edge) + bisect_right(ends, edge)
