"""What a finished PDF holds, as data: shown glyphs, painted paths, links and bookmarks by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from leaflets.geometry import IDENTITY, Matrix, Rect

Point = tuple[float, float]

INVISIBLE = 3
"""Text rendering mode (9.3.6)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One level of marked content (14.6)."""

    tag: str
    mcid: int | None = None
    actual: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour: `DeviceCMYK`, `DeviceRGB`, `DeviceGray`, or the name of a separation, with its values."""

    space: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A composite font and its embedded program."""

    name: str
    subtype: str
    """Of the descendant: `CIDFontType2` (TrueType outlines) or `CIDFontType0` (CFF)."""
    program: bytes
    gids: tuple[int, ...]
    """Code -> glyph of the program, from CIDToGIDMap; empty where codes are the glyph's own CIDs."""
    widths: Mapping[int, float]
    """Code -> thousandths of an em."""
    texts: Mapping[int, str]
    """Code -> text, from ToUnicode."""
    code_bytes: int = 2
    """Bytes of one code in a string: 1 in a simple font."""
    fault: str = ""
    """Why this is not a font that a leaflet has: it is simple, or not embedded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One glyph on a page."""

    code: int
    text: str | None
    """None where ToUnicode has nothing for the code."""
    gid: int
    font: str
    """Key in `Contents.fonts`."""
    matrix: Matrix
    """From ems of the glyph to points of the page."""
    fill: Paint
    overprint: bool
    """Whether it overprints in mode 1."""
    mode: int
    """Text rendering mode."""
    marks: tuple[Mark, ...]
    order: int = 0
    """Place among all that the page paints."""
    clip: Rect | None = None
    """Bounds of what is seen of it; None where nothing is cut off."""

    @property
    def is_visible(self) -> bool:
        return self.mode != INVISIBLE

    @property
    def size(self) -> float:
        """Points of an em, upwards."""
        return hypot(self.matrix[2], self.matrix[3])

    @property
    def x(self) -> float:
        return self.matrix[4]

    @property
    def y(self) -> float:
        return self.matrix[5]


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """One painted path, image or shading, in points of the page."""

    kind: Literal["fill", "stroke", "both", "image", "shading"]
    points: tuple[Point, ...]
    fill: Paint
    stroke: Paint
    width: float
    overprint: bool
    """Whether its fill, or its stroke if it has no fill, overprints in mode 1."""
    marks: tuple[Mark, ...]
    order: int = 0
    """Place among all that the page paints."""
    clip: Rect | None = None
    """Bounds of what is seen of it; None where nothing is cut off."""
    name: str = ""
    """Key of an image: its object, or what stands in the content stream."""
    pixels: tuple[int, int] = (0, 0)
    """Width and height of an image."""
    matrix: Matrix = IDENTITY
    """Of an image: from the unit square to the page."""

    @property
    def bounds(self) -> Rect:
        """The smallest rectangle around its points, within its clip."""
        found = around(self.points)
        return found if self.clip is None else common(found, self.clip)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """An annotation with its action, if that opens an address."""

    subtype: str
    rect: Rect
    contents: str
    uri: str
    flags: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the outline; `page` counts from 0."""

    title: str
    depth: int
    page: int
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page, in the order of its content stream."""

    boxes: Mapping[str, Rect]
    """`MediaBox`, `TrimBox`, … as far as the page has them."""
    shown: tuple[Shown, ...]
    painted: tuple[Painted, ...]
    annotations: tuple[Annotation, ...]
    undefined: tuple[str, ...] = ()
    """Operators that ISO 32000-1 does not define, and those that close what was not opened."""
    depth: int = 0
    """Most levels of `q` at a time."""

    @property
    def items(self) -> tuple[Shown | Painted, ...]:
        """Letters and shapes in the order in which they are painted."""
        return tuple(sorted((*self.shown, *self.painted), key=lambda item: item.order))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All of a file."""

    leaves: tuple[Leaf, ...]
    fonts: Mapping[str, Font]
    outline: tuple[Entry, ...]


def around(points: Sequence[Point]) -> Rect:
    """The smallest rectangle around points; an empty one at the origin if there are none."""
    if not points:
        return Rect(0, 0, 0, 0)
    xs, ys = zip(*points, strict=True)
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def common(first: Rect, second: Rect) -> Rect:
    """What two rectangles share; without width or height if they share nothing."""
    x, y = max(first.x, second.x), max(first.y, second.y)
    right, top = min(first.right, second.right), min(first.top, second.top)
    return Rect(x, y, max(0.0, right - x), max(0.0, top - y))
