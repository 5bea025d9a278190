"""Line breaking over cumulative advances: first fit to measure, total fit to set.

Total fit minimises (number of lines, demerits) lexicographically, so that it never needs more lines
than first fit (after Knuth and Plass, Breaking Paragraphs into Lines, 1981).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import not_, sub

from leaflets.frozen import dataclass
from leaflets.text.breaks import Opportunities

EPSILON = 1e-6
"""Ems: sums of advances in two orders differ by less."""

INFINITE = float("inf")

OVERFULL = 1e6
"""A line that is too wide, because one word is, outweighs all other demerits."""

STRANDED = 2500.0
"""Demerits of a last line that holds one word."""

TWICE = 400.0
"""Demerits of a hyphen at the ends of two lines in a row; a line is never spent to avoid it."""

JUSTIFIED = 3.0
"""Room hurts so much more where it is shared out between the words of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Opportunities in ems from the start of the text: parallel tuples."""

    befores: tuple[float, ...]
    """Where a line begins: the first one, and after each opportunity; one more element than the others."""
    ends: tuple[float, ...]
    """Where the line ends, with its hyphen and without what hangs beyond it."""
    reach: tuple[float, ...]
    """The least of this and all later ends up to a forced one: what has to fit for any of them to fit."""
    penalties: tuple[float, ...]
    stretches: tuple[tuple[int, int], ...]
    """First and last opportunity of each part between forced line ends."""
    hyphens: tuple[bool, ...]
    words: tuple[int, ...]
    """How many opportunities that divide no word there are up to each."""
    widest: float
    """Ems of the widest stretch that holds no opportunity."""


def measured(
    breaks: Opportunities, offsets: Sequence[float], extra: Sequence[float], again: Sequence[float] = ()
) -> Measured:
    """`extra` is what a line that ends there is wider, or narrower, than its text; `again` is the width of
    the hyphens that lines begin with once more, parallel to `befores`, if there is any."""
    befores = (offsets[breaks.begin], *map(offsets.__getitem__, breaks.ends))
    if again:
        befores = tuple([before - width for before, width in zip(befores, again, strict=True)])
    ends = tuple([offsets[end] + more for end, more in zip(breaks.visible, extra, strict=True)])
    return Measured(
        befores=befores,
        ends=ends,
        reach=_reach(ends, breaks.forced),
        penalties=breaks.penalties,
        stretches=tuple(_stretches(breaks.forced)),
        hyphens=breaks.hyphens,
        words=tuple(accumulate(map(not_, breaks.hyphens))),
        widest=max(map(sub, ends, befores), default=0.0),
    )


def _reach(ends: Sequence[float], forced: Sequence[bool]) -> tuple[float, ...]:
    """A hyphen may make a line wider than the next opportunity would: so ends alone do not rise."""
    found: list[float] = []
    for first, last in _stretches(forced):
        found += [*accumulate(ends[last : first - 1 if first else None : -1], min)][::-1]
    return tuple(found)


def first_fit(lines: Measured, width: float) -> list[int]:
    """Indices of the opportunities at which lines end, if each takes as much as it can."""
    found: list[int] = []
    room = width + EPSILON
    for first, last in lines.stretches:
        start = first
        while start <= last:
            start = max(bisect_right(lines.reach, lines.befores[start] + room, start, last + 1), start + 1)
            found.append(start - 1)
    return found


def total_fit(lines: Measured, width: float, *, justified: bool = False, balanced: bool = False) -> list[int]:
    """Indices of the chosen opportunities, the text's end included.

    `balanced`: room on the last line hurts as on any other, so that all are about as long (CSS Text 4,
    text-wrap: balance).
    """
    chosen: list[int] = []
    for first, last in lines.stretches:
        if lines.ends[last] - lines.befores[first] <= width + EPSILON:
            chosen.append(last)
        else:
            strain = JUSTIFIED if justified else 1.0
            chosen += _fit(lines, width, first=first, last=last, strain=strain, balanced=balanced)
    return chosen


def _stretches(forced: Sequence[bool]) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(forced):
        last = forced.index(True, first)
        yield first, last
        first = last + 1


def _fit(lines: Measured, width: float, *, first: int, last: int, strain: float, balanced: bool) -> list[int]:
    """Dynamic programming, line by line, over the places where each line may end.

    Place p is before the line that follows p opportunities. As no line more than needed is spent, line k
    ends between `windows[k]`: few places, of which each remembers the cheapest way to it.
    """
    room = width + EPSILON
    free = last + 1 if balanced else last  # the place after which the room of a line is free
    low, costs = first, [0.0]
    trail: list[tuple[int, list[int]]] = []
    for earliest, latest in _windows(lines, room, first=first, last=last):
        ways = [
            _cheapest(lines, width, place, low=low, costs=costs, first=first, last=free, strain=strain)
            for place in range(earliest, latest + 1)
        ]
        trail.append((earliest, [before for _cost, before in ways]))
        low, costs = earliest, [cost for cost, _before in ways]
    return _trace(trail, last + 1)


def _windows(lines: Measured, room: float, *, first: int, last: int) -> list[tuple[int, int]]:
    """Of each line, the earliest end from which the rest can do with the lines left, and the latest."""
    latest = [first]
    while latest[-1] <= last:
        start = latest[-1]
        latest.append(max(bisect_right(lines.reach, lines.befores[start] + room, start, last + 1), start + 1))
    earliest = [last + 1]
    for _line in latest[2:]:
        place = earliest[-1]
        least = lines.reach[place - 1] - room
        earliest.append(min(bisect_left(lines.befores, least, first, place), place - 1))
    return list(zip(reversed(earliest), latest[1:], strict=True))


def _cheapest(
    lines: Measured,
    width: float,
    place: int,
    *,
    low: int,
    costs: Sequence[float],
    first: int,
    last: int,
    strain: float,
) -> tuple[float, int]:
    """The least cost of all lines up to `place`, and where the last of them begins; `costs` are of `low` on.

    Ragged setting: the cube of the room that is left (The TeXbook, chapter 14), squared. The room of a line
    that goes beyond `last` is free, but one word alone there, or a piece of one, is stranded.
    """
    befores, hyphens, words = lines.befores, lines.hyphens, lines.words
    end, room = lines.ends[place - 1], width + EPSILON
    stranded = words[place - 1] - 1 if place > last else -1
    factor = 100 ** (1 / 3) * strain / width if width > 0 else 0.0
    twice = TWICE if hyphens[place - 1] else 0.0
    best, found = INFINITE, low
    for before in range(low, min(low + len(costs), place)):
        free = room - end + befores[before]
        cost = costs[before - low]
        if cost >= best or (free < 0 and before < place - 1):
            continue
        if twice and before > first and hyphens[before - 1]:
            cost += twice
        if free < 0:
            cost += OVERFULL
        elif place > last:
            cost += STRANDED if (words[before - 1] if before else 0) >= stranded else 0.0
        else:
            cost += (1 + ((free - EPSILON) * factor) ** 3) ** 2
        if cost < best:
            best, found = cost, before
    return best + lines.penalties[place - 1] ** 2, found


def _trace(trail: Sequence[tuple[int, list[int]]], place: int) -> list[int]:
    found = []
    for earliest, befores in reversed(trail):
        found.append(place - 1)
        place = befores[place - earliest]
    return found[::-1]
