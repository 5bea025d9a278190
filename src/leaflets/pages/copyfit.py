"""The largest type scale at which everything fits: a grid, parted again and again, and checked above."""

from collections.abc import Callable
from functools import cache

STEP = 0.05
"""Points between two scales of the grid."""

ABOVE = 4
"""Steps above the found one that are tried too: fitting is not strictly monotone."""


SHARE = 0.6
"""Where the grid is parted: what does not fit is known from one flow, what fits only from all of them."""


def best_scale(fits: Callable[[float], bool], *, limits: tuple[float, float]) -> tuple[float, bool]:
    """(scale in points, whether it fits). Where nothing fits, the smallest scale."""
    least, most = limits
    steps = round((most - least) / STEP)

    def at(step: int) -> float:
        return round(least + step * STEP, 4)

    @cache
    def holds(step: int) -> bool:
        return fits(at(step))

    step, high = -1, steps + 1
    while high - step > 1:
        middle = min(step + 1 + int((high - step - 1) * SHARE), high - 1)
        step, high = (middle, high) if holds(middle) else (step, middle)
    while True:
        tries = range(step + 1, min(step + ABOVE, steps) + 1)
        higher = max((other for other in tries if holds(other)), default=None)
        if higher is None:
            return at(max(step, 0)), step >= 0
        step = higher
