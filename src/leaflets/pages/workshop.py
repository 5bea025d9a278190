"""Elements to boxes, made once for all scales."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from leaflets.color import Color
from leaflets.diagnostics import Origin
from leaflets.document.qr import CODE, qr_drawing
from leaflets.document.strips import STRIPS
from leaflets.document.tree import Element, Sides, Style, Text
from leaflets.document.vector import Vector
from leaflets.document.vocabulary import INLINE
from leaflets.fonts.load import FontLibrary
from leaflets.frozen import dataclass
from leaflets.geometry import MM, Length
from leaflets.language import Language
from leaflets.pages.boxes import Box, GroupBox, ImageBox, RuleBox, StripsBox, TableBox, TextBox
from leaflets.pages.page import Role
from leaflets.pages.spans import Collector, trimmed
from leaflets.pages.speech import spoken_number
from leaflets.text.paragraph import prepare

ROLES: Mapping[str, Role] = {"h1": "H1", "h2": "H2", "h3": "H3", "p": "P", "li": "LBody"}

STRIP = Length(0.0, 50 * MM)
"""Of a strip to tear off whose style gives no height."""

INHERITED = ("families", "weight", "slant", "size", "line_height", "color", "align", "marker")
"""Fields of a style that a paragraph has from its cell."""

PictureReader = Callable[[str, Origin], tuple[Vector | None, float]]
"""A file's path -> its drawing, or None for a bitmap, and its height divided by its width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What boxes are made with."""

    library: FontLibrary
    palette: Mapping[str, Color]
    picture: PictureReader
    numbers: frozenset[str] = frozenset()
    """Telephone numbers of the project, as they may be typed in a text."""
    number: int = 0
    """Of the page that the boxes are made for, where it is known."""

    def box(self, element: Element) -> Box | None:
        """One block element as a box; None if it holds nothing."""
        if element.name in ROLES:
            return self.text_box(element)
        return MAKERS.get(element.name, Workshop.group)(self, element)

    def image(self, element: Element) -> ImageBox:
        file = element.attributes["src"]
        vector, aspect = self.picture(file, element.origin)
        return self._image(element, file=file, vector=vector, aspect=aspect)

    def code(self, element: Element) -> ImageBox:
        """A QR code is a drawing that is made here; it is never mirrored."""
        box = self._image(element, file="", vector=qr_drawing(element.attributes["href"]), aspect=1.0)
        return replace(box, alt=_heard(box.alt))

    def _image(self, element: Element, *, file: str, vector: Vector | None, aspect: float) -> ImageBox:
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
        made = self.group(replace(row, children=tuple(cells)))
        leadings = tuple(_leadings(made))
        return _levelled(made, max(leadings)) if len(set(leadings)) > 1 else made

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
            borders=tuple([self.palette[edge[1]] if edge else None for edge in edges]),
            children=tuple([box for box in boxes if box is not None]),
            origin=element.origin,
        )

    def text_box(self, element: Element) -> TextBox | None:
        language = _language_of(element)
        number = language.in_digits(str(self.number)) if self.number else ""
        collector = Collector(palette=self.palette, size=element.style, number=number)
        collector.add(element.children, element.style)
        spans = trimmed(collector.spans)
        if not spans:
            return None
        paragraph = prepare(
            spans,
            base=int(language.is_rtl),
            language=language,
            library=self.library,
            numbers=self.numbers,
        )
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


MAKERS: Mapping[str, Callable[[Workshop, Element], Box]] = {
    "table": Workshop.table,
    "contents": Workshop.table,
    "img": Workshop.image,
    CODE: Workshop.code,
    "lines": Workshop.rules,
    STRIPS: Workshop.strips,
}
"""Of what is neither text nor a group of blocks."""


def _leadings(box: Box) -> Iterator[float]:
    if isinstance(box, TextBox):
        yield box.paragraph.leading
    if isinstance(box, GroupBox):
        for child in box.children:
            yield from _leadings(child)


def _levelled(group: GroupBox, leading: float) -> GroupBox:
    """With lines as far apart as those of the tallest script in the row: all stand on the same baselines."""
    return replace(group, children=tuple(_raised(child, leading) for child in group.children))


def _raised(box: Box, leading: float) -> Box:
    if isinstance(box, GroupBox):
        return _levelled(box, leading)
    if isinstance(box, TextBox):
        return replace(box, paragraph=replace(box.paragraph, leading=leading))
    return box


def _wrapped(cell: Element) -> Element:
    """A cell whose text stands in it without a block of its own."""
    if any(isinstance(child, Text) or child.name in INLINE for child in cell.children):
        text = replace(cell, name="p", style=text_style(cell.style), attributes={})
        return replace(cell, children=(text,))
    return cell


def text_style(style: Style) -> Style:
    """Of the words that stand in a cell of that style without a block of their own."""
    return replace(Style(), **{name: getattr(style, name) for name in INHERITED})


def _heard(alt: str) -> str:
    """Of a code that dials and is described by its number alone: digit by digit, as its link is heard."""
    number = alt.removeprefix("tel:")
    return alt if any(map(str.isalpha, number)) else spoken_number(number) or alt


def _language_of(element: Element) -> Language:
    """A block whose only content stands in from another language is set in that one's direction."""
    children = element.children
    only = children[0] if len(children) == 1 else None
    if isinstance(only, Element) and only.name == "span":
        return only.language
    if isinstance(only, Element) and only.name == "a":
        return _language_of(only)
    return element.language
