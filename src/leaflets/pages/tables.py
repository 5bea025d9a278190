"""A table to the widths of its columns: as wide as their text wants, as narrow as their words let them."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from leaflets.pages.boxes import Box, GroupBox, TableBox, TextBox


def column_widths(box: TableBox, *, width: float, scale: float) -> tuple[float, ...]:
    """Points of each column, from the inline start; the same in all parts of a table.

    As CSS 2, 17.5.2.2: every column gets what its longest word needs, and a share of the rest in the
    measure of what its longest text would like.
    """
    if scale not in box.wishes:
        rows = (box.whole or box).rows
        box.wishes[scale] = tuple(_wish(cells, scale) for cells in _columns(rows))
    wishes = box.wishes[scale]
    least, most = [low for low, _high in wishes], [high for _low, high in wishes]
    spare, wanted = width - sum(least), sum(most) - sum(least)
    if wanted <= 0:
        return tuple(low + spare / len(least) for low in least)
    return tuple(low + spare * (high - low) / wanted for low, high in wishes)


def _columns(rows: Sequence[GroupBox]) -> Iterator[tuple[Box, ...]]:
    for cells in zip_longest(*(row.children for row in rows)):
        yield tuple(cell for cell in cells if cell is not None)


def _wish(cells: Sequence[Box], scale: float) -> tuple[float, float]:
    """Width of the longest word and of the longest text of a column, padding included."""
    found = [_extent(cell, scale) for cell in cells]
    return max(low for low, _high in found), max(high for _low, high in found)


def _extent(box: Box, scale: float) -> tuple[float, float]:
    if isinstance(box, TextBox):
        return _text_extent(box, scale)
    if not isinstance(box, GroupBox):
        return 0.0, 0.0
    padding = box.style.padding
    around = padding.inline_start.at(scale) + padding.inline_end.at(scale)
    inner = [_extent(child, scale) for child in box.children] or [(0.0, 0.0)]
    return max(low for low, _ in inner) + around, max(high for _, high in inner) + around


def _text_extent(box: TextBox, scale: float) -> tuple[float, float]:
    paragraph, size = box.paragraph, box.style.size.at(scale)
    start, longest, line, widest = 0, 0.0, 0, 0.0
    for end, visible, forced in zip(
        paragraph.breaks.ends, paragraph.breaks.visible, paragraph.breaks.forced, strict=True
    ):
        longest = max(longest, paragraph.offsets[visible] - paragraph.offsets[start])
        if forced:
            widest = max(widest, paragraph.offsets[visible] - paragraph.offsets[line])
            line = end
        start = end
    padding = box.style.padding
    around = padding.inline_start.at(scale) + padding.inline_end.at(scale)
    return longest * size + around, widest * size + around + 0.01
