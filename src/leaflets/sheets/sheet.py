"""The physical sheet: trim, bleed, media, placed pages and marks."""

from dataclasses import dataclass

from leaflets.geometry import Rect
from leaflets.pages.page import Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A page on a sheet: its origin stands at `x`, `y`; `clip` bounds its background (sheet coordinates)."""

    page: int
    """Index in `Pages.pages`."""
    x: float
    y: float
    clip: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One side, in coordinates whose 0, 0 is the lower left corner of the trim."""

    name: str
    width: float
    height: float
    """Trim size, in points."""
    bleed: float
    slug: float
    """Points between the bleed and the edge of the media, where marks stand."""
    placements: tuple[Placement, ...]
    marks: tuple[Stroke, ...] = ()
    """Crop and fold marks, in registration colour: outside of the bleed."""

    @property
    def trim(self) -> Rect:
        return Rect(0, 0, self.width, self.height)

    @property
    def bleed_box(self) -> Rect:
        return self.trim.grown(self.bleed)

    @property
    def media_box(self) -> Rect:
        return self.trim.grown(self.bleed + self.slug)
