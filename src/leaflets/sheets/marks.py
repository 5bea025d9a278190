"""Crop and fold marks: outside of the bleed, in registration colour."""

from collections.abc import Sequence

from leaflets.color import Color
from leaflets.geometry import Path
from leaflets.pages.page import Stroke

OFFSET, LENGTH, WEIGHT = 3.0, 15.0, 0.25
"""Points: from the bleed to the mark, its length and its width."""

REGISTRATION = Color(name="registration", screen=(0.0, 0.0, 0.0), print=(1.0, 1.0, 1.0, 1.0))
"""Stands for the separation All; only marks have it."""


def marks(width: float, height: float, *, bleed: float, folds: Sequence[float]) -> tuple[Stroke, ...]:
    """Solid crop marks at the corners of the trim, dashed ones at the folds (x of each)."""
    near, far = bleed + OFFSET, bleed + OFFSET + LENGTH
    vertical = ((-far, -near), (height + near, height + far))
    horizontal = ((-far, -near), (width + near, width + far))
    crops = [_line((x, a), (x, b)) for x in (0.0, width) for a, b in vertical]
    crops += [_line((a, y), (b, y)) for y in (0.0, height) for a, b in horizontal]
    dashes = [_line((x, a), (x, b)) for x in folds for a, b in vertical]
    return (
        *(Stroke(path=path, color=REGISTRATION, width=WEIGHT) for path in crops),
        *(Stroke(path=path, color=REGISTRATION, width=WEIGHT, dash=(3.0, 2.0)) for path in dashes),
    )


def _line(start: tuple[float, float], end: tuple[float, float]) -> Path:
    return (("M", start), ("L", end))
