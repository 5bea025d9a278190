"""A family and one that the toolkit ships for its script -> the factors with which the two look alike."""

from collections.abc import Sequence
from math import ceil
from statistics import median

from leaflets.fonts.face import Face
from leaflets.fonts.metrics import ink_box
from leaflets.fonts.survey import letters_of

STEP = 0.05
SAMPLE = 300
"""Letters that are measured at most."""


def factors(face: Face, *, shipped: Face, script: str) -> tuple[float, float]:
    """`size` and `leading` of fonts.toml, by the letters that both faces have; if none, by their lines."""
    common = letters_of(face.code_points & shipped.code_points, of=script)
    letters = common[:: max(1, len(common) // SAMPLE)]
    if not letters:
        return 1.0, _leading(shipped.leading * _line(face, ()) / _line(shipped, ()))
    size = shipped.size * median(tops(shipped, letters)) / (median(tops(face, letters)) or 1)
    size = round(min(max(size, 0.5), 2.0) / STEP) * STEP
    taller = max(of(face, letters) / of(shipped, letters) for of in (_ink, _line))
    return round(size, 2), _leading(shipped.leading * taller * size / shipped.size)


def _leading(needed: float) -> float:
    """To the next step, and never less than that of Noto Sans."""
    return round(max(1.0, ceil(needed / STEP - 0.2) * STEP), 2)


def tops(face: Face, letters: Sequence[int]) -> list[float]:
    """How far each letter reaches up, in em of the face."""
    return [box[3] / face.upem for box in _boxes(face, letters)]


def _boxes(face: Face, letters: Sequence[int]) -> list[tuple[int, int, int, int]]:
    return [ink_box(face, face.nominal_glyph(chr(letter)) or 0) for letter in letters]


def _ink(face: Face, letters: Sequence[int]) -> float:
    """From the deepest to the highest of the letters, in em of the face."""
    boxes = _boxes(face, letters)
    return (max(box[3] for box in boxes) - min(box[1] for box in boxes)) / face.upem or 1.0


def _line(face: Face, _letters: Sequence[int]) -> float:
    """The line that its maker thought of: nastaliq is deeper than any of its letters alone."""
    return (face.ascent - face.descent) / face.upem or 1.0
