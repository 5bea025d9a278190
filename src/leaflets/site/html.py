"""A document's nodes -> HTML: the same words, languages and order as on paper, without its layout."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from leaflets.document.tree import Element, Node, Text
from leaflets.language import Language
from leaflets.site.model import Block
from leaflets.text.numbers import HINT
from leaflets.text.plain import is_overridden, pieces

KEPT = frozenset(
    {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "bdi", "section", "table", "tr", "th", "td"}
)
"""Elements that are HTML's own."""

BLOCKS = frozenset({"h1", "h2", "h3", "p", "ul", "ol", "table"})
"""What stands as one in a row of a text in two languages."""

SCHEMES = ("tel:", "https:", "mailto:")
"""Where a link may lead; others keep their words and lose the link."""

PAPER = frozenset({"lines", "notice", "imprint"})
"""What is for paper only: room to write, and what the site says itself."""


def html(nodes: Iterable[Node], *, around: Language) -> Markup:
    """Markup of the nodes inside of an element whose language is `around`."""
    return Markup(_inside(nodes, around))  # noqa: S704 - every text in it was escaped


def sections(flows: Iterable[Element]) -> Iterator[Element]:
    """The parts of a leaflet in reading order: less what is for paper only."""
    for flow in flows:
        for child in flow.children:
            if isinstance(child, Element) and not _for_paper(child):
                yield child


def blocks(parts: Iterable[Element], *, around: Language) -> Iterator[Block]:
    """Headings, paragraphs and lists one by one; sections and boxes are opened."""
    for part in parts:
        inner = [child for child in part.children if isinstance(child, Element)]
        if part.name not in BLOCKS and inner:
            yield from blocks(inner, around=around)
        elif text := html((_below_a_title(part),), around=around):
            yield Block(key=(part.name, *_said(part)), text=text)


def _below_a_title(part: Element) -> Element:
    """A page has one title, and it is that of the page."""
    return replace(part, name="h2") if part.name == "h1" else part


def with_class(elements: Iterable[Element], name: str) -> Iterator[Element]:
    """Elements of that class, at any depth."""
    return (one for one in _every(elements) if name in one.attributes.get("class", "").split())


def links(elements: Iterable[Element], scheme: str) -> Iterator[Element]:
    """Links of that scheme, in reading order."""
    return (
        one
        for one in _every(elements)
        if one.name == "a" and one.attributes.get("href", "").startswith(scheme)
    )


def _every(elements: Iterable[Element]) -> Iterator[Element]:
    """They and all below them, in reading order."""
    for element in elements:
        yield element
        yield from _every(child for child in element.children if isinstance(child, Element))


def plain(node: Node) -> str:
    """The words alone."""
    return node.text if isinstance(node, Text) else "".join(plain(child) for child in node.children)


def is_translated(elements: Iterable[Element]) -> bool:
    """Whether nothing stands in from another language where a translation is wanted."""
    return not any(True for _ in with_class(elements, "stand-in"))


def _said(node: Node) -> Iterator[str]:
    """What a part says, in no language: messages by their msgid, numbers and addresses by where they lead."""
    if isinstance(node, Text):
        if node.origin.msgid is not None:
            yield node.origin.msgid
        return
    if "href" in node.attributes:
        yield node.attributes["href"]
    for child in node.children:
        yield from _said(child)


def _for_paper(element: Element) -> bool:
    """A group with lines to write on is of no use on a screen, and what the site says is not said twice."""
    if element.name in PAPER or element.attributes.get("class") in PAPER:
        return True
    return any(isinstance(child, Element) and child.name in PAPER for child in element.children)


# Below this line markup is plain text that is put together: each function escapes what it is given.
# Markup.format would say the same at four times the cost, and a site has hundreds of thousands of nodes.


def _inside(nodes: Iterable[Node], around: Language) -> str:
    return "".join([_node(node, around) for node in nodes])


def _node(node: Node, around: Language) -> str:
    if isinstance(node, Text):
        return _tagged(node, around)
    if node.name in ("br", "img"):
        return "<br>" if node.name == "br" else _image(node)
    inside = _inside(node.children, node.language)
    if node.name == "a":
        return _link(node, inside, around)
    if node.name in KEPT:
        return f"<{node.name}{_lang(node.language, around)}>{inside}</{node.name}>"
    if node.language.tag != around.tag:
        return f"<span{_lang(node.language, around)}>{inside}</span>"
    return inside


def _tagged(text: Text, around: Language) -> str:
    said = _in_order(text.text) if text.language.is_rtl else escape(text.text)
    if text.language.tag == around.tag:
        return said
    name = "span" if text.language.direction == around.direction else "bdi"
    return f"<{name}{_lang(text.language, around)}>{said}</{name}>"


def _in_order(text: str) -> str:
    """Among words from the right, a browser would set the groups of 10 000 as 000 10 (UAX #9)."""
    if not HINT.search(text):
        return escape(text)
    return "".join([_isolated(part) if is_whole else escape(part) for part, is_whole in pieces(text)])


def _isolated(number: str) -> str:
    name = "bdo" if is_overridden(number) else "bdi"
    return f'<{name} dir="ltr">{escape(number)}</{name}>'


def _link(node: Element, inside: str, around: Language) -> str:
    href = node.attributes.get("href", "")
    if not href.startswith(SCHEMES):
        return inside
    number = ' class="number"' if href.startswith("tel:") else ""
    lang = f' lang="{escape(node.language.tag)}"' if node.language.tag != around.tag else ""
    left = "" if _has_rtl(plain(node)) else ' dir="ltr"'
    if left and {type(child) for child in node.children} == {Text} and node.language.is_rtl:
        inside = escape(plain(node))  # it is in order as a whole
    return f'<a href="{escape(href)}"{number}{lang}{left}>{inside}</a>'


def _has_rtl(text: str) -> bool:
    """Numbers and addresses are left-to-right everywhere; words are not (UAX #9, types R and AL)."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def _image(node: Element) -> str:
    """A picture that says something is described; icons are decoration, and left to paper."""
    alt = node.attributes.get("alt", "")
    return f"<p>[{escape(alt)}]</p>" if alt else ""


def _lang(language: Language, around: Language) -> str:
    if language.tag == around.tag:
        return ""
    turned = language.direction != around.direction
    direction = f' dir="{language.direction}"' if turned else ""
    return f' lang="{escape(language.tag)}"{direction}'
