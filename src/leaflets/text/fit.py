"""Line breaking over cumulative advances: first fit to measure, total fit to set.

Total fit minimises (number of lines, demerits) lexicographically, so that it never needs more lines
than first fit (after Knuth and Plass, Breaking Paragraphs into Lines, 1981).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from leaflets.text.breaks import Opportunities

EPSILON = 1e-6
"""Ems: sums of advances in two orders differ by less."""

LINE = 1e9
"""One more line outweighs all demerits of a paragraph."""

OVERFULL = 1e6
"""A line that is too wide, because one word is, outweighs all other demerits but no line."""

STRANDED = 2500.0
"""Demerits of a last line that holds one word."""


def first_fit(offsets: Sequence[float], breaks: Opportunities, width: float) -> int:
    """The number of lines if each takes as much as it can."""
    return len(first_fit_ends(offsets, breaks, width))


def first_fit_ends(offsets: Sequence[float], breaks: Opportunities, width: float) -> list[int]:
    """Indices of the opportunities at which those lines end."""
    found: list[int] = []
    for first, last in paragraphs(breaks):
        ends = [offsets[index] for index in breaks.visible[first : last + 1]]
        start = first
        while start <= last:
            left = offsets[breaks.ends[start - 1] if start else breaks.begin]
            reached = bisect_right(ends, left + width + EPSILON, start - first) + first
            start = max(reached, start + 1)
            found.append(start - 1)
    return found


def total_fit(offsets: Sequence[float], breaks: Opportunities, width: float) -> list[int]:
    """Indices of the chosen opportunities, the text's end included."""
    chosen: list[int] = []
    for first, last in paragraphs(breaks):
        chosen += _fit(offsets, breaks, width, first=first, last=last)
    return chosen


def paragraphs(breaks: Opportunities) -> Iterator[tuple[int, int]]:
    """Stretches of opportunities between forced line ends, as (first, last)."""
    first = 0
    for index, forced in enumerate(breaks.forced):
        if forced:
            yield first, index
            first = index + 1


def _fit(
    offsets: Sequence[float], breaks: Opportunities, width: float, *, first: int, last: int
) -> list[int]:
    """Dynamic programming over opportunities; best[j] is the least cost of lines up to the j-th."""
    begin = breaks.ends[first - 1] if first else breaks.begin
    starts = [offsets[begin], *(offsets[end] for end in breaks.ends[first : last + 1])]
    ends = [offsets[visible] for visible in breaks.visible[first : last + 1]]
    penalties = breaks.penalties[first : last + 1]
    count = last - first + 1
    best = [0.0] + [float("inf")] * count
    previous = [0] * (count + 1)
    active = 0
    for j in range(1, count + 1):
        end = ends[j - 1]
        while active < j - 1 and end - starts[active] > width + EPSILON:
            active += 1
        extra = penalties[j - 1] ** 2
        for i in range(active, j):
            cost = best[i] + LINE + extra + _demerits(end - starts[i], width, last=j == count, words=j - i)
            if cost < best[j]:
                best[j], previous[j] = cost, i
    return _trace(previous, count, offset=first)


def _demerits(natural: float, width: float, *, last: bool, words: int) -> float:
    """Ragged setting: the cube of the room that is left (The TeXbook, chapter 14), squared."""
    room = (width - natural) / width if width > 0 else -1.0
    if room < -EPSILON:
        return OVERFULL
    if last:
        return STRANDED if words == 1 else 0.0
    return (1 + 100 * max(room, 0.0) ** 3) ** 2


def _trace(previous: Sequence[int], count: int, *, offset: int) -> list[int]:
    found = []
    while count:
        found.append(count - 1 + offset)
        count = previous[count]
    return found[::-1]
