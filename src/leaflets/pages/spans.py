"""Content of a block to spans of a paragraph, each with the piece that it is part of."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from leaflets.color import Color
from leaflets.document.tree import Element, Node, Style, Text
from leaflets.document.vocabulary import INLINE
from leaflets.frozen import dataclass
from leaflets.pages.boxes import Piece
from leaflets.text.isolates import FSI, LRI, PDI, RLI
from leaflets.text.line import Span
from leaflets.text.paragraph import BREAK


@dataclass(slots=True, kw_only=True)
class Collector:
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
        classes = node.attributes.get("class", "").split()
        address, whole = "address" in classes, "whole" in classes
        if node.name == "a":
            href, link = node.attributes["href"], self.links
            self.links += 1
        self.add(node.children, node.style, href=href, link=link, keep=keep or address or whole)
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
            self.spans[first] = only._replace(before=opening + only.before, after=only.after + PDI)
            return
        self.spans[first] = self.spans[first]._replace(before=opening + self.spans[first].before)
        self.spans[-1] = self.spans[-1]._replace(after=self.spans[-1].after + PDI)

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
                divided=node.language.divided if style.hyphens == "auto" else (),
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


def trimmed(spans: list[Span]) -> list[Span]:
    """White space at the ends of a block is not set."""
    while spans and not spans[0].text.strip(" "):
        spans = spans[1:]
    while spans and not spans[-1].text.strip(" "):
        spans = spans[:-1]
    if spans and spans[0].text.startswith(" "):
        spans[0] = spans[0]._replace(text=spans[0].text.lstrip(" "))
    if spans and spans[-1].text.endswith(" "):
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return spans
