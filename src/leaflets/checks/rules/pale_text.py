"""Pages -> findings: text that hardly differs from what is behind it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import Typeset
from leaflets.color import WHITE, Color, contrast, naive_screen
from leaflets.geometry import Rect
from leaflets.pages.page import Fill, Glyphs, Page

LEAST, LEAST_OF_LARGE = 4.5, 3.0
"""Contrasts of text (WCAG 2.2, success criterion 1.4.3)."""
LARGE = 18.0
"""Points."""

Ground = tuple[Rect, Color]


@check(
    since="0.1",
    severity=WARNING,
    help="use a darker colour for the text, or a paler one behind it",
    good=(
        Example(source="Call us.", text="Pozovite nas.", layout="<p>{% trans %}Call us.{% endtrans %}</p>"),
    ),
)
def pale_text(typeset: Typeset) -> Iterator[Finding]:
    """Text hardly differs from what is behind it, on screens or in print.

    It is read in bad light, by tired eyes, from an old telephone: 4.5 to 1 is the least, 3 to 1 for type of
    18 points and more (WCAG 2.2). Drawings are not measured, only even grounds."""
    told: set[tuple[str, str]] = set()
    for page in typeset.pages.pages:
        for text, ground, found in _pale(page):
            key = (text.run.color.name, ground.name)
            if text.source >= 0 and key not in told:
                told.add(key)
                yield Finding(
                    f'text in the colour "{key[0]}" on "{key[1]}" has a contrast of {found:.1f} to 1',
                    place=typeset.pages.sources[text.source].origin.place,
                )


def _pale(page: Page) -> Iterator[tuple[Glyphs, Color, float]]:
    """Texts, what is behind each, and how much they differ."""
    grounds: list[Ground] = [(Rect(0, 0, page.width, page.height), WHITE)]
    fills = (item for item in page.background if isinstance(item, Fill))
    grounds += [(box, fill.color) for fill in fills if (box := _box(fill))]
    for item in page.items:
        if isinstance(item, Fill) and (box := _box(item)):
            grounds.append((box, item.color))
        elif isinstance(item, Glyphs) and item.run.text.strip():
            ground = _behind(item, grounds)
            differ = _contrast(item.run.color, ground)
            if differ < (LEAST_OF_LARGE if item.size * item.run.size >= LARGE else LEAST):
                yield item, ground, differ


def _box(fill: Fill) -> Rect | None:
    """Of a rectangle with even colour; drawings have other shapes."""
    if len(fill.path) != 5:
        return None
    points = [step[1] for step in fill.path[:4]]
    xs, ys = {point[0] for point in points}, {point[1] for point in points}
    if len(xs) != 2 or len(ys) != 2:
        return None
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _behind(item: Glyphs, grounds: Sequence[Ground]) -> Color:
    """The uppermost ground at the first letter."""
    x, y = item.x, item.y + 0.3 * item.size
    above = (c for box, c in reversed(grounds) if box.x <= x <= box.right and box.y <= y <= box.top)
    return next(above, WHITE)


@lru_cache(maxsize=256)
def _contrast(text: Color, ground: Color) -> float:
    """The smaller one of screens and of print."""
    printed = contrast(naive_screen(text.print), naive_screen(ground.print))
    return min(contrast(text.screen, ground.screen), printed)
