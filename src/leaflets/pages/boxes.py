"""What stands on pages, before it is placed: shaped paragraphs and groups, measured at any scale."""

from dataclasses import field

from leaflets.color import Color
from leaflets.diagnostics import Origin
from leaflets.document.tree import Element, Style
from leaflets.document.vector import Vector
from leaflets.frozen import dataclass
from leaflets.pages.page import Role
from leaflets.text.paragraph import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What a span of a paragraph is part of: a link, and the message it comes from."""

    href: str
    language: str
    origin: Origin
    source: int
    link: int = -1
    """Number of the link within the paragraph, as one link may have several spans."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TextBox:
    """A shaped paragraph; `pieces[key]` tells what a run of that key belongs to."""

    style: Style
    role: Role
    language: str
    rtl: bool
    color: Color
    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    origin: Origin
    marker: "TextBox | None" = None
    """The mark of a list item, hanging at its inline start."""
    whole: "TextBox | None" = None
    """What a part was parted from; parts share one tag."""
    element: Element | None = None
    """What it was made from."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ImageBox:
    """A picture in the flow or floating beside it."""

    style: Style
    language: str
    rtl: bool
    color: Color
    alt: str
    file: str
    vector: Vector | None
    """None: a bitmap file."""
    aspect: float
    """Height divided by width."""
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RuleBox:
    """Ruled lines to write on."""

    style: Style
    language: str
    rtl: bool
    color: Color
    count: int
    office: int = 0
    """How many of the last lines are an empty box for a local contact on office printers."""
    notes: tuple[TextBox, ...] = ()
    """What stands above that box: on paper that is printed on both sides, and on one."""
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GroupBox:
    """Blocks one above the other, in a tag of their own or in none."""

    style: Style
    name: str
    language: str
    rtl: bool
    background: Color | None
    borders: tuple[Color | None, ...]
    """Of the upper, lower, starting and ending side."""
    children: "tuple[Box, ...]"
    origin: Origin
    whole: "GroupBox | None" = None
    """What a part was parted from; parts share one tag."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TableBox:
    """Rows of cells; those at its head are repeated where it goes on after a break."""

    style: Style
    name: str
    """`table`, or `contents` for a list of headings with their pages."""
    language: str
    rtl: bool
    rows: tuple[GroupBox, ...]
    heads: int
    origin: Origin
    whole: "TableBox | None" = None
    goes_on: bool = False
    """Whether this is a later part, whose head is repeated and not read aloud."""
    wishes: dict[float, tuple[tuple[float, float], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Scale -> what each column needs and would like, in points: reckoned once for all parts of a table."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class StripsBox:
    """Strips to tear off: their content, set once, stands on each of them, turned upright."""

    style: Style
    """Its height is the length of a strip; its colour that of the lines between them."""
    language: str
    rtl: bool
    color: Color
    content: GroupBox
    """With the padding of a strip."""
    count: int
    """0: as many as there is room for."""
    origin: Origin


Box = TextBox | ImageBox | RuleBox | GroupBox | TableBox | StripsBox
