"""Fold geometry: which panels a sheet has, how wide each is, and where they stand on its sides.

A flap that folds in is 3 mm narrower than the others (97 + 100 + 100 mm on A4), else it would buckle.
Right-to-left leaflets are the mirror image: the cover is on the left of the outer side.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from leaflets.geometry import MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of the sheet: panel names from left to right, for a left-to-right language."""

    name: str
    panels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """How a sheet folds: panel widths in points, and the panels of both sides."""

    name: str
    widths: Mapping[str, float]
    sides: tuple[Side, Side]
    reading: tuple[str, ...]
    """Panels in the order in which a reader meets them."""

    def placed(self, side: Side, *, rtl: bool) -> tuple[tuple[str, float], ...]:
        """(panel, x of its left edge), mirrored for right-to-left languages."""
        names = tuple(reversed(side.panels)) if rtl else side.panels
        x = 0.0
        found = []
        for name in names:
            found.append((name, x))
            x += self.widths[name]
        return tuple(found)


NARROW, WIDE = 97 * MM, 100 * MM

LETTER = Fold(
    name="letter",
    widths=MappingProxyType(
        {
            "cover": WIDE,
            "flap": NARROW,
            "inside-1": WIDE,
            "inside-2": WIDE,
            "inside-3": NARROW,
            "back": WIDE,
        }
    ),
    sides=(
        Side(name="outside", panels=("flap", "back", "cover")),
        Side(name="inside", panels=("inside-1", "inside-2", "inside-3")),
    ),
    reading=("cover", "flap", "inside-1", "inside-2", "inside-3", "back"),
)

FOLDS: Mapping[str, Fold] = MappingProxyType({"letter": LETTER})
