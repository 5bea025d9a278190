"""The largest type scale at which everything fits: a grid, searched by what is full, and checked above."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from math import inf
from typing import Protocol

from leaflets.frozen import dataclass

STEP = 0.05
"""Points between two scales of the grid."""

ABOVE = 4
"""Steps above the found one that are tried too: fitting is not strictly monotone."""

SHARE = 0.6
"""Where the grid is parted as long as nothing is known: most leaflets end above its middle."""

GROWTH = 1.4
"""Height is about that power of the scale: of text it is the square, of gaps and labels the scale itself."""

GUESSES = 6
"""So often is it guessed how far type may grow; then the steps that are left are parted in the middle."""


class Trial(Protocol):
    """What came of trying a scale."""

    @property
    def fits(self) -> bool: ...

    @property
    def share(self) -> float:
        """Of its room that is used, about; 0 where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A trial that tells no more than whether it fits."""

    fits: bool
    share: float = 0.0


FAILED = Verdict(fits=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A flow, or what stands in none, to be tried at scales."""

    tried: Callable[[float], Trial]
    is_steady: Callable[[], bool] = lambda: False
    """Whether what does not fit at a scale fits at no larger one: then those are not tried."""


def best_scale(conditions: Sequence[Condition], *, limits: tuple[float, float]) -> tuple[float, bool]:
    """(scale in points, whether all conditions hold). Where they never do, the smallest scale.

    All hold at it, and some fails at each of the `ABOVE` steps above it. Where fitting is not monotone,
    there may be several such scales: which of them is found depends on the conditions only.
    """
    grid = _Grid(conditions, limits=limits)
    step = grid.last(below=grid.steps + 1)
    while step >= 0 and not grid.holds(step):
        step = grid.last(below=step)
    while True:
        tries = range(step + 1, min(step + ABOVE, grid.steps) + 1)
        higher = max((other for other in tries if grid.holds(other)), default=None)
        if higher is None:
            return grid.at(max(step, 0)), step >= 0
        step = higher


class _Grid:
    """Conditions at the steps of a grid of scales; the tightest that is known is the first to be asked."""

    def __init__(self, conditions: Sequence[Condition], *, limits: tuple[float, float]) -> None:
        self._least, most = limits
        self.steps = round((most - self._least) / STEP)
        self._order = [_Asked(condition, at=self.at) for condition in conditions]
        self._shares: dict[int, float] = {}

    def at(self, step: int) -> float:
        return round(self._least + step * STEP, 4)

    def holds(self, step: int) -> bool:
        """Whether all do; the first that does not is the tightest from then on."""
        for index, asked in enumerate(self._order):
            trial = asked.at(step)
            if not trial.fits:
                self._order.insert(0, self._order.pop(index))
                self._shares[step] = trial.share
                return False
        return True

    def last(self, *, below: int) -> int:
        """The last step at which the tightest holds, as far as it does at all before; -1 if at none."""
        low, step, high = -1, below, below
        for guesses in count():
            if high - low <= 1:
                break
            step = (low + high) // 2 if guesses >= GUESSES else self._guess(step, low=low, high=high)
            low, high = (step, high) if self._may_hold(step) else (low, step)
        return low

    def _may_hold(self, step: int) -> bool:
        """Whether the tightest does; before any is known, all are asked and the fullest is taken for it."""
        if not self._shares:
            fits = self.holds(step)
            if fits:
                self._order.sort(key=lambda asked: -asked.at(step).share)
        trial = self._order[0].at(step)
        self._shares[step] = trial.share
        return trial.fits

    def _guess(self, step: int, *, low: int, high: int) -> int:
        """A step between two others: where what used that share of its room at `step` should just fill it."""
        share = self._shares.get(step, 0.0)
        if share <= 0:
            return min(low + 1 + int((high - low - 1) * SHARE), high - 1)
        aim = int((self.at(step) * share ** (-1 / GROWTH) - self._least) / STEP)
        return min(max(aim, low + 1), high - 1)


class _Asked:
    """A condition at steps, each tried once; a steady one never above a step at which it failed."""

    def __init__(self, condition: Condition, *, at: Callable[[int], float]) -> None:
        self._tried = cache(lambda step: condition.tried(at(step)))
        self._is_steady = cache(condition.is_steady)
        self._failed = inf

    def at(self, step: int) -> Trial:
        if step > self._failed and self._is_steady():
            return FAILED
        trial = self._tried(step)
        if not trial.fits:
            self._failed = min(step, self._failed)
        return trial
