"""Content through regions: which blocks stand in which at a scale, and what is left over."""

from collections.abc import Iterable, Sequence

from leaflets.frozen import dataclass
from leaflets.pages import forced
from leaflets.pages.boxes import Box
from leaflets.pages.measure import cut, stack_height


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Room in a panel, inside of all padding, in points."""

    panel: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What stands in each region that was needed, and what did not fit."""

    regions: tuple[Region, ...]
    boxes: tuple[tuple[Box, ...], ...]
    left: tuple[Box, ...]
    excess: float
    """Points of height that are missing for what is left."""

    @property
    def fits(self) -> bool:
        return not self.left


def fill(boxes: Sequence[Box], regions: Iterable[Region], *, scale: float) -> Filled:
    """Put blocks into regions in order, as long as there are blocks or regions that must be there."""
    waiting = tuple(boxes)
    used: list[Region] = []
    placed: list[tuple[Box, ...]] = []
    for region in regions:
        head, rest = cut(waiting, width=region.width, room=region.height, scale=scale)
        if not head and used and used[-1] == region and not placed[-1]:
            break  # what does not fit into two empty regions of one size fits into no other of it
        used.append(region)
        placed.append(head)
        waiting = rest
    excess = _excess(placed, waiting, used, scale)
    return Filled(regions=tuple(used), boxes=tuple(placed), left=waiting, excess=excess)


def _excess(
    placed: Sequence[tuple[Box, ...]], left: Sequence[Box], regions: Sequence[Region], scale: float
) -> float:
    """Height of what is left, less the room under the blocks of the last region.

    Before a forced break it is these that stand where others should: they must go.
    """
    if not left or not regions:
        return 0.0
    last = regions[-1]
    if forced.at(placed[-1], left):
        return stack_height(placed[-1], width=last.width, scale=scale)
    used = stack_height([*placed[-1], *left], width=last.width, scale=scale)
    return used - last.height
