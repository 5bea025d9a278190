"""Elements to boxes: shaped paragraphs and groups, made once and measured at any scale."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from leaflets.color import Color
from leaflets.diagnostics import Origin
from leaflets.document.qr import CODE, qr_drawing
from leaflets.document.strips import STRIPS
from leaflets.document.tree import Element, Node, Sides, Style, Text
from leaflets.document.vector import Vector
from leaflets.document.vocabulary import INLINE
from leaflets.fonts.load import FontLibrary
from leaflets.frozen import dataclass
from leaflets.geometry import MM, Length
from leaflets.pages.page import Role
from leaflets.project import DIGITS, Language
from leaflets.text.line import Span
from leaflets.text.paragraph import BREAK, Paragraph, prepare

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""Isolates (UAX #9, 2.4)."""

ROLES: Mapping[str, Role] = {"h1": "H1", "h2": "H2", "h3": "H3", "p": "P", "li": "LBody"}

STRIP = Length(0.0, 50 * MM)
"""Of a strip to tear off whose style gives no height."""

INHERITED = ("families", "weight", "slant", "size", "line_height", "color", "align", "marker")
"""Fields of a style that a paragraph has from its cell."""


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

PictureReader = Callable[[str, Origin], tuple[Vector | None, float]]
"""A file's path -> its drawing, or None for a bitmap, and its height divided by its width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What boxes are made with."""

    library: FontLibrary
    palette: Mapping[str, Color]
    picture: PictureReader
    number: int = 0
    """Of the page that the boxes are made for, where it is known."""

    def box(self, element: Element) -> Box | None:
        """One block element as a box; None if it holds nothing."""
        if element.name in ROLES:
            return self.text_box(element)
        makers: Mapping[str, Callable[[Element], Box]] = {
            "table": self.table,
            "contents": self.table,
            "img": self.image,
            CODE: self.code,
            "lines": self.rules,
            STRIPS: self.strips,
        }
        return makers.get(element.name, self.group)(element)

    def image(self, element: Element) -> ImageBox:
        file = element.attributes["src"]
        vector, aspect = self.picture(file, element.origin)
        return ImageBox(
            style=element.style,
            language=element.language.tag,
            rtl=element.language.is_rtl,
            color=self.palette[element.style.color],
            alt=element.attributes["alt"],
            file=file,
            vector=vector,
            aspect=aspect,
            origin=element.origin,
        )

    def code(self, element: Element) -> ImageBox:
        """A QR code is a drawing that is made here; it is never mirrored."""
        return ImageBox(
            style=element.style,
            language=element.language.tag,
            rtl=element.language.is_rtl,
            color=self.palette[element.style.color],
            alt=element.attributes["alt"],
            file="",
            vector=qr_drawing(element.attributes["href"]),
            aspect=1.0,
            origin=element.origin,
        )

    def table(self, element: Element) -> TableBox:
        rows = [child for child in element.children if isinstance(child, Element)]
        heads = 0
        while heads < len(rows) and all(
            c.name == "th" for c in rows[heads].children if isinstance(c, Element)
        ):
            heads += 1
        return TableBox(
            style=element.style,
            name=element.name,
            language=element.language.tag,
            rtl=element.language.is_rtl,
            rows=tuple(self._row(row) for row in rows),
            heads=heads if heads < len(rows) else 0,
            origin=element.origin,
        )

    def _row(self, row: Element) -> GroupBox:
        """Cells with text of their own are groups of one paragraph; an empty cell keeps its column."""
        cells = [_wrapped(child) for child in row.children if isinstance(child, Element)]
        return self.group(replace(row, children=tuple(cells)))

    def cell(self, element: Element) -> GroupBox:
        """One cell, of a row that is put together elsewhere."""
        return self.group(_wrapped(element))

    def rules(self, element: Element) -> RuleBox:
        return RuleBox(
            style=element.style,
            language=element.language.tag,
            rtl=element.language.is_rtl,
            color=self.palette[element.style.color],
            count=int(element.attributes["count"]),
            office=int(element.attributes.get("office", "0")),
            notes=self._notes(element),
            origin=element.origin,
        )

    def strips(self, element: Element) -> StripsBox:
        plain = replace(element.style, height=None, margin=Sides())
        return StripsBox(
            style=replace(element.style, height=element.style.height or STRIP),
            language=element.language.tag,
            rtl=element.language.is_rtl,
            color=self.palette[element.style.color],
            content=self.group(replace(element, style=plain)),
            count=int(element.attributes.get("count", "0")),
            origin=element.origin,
        )

    def _notes(self, element: Element) -> tuple[TextBox, ...]:
        notes = (self.text_box(child) for child in element.children if isinstance(child, Element))
        return tuple(note for note in notes if note is not None)

    def group(self, element: Element) -> GroupBox:
        style = element.style
        boxes = [self.box(child) for child in element.children if isinstance(child, Element)]
        edges = (style.border_start, style.border_end, style.border_inline_start, style.border_inline_end)
        return GroupBox(
            style=style,
            name=element.name,
            language=element.language.tag,
            rtl=element.language.is_rtl,
            background=self.palette[style.background] if style.background else None,
            borders=tuple(self.palette[edge[1]] if edge else None for edge in edges),
            children=tuple(box for box in boxes if box is not None),
            origin=element.origin,
        )

    def text_box(self, element: Element) -> TextBox | None:
        language = _language_of(element)
        number = self.digits(self.number, language)
        collector = _Collector(palette=self.palette, size=element.style, number=number)
        collector.add(element.children, element.style)
        spans = _trimmed(collector.spans)
        if not spans:
            return None
        paragraph = prepare(spans, base=int(language.is_rtl), language=language, library=self.library)
        return TextBox(
            style=element.style,
            role=ROLES[element.name],
            language=language.tag,
            rtl=language.is_rtl,
            color=self.palette[element.style.color],
            paragraph=paragraph,
            pieces=tuple(collector.pieces),
            origin=element.origin,
            element=element,
            marker=self.text_box(element.marker) if element.marker else None,
        )

    def digits(self, number: int, language: Language) -> str:
        """In the digits of the language's running text."""
        if language.digits == "latn":
            return str(number)
        return str(number).translate(str.maketrans("0123456789", DIGITS[language.digits]))


