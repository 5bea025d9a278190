"""Crop, cut and fold marks in registration colour: outside of the bleed, or ticks within the margins."""

from collections.abc import Iterator, Sequence

from leaflets.color import Color
from leaflets.geometry import MM, Path, Rect
from leaflets.pages.page import Stroke

OFFSET, LENGTH, WEIGHT = 3.0, 15.0, 0.25
"""Points: from the bleed to the mark, its length and its width."""

DASH = (3.0, 2.0)
"""Points of line and gap of a fold mark."""

TICK = 3 * MM
"""Of a fold on an office printer's sheet, within its margin: text keeps further away from folds."""

CLEAR = 1.0
"""Points from the bleed of a sheet of cards to its cut marks, where the margin is small."""

CORNER = (0.4 * MM, 1.6 * MM)
"""From the corner of a card to the ends of its cut marks, in the gutter."""

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
    return (*map(_solid, crops), *map(_dashed, dashes))


def ticks(height: float, *, margin: float, folds: Sequence[float]) -> tuple[Stroke, ...]:
    """Folds on a sheet that is printed to its margin: dashed, at its upper and lower edge."""
    ends = _ends(margin, height - margin)
    return tuple(_dashed(_line((x, a), (x, b))) for x in folds for a, b in ends)


def cuts(cards: Sequence[Rect], *, bleed: Rect, paper: Rect) -> tuple[Stroke, ...]:
    """Where a press's sheet of cards is cut: in the margins of the paper, outside of the bleed."""
    xs = sorted({round(x, 4) for card in cards for x in (card.x, card.right)})
    ys = sorted({round(y, 4) for card in cards for y in (card.y, card.top)})
    upright = ((paper.y, bleed.y - CLEAR), (bleed.top + CLEAR, paper.top))
    level = ((paper.x, bleed.x - CLEAR), (bleed.right + CLEAR, paper.right))
    paths = [_line((x, max(a, b - LENGTH)), (x, min(b, a + LENGTH))) for x in xs for a, b in upright]
    paths += [_line((max(a, b - LENGTH), y), (min(b, a + LENGTH), y)) for y in ys for a, b in level]
    return tuple(map(_solid, paths))


def halvings(cards: Sequence[Rect], *, printed: Rect, folds: Sequence[float]) -> tuple[Stroke, ...]:
    """Where cards that touch are cut apart, and folded (x from the left of each): ticks at the edges."""
    xs = sorted({round(card.x, 4) for card in cards})[1:]
    ys = sorted({round(card.y, 4) for card in cards})[1:]
    upright, level = _ends(printed.y, printed.top), _ends(printed.x, printed.right)
    cut = [_line((x, a), (x, b)) for x in xs for a, b in upright]
    cut += [_line((a, y), (b, y)) for y in ys for a, b in level]
    bent = [_line((card.x + x, a), (card.x + x, b)) for card in cards for x in folds for a, b in upright]
    return (*map(_solid, cut), *map(_dashed, dict.fromkeys(bent)))


def _ends(low: float, high: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (low, low + TICK), (high - TICK, high)


def corners(cards: Sequence[Rect]) -> tuple[Stroke, ...]:
    """Cut marks at the corners of cards, in the gutters around them."""
    return tuple(_solid(path) for card in cards for path in _corner_lines(card))


def gutter_folds(cards: Sequence[Rect], folds: Sequence[float]) -> tuple[Stroke, ...]:
    """Folds of cards (x from the left of each), dashed, in the gutters above and below."""
    return tuple(
        _dashed(_line((card.x + fold, y + near), (card.x + fold, y + far)))
        for card in cards
        for fold in folds
        for y, near, far in ((card.top, *CORNER), (card.y, -CORNER[1], -CORNER[0]))
    )


def gutter_folds_across(cards: Sequence[Rect], folds: Sequence[float]) -> tuple[Stroke, ...]:
    """Folds that lie level (y from the foot of each), dashed, in the gutters at both sides."""
    return tuple(
        _dashed(_line((x + near, card.y + fold), (x + far, card.y + fold)))
        for card in cards
        for fold in folds
        for x, near, far in ((card.right, *CORNER), (card.x, -CORNER[1], -CORNER[0]))
    )


def _corner_lines(card: Rect) -> Iterator[Path]:
    near, far = CORNER
    for x, dx in ((card.x, -1), (card.right, 1)):
        for y, dy in ((card.y, -1), (card.top, 1)):
            yield _line((x + dx * near, y), (x + dx * far, y))
            yield _line((x, y + dy * near), (x, y + dy * far))


def _solid(path: Path) -> Stroke:
    return Stroke(path=path, color=REGISTRATION, width=WEIGHT)


def _dashed(path: Path) -> Stroke:
    return Stroke(path=path, color=REGISTRATION, width=WEIGHT, dash=DASH)


def _line(start: tuple[float, float], end: tuple[float, float]) -> Path:
    return (("M", start), ("L", end))
