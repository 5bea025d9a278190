"""How sheets fold, as tables: the panels of both sides from left to right, and which of them are narrow.

The tables are those of a left-to-right leaflet, seen from above; a right-to-left one is the mirror image.
"""

from collections.abc import Mapping
from types import MappingProxyType

from leaflets.frozen import dataclass
from leaflets.geometry import MM

ALLOWANCE = 3 * MM
"""A flap that folds in is this much narrower than the panels that cover it, else it would buckle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of the sheet: panel names from left to right, for a left-to-right language."""

    name: str
    panels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """How a sheet folds. The second side is what lies behind the first when the sheet is turned over."""

    name: str
    sides: tuple[Side, Side]
    reading: tuple[str, ...]
    """Panels in the order in which a reader meets them."""
    narrow: frozenset[str] = frozenset()
    """Panels that fold in."""
    seen: tuple[str, str]
    """What is seen of the folded sheet: its front and its back. Nothing there says what it is about."""

    def widths(self, whole: float) -> Mapping[str, float]:
        """Panel -> its width, on a sheet of that width; both sides have the same folds."""
        found = {}
        for side in self.sides:
            narrow = sum(name in self.narrow for name in side.panels)
            wide = (whole + ALLOWANCE * narrow) / len(side.panels)
            found.update({n: wide - ALLOWANCE * (n in self.narrow) for n in side.panels})
        return MappingProxyType(found)


LETTER = Fold(
    name="letter",
    sides=(
        Side(name="outside", panels=("flap", "back", "cover")),
        Side(name="inside", panels=("inside-1", "inside-2", "inside-3")),
    ),
    reading=("cover", "flap", "inside-1", "inside-2", "inside-3", "back"),
    narrow=frozenset(("flap", "inside-3")),
    seen=("cover", "back"),
)
"""Two parallel folds, both inwards: the right third covers the left one."""

ZIGZAG = Fold(
    name="z",
    sides=(
        Side(name="outside", panels=("inside-3", "inside-4", "cover")),
        Side(name="inside", panels=("inside-1", "inside-2", "back")),
    ),
    reading=("cover", "inside-1", "inside-2", "back", "inside-3", "inside-4"),
    seen=("cover", "back"),
)
"""Two parallel folds, one each way: three equal panels; pulled open, the inner side is read in one row."""

HALF = Fold(
    name="half",
    sides=(
        Side(name="outside", panels=("back", "cover")),
        Side(name="inside", panels=("inside-1", "inside-2")),
    ),
    reading=("cover", "inside-1", "inside-2", "back"),
    seen=("cover", "back"),
)
"""One fold: four pages."""

FOLDS: Mapping[str, Fold] = MappingProxyType({fold.name: fold for fold in (LETTER, ZIGZAG, HALF)})
