"""The largest type scale at which everything fits: a grid, searched by halves and checked above."""

from collections.abc import Callable
from functools import cache

STEP = 0.05
"""Points between two scales of the grid."""

ABOVE = 4
"""Steps above the found one that are tried too: fitting is not strictly monotone."""


def best_scale(fits: Callable[[float], bool], *, limits: tuple[float, float]) -> tuple[float, bool]:
    """(scale in points, whether it fits). Where nothing fits, the smallest scale."""
    least, most = limits
    steps = round((most - least) / STEP)

    def at(step: int) -> float:
        return round(least + step * STEP, 4)

    @cache
    def holds(step: int) -> bool:
        return fits(at(step))

    if not holds(0):
        found = next((step for step in range(1, min(ABOVE, steps) + 1) if holds(step)), None)
        return (at(0), False) if found is None else (at(found), True)
    low, high = 0, steps + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    step = low
    while True:
        tries = range(step + 1, min(step + ABOVE, steps) + 1)
        higher = max((other for other in tries if holds(other)), default=None)
        if higher is None:
            return at(step), True
        step = higher
