"""Line breaking over cumulative advances: first fit to measure, total fit to set.

Total fit minimises (number of lines, demerits) lexicographically, so that it never needs more lines
than first fit (after Knuth and Plass, Breaking Paragraphs into Lines, 1981).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from leaflets.frozen import dataclass
from leaflets.text.breaks import Opportunities

EPSILON = 1e-6
"""Ems: sums of advances in two orders differ by less."""

LINE = 1e9
"""One more line outweighs all demerits of a paragraph."""

OVERFULL = 1e6
"""A line that is too wide, because one word is, outweighs all other demerits but no line."""

STRANDED = 2500.0
"""Demerits of a last line that holds one word."""

TWICE = 400.0
"""Demerits of a hyphen at the ends of two lines in a row; a line is never spent to avoid it."""

JUSTIFIED = 3.0
"""Room hurts so much more where it is shared out between the words of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Opportunities in ems from the start of the text: parallel tuples."""

    begin: float
    """Where the first line begins."""
    starts: tuple[float, ...]
    """Where the next line begins."""
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


def measured(breaks: Opportunities, offsets: Sequence[float], extra: Sequence[float]) -> Measured:
    """`extra` is what a line that ends there is wider, or narrower, than its text."""
    starts = tuple([offsets[end] for end in breaks.ends])
    ends = tuple([offsets[end] + more for end, more in zip(breaks.visible, extra, strict=True)])
    begin = offsets[breaks.begin]
    befores = (begin, *starts)
    return Measured(
        begin=begin,
        starts=starts,
        ends=ends,
        reach=_reach(ends, breaks.forced),
        penalties=breaks.penalties,
        stretches=tuple(_stretches(breaks.forced)),
        hyphens=breaks.hyphens,
        words=tuple(accumulate([not hyphen for hyphen in breaks.hyphens])),
        widest=max([end - before for end, before in zip(ends, befores, strict=False)], default=0.0),
    )


def _reach(ends: Sequence[float], forced: Sequence[bool]) -> tuple[float, ...]:
    """A hyphen may make a line wider than the next opportunity would: so ends alone do not rise."""
    found: list[float] = []
    least = 0.0
    for end, stop in zip(reversed(ends), reversed(forced), strict=True):
        least = end if stop else min(least, end)
        found.append(least)
    return tuple(found[::-1])


def first_fit(lines: Measured, width: float) -> list[int]:
    """Indices of the opportunities at which lines end, if each takes as much as it can."""
    found: list[int] = []
    room = width + EPSILON
    for first, last in lines.stretches:
        start, left = first, lines.starts[first - 1] if first else lines.begin
        while start <= last:
            reached = bisect_right(lines.reach, left + room, start, last + 1)
            start = max(reached, start + 1)
            left = lines.starts[start - 1]
            found.append(start - 1)
    return found


def total_fit(lines: Measured, width: float, *, justified: bool = False) -> list[int]:
    """Indices of the chosen opportunities, the text's end included."""
    chosen: list[int] = []
    for first, last in lines.stretches:
        if lines.ends[last] - (lines.starts[first - 1] if first else lines.begin) <= width + EPSILON:
            chosen.append(last)
        else:
            chosen += _fit(lines, width, first=first, last=last, strain=JUSTIFIED if justified else 1.0)
    return chosen


def _stretches(forced: Sequence[bool]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, stop in enumerate(forced):
        if stop:
            yield first, index
            first = index + 1


def _fit(lines: Measured, width: float, *, first: int, last: int, strain: float) -> list[int]:
    """Dynamic programming over opportunities; best[j] is the least cost of lines up to the j-th."""
    starts = (lines.starts[first - 1] if first else lines.begin, *lines.starts[first : last + 1])
    words = (lines.words[first - 1] if first else 0, *lines.words[first : last + 1])
    hyphens = (False, *lines.hyphens[first : last + 1])
    count = last - first + 1
    best = [0.0] + [float("inf")] * count
    previous = [0] * (count + 1)
    active, room = 0, width + EPSILON
    for j in range(1, count + 1):
        end, reach = lines.ends[first + j - 1], lines.reach[first + j - 1]
        while active < j - 1 and reach - starts[active] > room:
            active += 1
        extra = LINE + lines.penalties[first + j - 1] ** 2
        twice = extra + TWICE if hyphens[j] else extra
        for i in range(active, j):
            natural = end - starts[i]
            if natural > room and i < j - 1:
                continue
            cost = best[i] + (twice if hyphens[i] else extra)
            if cost >= best[j]:
                continue
            if j == count:
                cost += _last_demerits(natural, room, words=words[j] - words[i])
            else:
                cost += demerits(natural, width, strain=strain)
            if cost < best[j]:
                best[j], previous[j] = cost, i
    return _trace(previous, count, offset=first)


def demerits(natural: float, width: float, *, strain: float = 1.0) -> float:
    """Ragged setting: the cube of the room that is left (The TeXbook, chapter 14), squared."""
    free = (width - natural) / width if width > 0 else -1.0
    if free < -EPSILON:
        return OVERFULL
    return (1 + 100 * (max(free, 0.0) * strain) ** 3) ** 2


def _last_demerits(natural: float, room: float, *, words: int) -> float:
    """The room of a last line is free, but one word alone, or a piece of one, is stranded."""
    if natural > room:
        return OVERFULL
    return STRANDED if words <= 1 else 0.0


def _trace(previous: Sequence[int], count: int, *, offset: int) -> list[int]:
    found = []
    while count:
        found.append(count - 1 + offset)
        count = previous[count]
    return found[::-1]
