"""What a finished PDF holds, as data: shown glyphs, painted paths, links and bookmarks by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from leaflets.geometry import Rect

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of ISO 32000-1, 8.3.3."""

Point = tuple[float, float]


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
    """Text rendering mode; 3 is invisible."""
    marks: tuple[Mark, ...]

    @property
    def x(self) -> float:
        return self.matrix[4]

    @property
    def y(self) -> float:
        return self.matrix[5]


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """One painted path, or image, in points of the page."""

    kind: Literal["fill", "stroke", "both", "image"]
    points: tuple[Point, ...]
    fill: Paint
    stroke: Paint
    width: float
    overprint: bool
    marks: tuple[Mark, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All of a file."""

    leaves: tuple[Leaf, ...]
    fonts: Mapping[str, Font]
    outline: tuple[Entry, ...]
