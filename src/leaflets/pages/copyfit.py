"""The largest type scale at which everything fits: a grid, searched by what is full, and checked above."""

from collections.abc import Callable, Sequence
from functools import cache
from math import inf
from typing import Protocol

from leaflets.frozen import dataclass

STEP = 0.05
"""Points between two scales of the grid."""

ABOVE = 2
"""Steps above the found one that fail as well: fitting is not strictly monotone. Nearly strictly: of 985
layouts none fitted again in the eight steps above."""

SHARE = 0.6
"""Where the grid is parted as long as nothing is known: most leaflets end above its middle."""

GROWTH = 1.2
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
    step = grid.last()
    while True:
        tries = range(step + 1, min(step + ABOVE, grid.steps) + 1)
        higher = max((other for other in tries if grid.holds(other)), default=None)
        if higher is None:
            return grid.at(max(step, 0)), step >= 0
        step = higher


class _Grid:
    """Conditions at the steps of a grid of scales; the one that failed last is the first to be asked."""

    def __init__(self, conditions: Sequence[Condition], *, limits: tuple[float, float]) -> None:
        self._least, most = limits
        self.steps = round((most - self._least) / STEP)
        self._order = [_Asked(condition, at=self.at) for condition in conditions]

    def at(self, step: int) -> float:
        return round(self._least + step * STEP, 4)

    def holds(self, step: int) -> bool:
        """Whether all do."""
        return all(self._holds(asked, step) for asked in tuple(self._order))

    def last(self) -> int:
        """The last step at which all hold, as far as each of them does at all before; -1 if at none.

        One after the other is narrowed down: the one that should be the first to fail. Then all are asked.
        """
        high = self.steps + 1
        start = min(int(high * SHARE), self.steps)
        if not self.holds(start):
            high = start
        while high > 0:
            known = [asked for asked in self._order if asked.trials and asked.low < high - 1]
            if known:
                tightest = min(known, key=_Asked.limit)
                step = tightest.guess(high)
                high = high if self._holds(tightest, step) else step
            elif self.holds(high - 1):
                break
            else:
                high -= 1
        return high - 1

    def _holds(self, asked: "_Asked", step: int) -> bool:
        fits = asked.at(step).fits
        if not fits:
            self._order.remove(asked)
            self._order.insert(0, asked)
        return fits


class _Asked:
    """A condition at steps, each tried once; a steady one never above a step at which it failed."""

    def __init__(self, condition: Condition, *, at: Callable[[int], float]) -> None:
        self._tried, self._is_steady, self._scale = condition.tried, cache(condition.is_steady), at
        self.trials: dict[int, Trial] = {}
        self.low, self._failed = -1, inf
        """The last step at which it holds, below all at which it fails; and the first of those."""

    def at(self, step: int) -> Trial:
        if step in self.trials:
            return self.trials[step]
        if step > self._failed and self._is_steady():
            return FAILED
        trial = self.trials[step] = self._tried(self._scale(step))
        if not trial.fits:
            self._failed = min(step, self._failed)
        held = (other for other, tried in self.trials.items() if tried.fits and other < self._failed)
        self.low = max(held, default=-1)
        return trial

    def limit(self) -> float:
        """The step at which it should just fill its room, by what it used of it when it was last tried."""
        step, trial = next(reversed(self.trials.items()))
        if trial.share <= 0:
            return inf if trial.fits else step * SHARE
        scale = self._scale(step) * float(trial.share ** (-1 / GROWTH))
        return (scale - self._scale(0)) / STEP

    def guess(self, high: int) -> int:
        """A step between the one at which it holds and `high`: in the middle, if it failed there itself."""
        if (self.low >= 0 and self._failed <= high) or len(self.trials) > GUESSES:
            return (self.low + high) // 2
        return int(min(max(self.limit(), self.low + 1), high - 1))