def _is_head(row: Element) -> bool:
    return all(cell.name == "th" for cell in row.children if isinstance(cell, Element))


def _wrapped(cell: Element) -> Element:
    """A cell whose text stands in it without a block of its own."""
    if any(isinstance(child, Text) or child.name in INLINE for child in cell.children):
        text = replace(cell, name="p", style=text_style(cell.style), attributes={})
        return replace(cell, children=(text,))
    return cell


def text_style(style: Style) -> Style:
    """Of the words that stand in a cell of that style without a block of their own."""
    return replace(Style(), **{name: getattr(style, name) for name in INHERITED})


def _language_of(element: Element) -> Language:
    """A block whose only content stands in from another language is set in that one's direction."""
    children = element.children
    only = children[0] if len(children) == 1 else None
    if isinstance(only, Element) and only.name == "span":
        return only.language
    if isinstance(only, Element) and only.name == "a":
        return _language_of(only)
    return element.language


@dataclass(slots=True, kw_only=True)
class _Collector:
    """Spans of a paragraph in order, with isolates around what keeps its own direction."""

    palette: Mapping[str, Color]
    size: Style
    number: str = ""
    """Of the page."""
    spans: list[Span] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    links: int = 0

    def add(
        self, nodes: Sequence[Node], style: Style, *, href: str = "", link: int = -1, keep: bool = False
    ) -> None:
        for node in nodes:
            if isinstance(node, Text):
                self._span(node, style, href=href, link=link, keep=keep)
            elif node.name == "br":
                self._break(node)
            elif node.name == "page-number":
                text = Text(text=self.number, language=node.language, origin=node.origin)
                self._span(text, node.style, href=href, link=link, keep=True)
            elif node.name in INLINE:
                self._inline(node, href=href, link=link, keep=keep)

    def _inline(self, node: Element, *, href: str, link: int, keep: bool) -> None:
        first = len(self.spans)
        address = "address" in node.attributes.get("class", "").split()
        if node.name == "a":
            href, link = node.attributes["href"], self.links
            self.links += 1
        self.add(node.children, node.style, href=href, link=link, keep=keep or address)
        if len(self.spans) > first:
            opening = self._isolate(node, address)
            if opening:
                self._wrap(first, opening)

    def _isolate(self, node: Element, address: bool) -> str:
        """Numbers and addresses are left-to-right; what is of another language has its own direction."""
        if address:
            return LRI
        if node.name == "bdi":
            return FSI
        if node.name == "phrase" or "stand-in" in node.attributes.get("class", "").split():
            return RLI if node.language.is_rtl else LRI
        return ""

    def _wrap(self, first: int, opening: str) -> None:
        if first == len(self.spans) - 1:
            only = self.spans[first]
            self.spans[first] = replace(only, before=opening + only.before, after=only.after + PDI)
            return
        self.spans[first] = replace(self.spans[first], before=opening + self.spans[first].before)
        self.spans[-1] = replace(self.spans[-1], after=self.spans[-1].after + PDI)

    def _span(self, node: Text, style: Style, *, href: str, link: int, keep: bool) -> None:
        if not node.text:
            return
        self.pieces.append(
            Piece(href=href, language=node.language.tag, origin=node.origin, source=node.source, link=link)
        )
        self.spans.append(
            Span(
                text=node.text,
                families=style.families or node.language.families,
                weight=style.weight,
                slant=style.slant,
                size=_relative(style, self.size),
                language=node.language.tag,
                color=self.palette[style.color],
                key=len(self.pieces) - 1,
                keep=keep,
                hyphens=style.hyphens,
                dictionary=node.language.hyphenation if style.hyphens == "auto" else "",
                least=node.language.hyphenate_min,
                features=(*style.numeric, *style.features),
                opentype=node.language.opentype,
            )
        )

    def _break(self, node: Element) -> None:
        self._span(
            Text(text=BREAK, language=node.language, origin=node.origin),
            node.style,
            href="",
            link=-1,
            keep=False,
        )


def _relative(style: Style, paragraph: Style) -> float:
    """Em of an inline element in ems of its paragraph; both grow alike with the scale."""
    own, whole = style.size, paragraph.size
    return own.em / whole.em if whole.em else own.pt / whole.pt


def _trimmed(spans: list[Span]) -> list[Span]:
    """White space at the ends of a block is not set."""
    while spans and not spans[0].text.strip(" "):
        spans = spans[1:]
    while spans and not spans[-1].text.strip(" "):
        spans = spans[:-1]
    if spans and spans[0].text.startswith(" "):
        spans[0] = replace(spans[0], text=spans[0].text.lstrip(" "))
    if spans and spans[-1].text.endswith(" "):
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip(" "))
    return spans
