"""A document -> plain text to paste into a message: reading order, telephone numbers in plain digits."""

from collections.abc import Iterator

from leaflets.document.tree import Document, Element, Node
from leaflets.document.vocabulary import INLINE, TEXT_BLOCKS

LRM = "\u200e"
"""Before a number in right-to-left text, so that a plus sign stays at its left (UAX #9, rule W7)."""

HEADINGS = frozenset({"h1", "h2", "h3"})


def message_of(document: Document) -> str:
    """Headings after an empty line, items after a dash; UTF-8 text with no markup."""
    lines = _notices(document)
    for flow in document.flows:
        for block in _blocks(flow):
            text = " ".join(part for part in _words(block).replace("\n ", "\n").split(" ") if part).strip()
            if not text:
                continue
            if block.name in HEADINGS and lines:
                lines.append("")
            lines.append(f"- {text}" if block.name == "li" else text)
    return "\n".join(lines) + "\n"


def _notices(document: Document) -> list[str]:
    """A draft says so first, in each of its languages."""
    boxes = [box for box in document.panels[0].children if isinstance(box, Element)]
    blocks = [block for box in boxes for block in _blocks(box)]
    shown = [b for b in blocks if b.attributes.get("class") == "notice" and "hidden" not in b.attributes]
    return [_words(block) for block in shown]


def _blocks(element: Element) -> Iterator[Element]:
    """What holds words; a cell may hold paragraphs instead."""
    within = [child for child in element.children if isinstance(child, Element)]
    if element.name in TEXT_BLOCKS and all(child.name in INLINE for child in within):
        yield element
        return
    for child in within:
        yield from _blocks(child)


def _words(node: Node) -> str:
    if not isinstance(node, Element):
        return node.text
    if node.name == "br":
        return "\n"
    href = node.attributes.get("href", "")
    if node.name == "a" and href.startswith("tel:"):
        return (LRM if node.language.is_rtl else "") + href.removeprefix("tel:")
    return "".join(_words(child) for child in node.children)
