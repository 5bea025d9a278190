"""The largest type scale at which everything fits: a grid, parted again and again, and checked above."""

from collections.abc import Callable, Sequence
from functools import cache

STEP = 0.05
"""Points between two scales of the grid."""

ABOVE = 4
"""Steps above the found one that are tried too: fitting is not strictly monotone."""

SHARE = 0.6
"""Where the grid is parted: most leaflets end above its middle."""

Condition = Callable[[float], bool]
"""Whether a flow, or what stands in none, fits at a scale."""


def best_scale(conditions: Sequence[Condition], *, limits: tuple[float, float]) -> tuple[float, bool]:
    """(scale in points, whether all conditions hold). Where they never do, the smallest scale.

    The condition that failed last is the tightest one: the others are asked only where it holds last.
    """
    least, most = limits
    steps = round((most - least) / STEP)
    grid = _Grid(conditions, least=least)
    step = _last(grid.may_hold, below=steps + 1)
    while step >= 0 and not grid.holds(step):
        step = _last(grid.may_hold, below=step)
    while True:
        tries = range(step + 1, min(step + ABOVE, steps) + 1)
        higher = max((other for other in tries if grid.holds(other)), default=None)
        if higher is None:
            return grid.at(max(step, 0)), step >= 0
        step = higher


class _Grid:
    """Conditions at the steps of a grid of scales, each asked once a step."""

    def __init__(self, conditions: Sequence[Condition], *, least: float) -> None:
        self._least = least
        self._order = [self._cached(condition) for condition in conditions]
        self._has_failed = False

    def _cached(self, condition: Condition) -> Callable[[int], bool]:
        return cache(lambda step: condition(self.at(step)))

    def at(self, step: int) -> float:
        return round(self._least + step * STEP, 4)

    def holds(self, step: int) -> bool:
        """Whether all do; the first that does not is asked first from then on."""
        for index, condition in enumerate(self._order):
            if not condition(step):
                self._order.insert(0, self._order.pop(index))
                self._has_failed = True
                return False
        return True

    def may_hold(self, step: int) -> bool:
        """Whether the tightest does, as soon as it is known which that is."""
        return self._order[0](step) if self._has_failed else self.holds(step)


def _last(holds: Callable[[int], bool], *, below: int) -> int:
    """The last step at which it holds, as far as it holds at all steps before; -1 if at none."""
    low, high = -1, below
    while high - low > 1:
        middle = min(low + 1 + int((high - low - 1) * SHARE), high - 1)
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
