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
    scale: float

    @property
    def fits(self) -> bool:
        return not self.left

    @property
    def excess(self) -> float:
        """Points of height that are missing for what is left, less the room under what stands above it.

        Before a forced break it is that which stands where others should: it must go.
        """
        if not self.left:
            return 0.0
        last, placed = self.regions[-1], self.boxes[-1]
        if forced.at(placed, self.left):
            return stack_height(placed, width=last.width, scale=self.scale)
        return stack_height([*placed, *self.left], width=last.width, scale=self.scale) - last.height

    @property
    def share(self) -> float:
        """Of the room that is used; what is free above the last blocks is lost to breaks and counts."""
        room = max(1.0, sum(region.height for region in self.regions))
        return 1 + (self.excess if self.left else -self._free()) / room

    def _free(self) -> float:
        """Points of height below the last blocks."""
        free = 0.0
        for region, boxes in zip(reversed(self.regions), reversed(self.boxes), strict=True):
            free += region.height - stack_height(boxes, width=region.width, scale=self.scale)
            if boxes:
                break
        return free


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
    return Filled(regions=tuple(used), boxes=tuple(placed), left=waiting, scale=scale)
