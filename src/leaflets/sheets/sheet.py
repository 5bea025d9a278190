"""The physical sheet: trim, bleed, media, placed pages and marks."""

from dataclasses import replace

from leaflets.frozen import dataclass
from leaflets.geometry import Rect
from leaflets.pages.page import Glyphs, Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A page on a sheet: its origin stands at `x`, `y`; `clip` bounds its background (sheet coordinates)."""

    page: int
    """Index in `Pages.pages`."""
    x: float
    y: float
    clip: Rect
    turned: bool = False
    """Whether the page stands on its head: it extends from `x`, `y` to the left and downwards."""
    scale: float = 1.0
    """Points on the sheet for a point of the page."""

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """From the page's coordinates to those of the sheet."""
        scale = -self.scale if self.turned else self.scale
        return (scale, 0, 0, scale, self.x, self.y)

    def on_sheet(self, rect: Rect) -> Rect:
        """A rectangle of the page, where it stands on the sheet."""
        scale = self.scale
        wide, tall = rect.width * scale, rect.height * scale
        if self.turned:
            return Rect(self.x - rect.right * scale, self.y - rect.top * scale, wide, tall)
        return Rect(self.x + rect.x * scale, self.y + rect.y * scale, wide, tall)

    def put(self, area: Rect, *, on_head: bool) -> "Placement":
        """The page once the sheet that it is on lies in an area of another one: upright, or on its head."""
        clip = self.clip
        if not on_head:
            return replace(self, x=area.x + self.x, y=area.y + self.y, clip=clip.moved(area.x, area.y))
        opposite = Rect(area.right - clip.right, area.top - clip.top, clip.width, clip.height)
        x, y = area.right - self.x, area.top - self.y
        return replace(self, x=x, y=y, clip=opposite, turned=not self.turned)


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
    """Crop, cut and fold marks, in registration colour: for a press outside of what is kept."""
    slug_line: tuple[Glyphs, ...] = ()
    """What the sheet is, for the people at the press: black, below the marks."""
    folds: tuple[float, ...] = ()
    """x of each fold."""
    folds_across: tuple[float, ...] = ()
    """y of each fold that lies level."""
    paper: Rect | None = None
    """The sheet of paper, where it is more than bleed and slug around the trim."""

    @property
    def trim(self) -> Rect:
        return Rect(0, 0, self.width, self.height)

    @property
    def bleed_box(self) -> Rect:
        return self.trim.grown(self.bleed)

    @property
    def media_box(self) -> Rect:
        return self.paper or self.trim.grown(self.bleed + self.slug)

    def on_media(self, rect: Rect, *, placement: Placement) -> Rect:
        """A rectangle of a page, where it stands on the media, whose lower left corner is 0, 0 in a PDF."""
        corner, edge = self.paper, self.bleed + self.slug
        dx, dy = (edge, edge) if corner is None else (-corner.x, -corner.y)
        return placement.on_sheet(rect).moved(dx, dy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """How far sheets are printed on: a press prints into the bleed, an office printer leaves a margin."""

    bleed: float = 0.0
    margin: float = 0.0
    """Points at the edges of the paper that stay white."""
    marked: bool = False
    """Whether there are marks: outside of the bleed, or inside of the margin where there is one."""
