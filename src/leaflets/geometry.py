"""Lengths, rectangles and paths: points (1/72 inch), y upwards, as in PDF."""

import re
from collections.abc import Sequence
from typing import Literal, overload

from leaflets.frozen import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""

UNITS = {"pt": 1.0, "mm": MM, "cm": 10 * MM, "in": 72.0}

LENGTH = re.compile(rf"([0-9]+(?:\.[0-9]+)?) ?({'|'.join(UNITS)})")


def points_of(text: str) -> float | None:
    """Of a length such as `3mm`; None if it is none."""
    found = LENGTH.fullmatch(text)
    return float(found[1]) * UNITS[found[2]] if found else None


@dataclass(frozen=True, slots=True)
class Length:
    """A length that grows with the type scale: `em` root ems plus `pt` points.

    Copyfit changes the size of the root em only, so that everything given in em scales and what is
    given in mm does not; every computed style is linear in the scale.
    """

    em: float = 0.0
    pt: float = 0.0

    def at(self, scale: float) -> float:
        """Points, at a root em of `scale` points."""
        return self.em * scale + self.pt

    def times(self, factor: float) -> "Length":
        return Length(self.em * factor, self.pt * factor)

    def plus(self, other: "Length") -> "Length":
        return Length(self.em + other.em, self.pt + other.pt)

    def larger(self, other: "Length") -> "Length | None":
        """The one that is not the smaller at any scale; None if that depends on it."""
        if self.em >= other.em and self.pt >= other.pt:
            return self
        return other if other.em >= self.em and other.pt >= self.pt else None

    @property
    def is_zero(self) -> bool:
        return self.em == 0 and self.pt == 0


ZERO = Length()
EM = Length(1.0)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its lower left corner and size, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, margin: float) -> "Rect":
        return Rect(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)

    def mirrored(self, width: float) -> "Rect":
        """Seen from the other side of a page that is `width` wide."""
        return Rect(width - self.right, self.y, self.width, self.height)

    def within(self, other: "Rect") -> "Rect":
        """The part of it that is inside of the other."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, min(self.right, other.right) - x, min(self.top, other.top) - y)

    def contains(self, other: "Rect", *, tolerance: float = 0.01) -> bool:
        return (
            self.x <= other.x + tolerance
            and self.y <= other.y + tolerance
            and self.right >= other.right - tolerance
            and self.top >= other.top - tolerance
        )


Step = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]
"""One step of a path: move to (2 numbers), line to (2), cubic curve to (6), close (0)."""

Path = tuple[Step, ...]


Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: a point x, y comes to a x + c y + e, b x + d y + f (ISO 32000-1, 8.3.4)."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
"""Leaves all where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Sequence[Step]):
    """A drawing's path in units of its own, and where it stands: its steps are in points.

    They are worked out where somebody looks at them; files have the path as it is, and the matrix beside it.
    """

    own: Path
    matrix: Matrix

    def __len__(self) -> int:
        return len(self.own)

    @overload
    def __getitem__(self, index: int) -> Step: ...

    @overload
    def __getitem__(self, index: slice) -> Path: ...

    def __getitem__(self, index: int | slice) -> Step | Path:
        if isinstance(index, slice):
            return tuple(map(self._step, self.own[index]))
        return self._step(self.own[index])

    def _step(self, step: Step) -> Step:
        (kind, numbers), (a, b, c, d, e, f) = step, self.matrix
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return kind, tuple([v for x, y in pairs for v in (a * x + c * y + e, b * x + d * y + f)])
