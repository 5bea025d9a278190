"""A document to the place of each message in the leaflet, in words: `cover, title`.

Places are those of the layout, not of composed pages, so that a new font or a longer translation changes
no catalog.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from leaflets.catalog.message import Key
from leaflets.document.tree import Document, Element, Text

KINDS: Mapping[str, str] = MappingProxyType(
    {"h1": "title", "h2": "heading", "h3": "small heading", "p": "text", "li": "item of a list"}
)
"""What a translator calls the blocks that hold text."""

_NUMBERED = re.compile(r"(.*?)[-_ ]?(\d+)")


def places(document: Document) -> Mapping[Key, tuple[str, ...]]:
    """Context and msgid -> the places where the message stands, each once, in reading order."""
    found: dict[Key, dict[str, None]] = {}
    for area, element in _areas(document):
        for key, place in _placed(element, document, "text"):
            found.setdefault(key, {})[f"{area}, {place}" if place else area] = None
    return {key: tuple(names) for key, names in found.items()}


def _areas(document: Document) -> Iterator[tuple[str, Element]]:
    for panel in document.panels:
        yield panel.attributes["name"], panel
    for flow in document.flows:
        yield _joined(flow.attributes["panels"].split()), flow


def _joined(panels: list[str]) -> str:
    """`inside-1 to inside-3` for panels that are numbered in a row, else all of them."""
    parts = [_NUMBERED.fullmatch(panel) for panel in panels]
    names = {part[1] for part in parts if part}
    numbers = [int(part[2]) for part in parts if part]
    in_a_row = numbers == list(range(numbers[0], numbers[0] + len(panels))) if numbers else False
    if len(panels) > 2 and len(names) == 1 and in_a_row:
        return f"{panels[0]} to {panels[-1]}"
    return ", ".join(panels)


def _placed(element: Element, document: Document, place: str) -> Iterator[tuple[Key, str]]:
    place = _named(element) or place
    if element.name == "img":
        yield from _picture(element, document)
    for child in element.children:
        if isinstance(child, Element):
            yield from _placed(child, document, place)
        elif child.source >= 0 and child.origin.msgid is not None:
            yield _key(child), place


def _key(text: Text) -> Key:
    return text.origin.context, text.origin.msgid or ""


def _named(element: Element) -> str:
    """`text (subtitle)`: what the block is, and the layout's own word for it."""
    kind = KINDS.get(element.name, "")
    words = element.attributes.get("class", "").replace("-", " ")
    return f"{kind} ({words})" if kind and words else kind


def _picture(element: Element, document: Document) -> Iterator[tuple[Key, str]]:
    """The words for a picture are an attribute, whose message is found by its text."""
    words = element.attributes.get("alt")
    for message in document.messages:
        if words and message.text == words and message.origin.msgid is not None:
            yield (message.origin.context, message.origin.msgid), "words for a picture"
