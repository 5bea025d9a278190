"""A document: frozen nodes, each with its origin, language and computed style."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from leaflets.diagnostics import Origin, Place
from leaflets.frozen import dataclass
from leaflets.geometry import EM, ZERO, Length
from leaflets.language import Language

Edge = Literal["top", "bottom"]

Binding = Literal["none", "saddle", "cards"]
"""none: every sheet for itself; saddle: nested and stapled; cards: several on one sheet, to be cut."""

Repeat = Literal["none", "flow", "fill"]
"""flow: a panel made as often as its flow needs; fill: as often as a booklet lacks pages."""

Forced = Literal["", "column", "page"]
"""A break that a style asks for: to the next column, or to the next panel."""

Counts = tuple[tuple[str, int], ...]
"""Counters and what they are set to, or go on by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The value of a counter, in a way to write numbers."""

    counter: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Four lengths by logical side (CSS Logical Properties 1)."""

    block_start: Length = ZERO
    block_end: Length = ZERO
    inline_start: Length = ZERO
    inline_end: Length = ZERO
    block: Length = field(init=False, compare=False)
    """Both sides together; copyfit asks for them thousands of times a job."""
    inline: Length = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "block", self.block_start.plus(self.block_end))
        object.__setattr__(self, "inline", self.inline_start.plus(self.inline_end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Computed values; lengths are linear in the type scale (see `Length`)."""

    families: tuple[str, ...] = ()
    """Empty: the families of the language."""
    weight: int = 400
    slant: Literal["normal", "italic"] = "normal"
    size: Length = EM
    size_at: Place | None = None
    """The declaration that gives the size."""
    line_height: float = 1.4
    color: str = "ink"
    color_at: Place | None = None
    """The declaration that gives the colour."""
    background: str = ""
    margin: Sides = Sides()
    padding: Sides = Sides()
    border_start: tuple[Length, str] | None = None
    """Above the block: width and palette name."""
    border_end: tuple[Length, str] | None = None
    border_inline_start: tuple[Length, str] | None = None
    border_inline_end: tuple[Length, str] | None = None
    align: Literal["start", "center", "end", "justify"] = "start"
    columns: int = 1
    """Columns of a group, of equal width and balanced height."""
    column_gap: Length = ZERO
    content: Literal["start", "center", "end"] = "start"
    """Where the content of a box stands in its height."""
    hyphens: Literal["whole", "none", "manual", "auto"] = "manual"
    wrap: Literal["wrap", "balance"] = "wrap"
    """balance: all lines of a paragraph are about as long, the last one too."""
    numeric: tuple[tuple[str, int], ...] = ()
    """OpenType features of font-variant-numeric."""
    features: tuple[tuple[str, int], ...] = ()
    """OpenType features of font-feature-settings."""
    marker: str = "disc"
    """disc, none, a way to write numbers, or a text in quotation marks."""
    resets: Counts = ()
    increments: Counts = ()
    generated: tuple[str | Count, ...] | None = None
    """What ::before and ::marker say; None: nothing of their own."""
    break_before: Forced = ""
    break_after: Forced = ""
    keep_previous: bool = False
    keep_next: bool = False
    keep_together: bool = False
    width: Length | None = None
    height: Length | None = None
    hidden: bool = False
    """Takes its room, and nothing of it is placed or read aloud."""
    floats: bool = False
    """An image that stands at the inline start and takes no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Text in one language; `source` is the index of the message in `Document.messages`, -1 for none."""

    text: str
    language: Language
    origin: Origin
    source: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element with its computed style."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: "tuple[Element | Text, ...]" = ()
    language: Language
    style: Style
    origin: Origin
    marker: "Element | None" = None
    """What hangs before an item of a list."""


Node = Element | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as the reader gets it: what checks and proofs compare with the pages."""

    text: str
    language: str
    origin: Origin
    state: Literal["translated", "fuzzy", "untranslated", "source"]
    asked: str = ""
    """Of a word of the toolkit's own: the tag of the language in which it was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStyle:
    """What style sheets say of the sheet (`@page`); what they do not say has others that do."""

    size: str = ""
    """A name of PAPERS."""
    bleed: float | None = None
    marks: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSpec:
    """What the layout says about the sheet."""

    width: float
    height: float
    """Trim, in points, as it lies flat."""
    size: str
    """Its name in PAPERS, before it was changed for American paper."""
    fold: str
    """A name of FOLDS, or none."""
    fit: tuple[float, float]
    """Smallest and largest root em in points."""
    bind: Binding = "none"
    gutter: float = 0.0
    """Points between cards on a sheet."""
    heads_together: bool = False
    """Whether every other row of cards stands on its head, so that heads meet."""
    bleed: float | None = None
    """Points beyond the trim in print files, and whether they have marks; None: as the project says."""
    marks: bool | None = None
    origin: Origin

    @property
    def is_ganged(self) -> bool:
        """Whether a print shop gets several on a sheet, to be cut; without gutters it gets single leaves."""
        return self.bind == "cards" and self.gutter > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One leaflet in one tuple of languages, before any line is broken."""

    format: str
    language: Language
    sheet: SheetSpec
    panels: tuple[Element, ...]
    """Elements `panel`, in reading order; those that repeat stand once."""
    flows: tuple[Element, ...]
    """Elements `flow`; the attribute `panels` names those that each runs through."""
    messages: tuple[Message, ...]
    shown: frozenset[str]
    """Ids of the contacts that are on it, by element or typed."""
    title: str
    """Neutral: never says what the leaflet is about."""
    numbers: frozenset[str]
    """Telephone numbers of the project, as they may be typed in a text."""
