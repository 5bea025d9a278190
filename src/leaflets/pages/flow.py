"""Content through panels: which blocks stand in which panel at a scale, and what is left over."""

from collections.abc import Sequence
from dataclasses import dataclass

from leaflets.pages.boxes import Box, GroupBox
from leaflets.pages.measure import gap, height, is_floating, stack_height, width_in

TOLERANCE = 0.01
"""Points: sums of heights in two orders differ by less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Room in a panel, inside of all padding, in points."""

    panel: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What stands in each region, and what did not fit."""

    regions: tuple[tuple[Box, ...], ...]
    left: tuple[Box, ...]
    excess: float
    """Points of height that are missing for what is left."""

    @property
    def fits(self) -> bool:
        return not self.left


def fill(boxes: Sequence[Box], regions: Sequence[Region], *, scale: float) -> Filled:
    """Put blocks into regions in order; headings stay with what they head."""
    waiting = list(boxes)
    placed: list[tuple[Box, ...]] = []
    for region in regions:
        count = _fitting(waiting, region, scale)
        if count == 0 and waiting:
            waiting = _opened(waiting, region, scale)
            count = _fitting(waiting, region, scale)
        placed.append(tuple(waiting[:count]))
        waiting = waiting[count:]
    excess = _excess(placed, waiting, regions, scale)
    return Filled(regions=tuple(placed), left=tuple(waiting), excess=excess)


def _fitting(boxes: Sequence[Box], region: Region, scale: float) -> int:
    """How many blocks fit, without parting a block from the next that it must stay with."""
    used = 0.0
    count = 0
    previous: Box | None = None
    for box in boxes:
        used += gap(previous, box, scale)
        used += height(box, width=width_in(box, region.width, scale), scale=scale)
        if used > region.height + TOLERANCE:
            break
        count += 1
        previous = previous if is_floating(box) else box
    while 0 < count < len(boxes) and _stays(boxes[count - 1]):
        count -= 1
    return count


def _stays(box: Box) -> bool:
    return box.style.keep_next or is_floating(box)


def _opened(boxes: list[Box], region: Region, scale: float) -> list[Box]:
    """A group that is taller than a whole region is parted into its blocks."""
    first = boxes[0]
    whole = height(first, width=width_in(first, region.width, scale), scale=scale)
    if isinstance(first, GroupBox) and whole > region.height and first.background is None:
        return [*first.children, *boxes[1:]]
    return boxes


def _excess(
    placed: Sequence[tuple[Box, ...]], left: Sequence[Box], regions: Sequence[Region], scale: float
) -> float:
    """Height of what is left, less the room under the blocks of the last region."""
    if not left or not regions:
        return 0.0
    last = regions[-1]
    used = stack_height([*placed[-1], *left], width=last.width, scale=scale)
    return used - last.height
