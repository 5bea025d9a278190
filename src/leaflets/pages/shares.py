"""Free lines to the paragraphs that may have them, in the measure of the lines that each has."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import heapify, heapreplace

MOST = 4
"""So many times its lines a paragraph may have at most: where there is more room, nobody needs it."""

Extra = Mapping[int, int]
"""Identity of a paragraph -> lines that it gets, or loses if that is less than nothing."""

Paragraphs = Sequence[tuple[int, int]]
"""Identity and lines of each."""


def shared(paragraphs: Paragraphs, *, holds: Callable[[Extra], bool]) -> Extra:
    """The most lines that can be shared out; where there are too many already, the fewest that must go."""
    if not paragraphs:
        return {}
    if holds({}):
        gains = tuple(_gains(paragraphs))
        return Counter(gains[: _last(lambda count: holds(Counter(gains[:count])), len(gains))])
    losses = tuple(_losses(paragraphs))
    kept = _last(lambda count: not holds(_less(losses[:count])), len(losses))
    return _less(losses[: kept + 1])


def _less(losses: Sequence[int]) -> Extra:
    return {one: -count for one, count in Counter(losses).items()}


def _last(holds: Callable[[int], bool], most: int) -> int:
    """The largest number up to `most` for which it holds, as it does for 0."""
    step = 1
    while step <= most and holds(step):
        step *= 2
    low, high = step // 2, min(step, most + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _gains(paragraphs: Paragraphs) -> Iterator[int]:
    """Whose turn it is to get a line: seats of a parliament are shared out so (the method of D'Hondt)."""
    heap = [(-float(lines), index, 1) for index, (_name, lines) in enumerate(paragraphs)]
    heapify(heap)
    for _ in range((MOST - 1) * sum(lines for _name, lines in paragraphs)):
        _share, index, got = heap[0]
        name, lines = paragraphs[index]
        heapreplace(heap, (-lines / (got + 1), index, got + 1))
        yield name


def _losses(paragraphs: Paragraphs) -> Iterator[int]:
    """Whose turn it is to lose a line: whoever has most; everybody keeps one."""
    heap = [(-lines, index) for index, (_name, lines) in enumerate(paragraphs)]
    heapify(heap)
    while heap[0][0] < -1:
        lines, index = heap[0]
        heapreplace(heap, (lines + 1, index))
        yield paragraphs[index][0]
