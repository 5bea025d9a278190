"""A page as every writer sees it: a flat list of placed items, and the tag tree beside it."""

from typing import Literal

from leaflets.color import Color
from leaflets.diagnostics import Origin, Place
from leaflets.frozen import dataclass
from leaflets.geometry import Path, Placed, Rect
from leaflets.text.line import Flaw, Missing, Run

INTERNAL = "#"
"""Begins the address of a link within the leaflet, before the number of a bookmark's target."""

Role = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Link", "Span", "Figure",
    "Table", "TR", "TH", "TD", "TOC", "TOCI", "Note",
]  # fmt: skip
"""Standard structure types (ISO 32000-1, 14.8.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A node of the tag tree: its id is its index; parents stand first, siblings in reading order."""

    role: Role
    parent: int | None
    language: str
    """BCP 47 tag of the text below."""
    alt: str | None = None
    actual: str | None = None
    """Logical text of a line in which glyphs stand in visual order (ISO 32000-1, 14.9.4)."""
    href: str = ""
    bounds: Rect | None = None
    """Of a figure, on its page (ISO 32000-1, 14.8.5.4.3: BBox)."""
    ordered: bool = False
    """Of a list: whether its labels are numbers."""
    scope: Literal["", "Row", "Column"] = ""
    origin: Origin | None = None
    """Of a heading: where the layout asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """A run at a baseline: `x`, `y` is the pen at its left end; `size` is the paragraph's em in points."""

    x: float
    y: float
    size: float
    run: Run
    spacing: float = 0.0
    """Points added to each word space of a justified line."""
    tag: int | None
    """None: an artifact, not read aloud."""
    source: int = -1
    """Index of the message in `Pages.sources`, -1 for the toolkit's own marks."""
    upwards: bool = False
    """Whether the run is turned by 90 degrees counter-clockwise about `x`, `y`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A filled path."""

    path: Path | Placed
    color: Color
    tag: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A stroked path; `width` in points."""

    path: Path
    color: Color
    width: float
    dash: tuple[float, ...] = ()
    tag: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A bitmap image file of the project, placed."""

    rect: Rect
    file: str
    tag: int | None
    origin: Origin | None = None
    """Where the layout asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A clickable area of the screen profile; `tag` is its Link element."""

    rect: Rect
    href: str
    contents: str
    language: str
    tag: int


Item = Glyphs | Fill | Stroke | Picture | Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of the outline."""

    title: str
    level: int
    top: float
    target: int = 0
    """What links within the leaflet lead to: its number among the headings of a list of contents, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overset:
    """Content that did not fit its panel: `height` points too much at the smallest scale."""

    panel: str
    height: float
    characters: int
    """About how many characters must go."""
    origins: tuple[Origin, ...]
    given: Place | None = None
    """The element whose style gives it too little height, where not the panel is too small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A missing glyph and where its text comes from."""

    missing: Missing
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Blemish:
    """A cluster that would look wrong, and where its text comes from."""

    flaw: Flaw
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A word that is longer than a line of its panel, and so was broken between two letters."""

    panel: str
    text: str
    """What stands on the line that ends inside of it."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page or panel in its own coordinates: the trim's lower left corner is 0, 0."""

    name: str
    width: float
    height: float
    background: tuple[Item, ...]
    """Artifacts that may run into the bleed; clipped where the page is placed."""
    items: tuple[Item, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    office: tuple[tuple[Item, ...], ...] = ()
    """What stands there instead of the items when an office printer makes it, on both sides of the paper or
    on one; empty: the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One message on the pages: its text as the reader gets it, and where it can be repaired."""

    text: str
    language: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """All pages of a job in reading order: laid out once, written several times."""

    pages: tuple[Page, ...]
    tags: tuple[Tag, ...]
    sources: tuple[Source, ...]
    scale: float
    """Points of the root em that copyfit chose."""
    limits: tuple[float, float] = (0.0, 0.0)
    """What it could choose from."""
    overset: tuple[Overset, ...] = ()
    gaps: tuple[Gap, ...] = ()
    blemishes: tuple[Blemish, ...] = ()
    broken: tuple[Broken, ...] = ()
    unused: frozenset[int] = frozenset()
    """Sources of panels that were not made, such as the contents of a short booklet."""
