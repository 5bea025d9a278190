"""Nodes while a document is put together: mutable, without style."""

from collections.abc import Iterator
from dataclasses import field

from leaflets.diagnostics import Origin, Place
from leaflets.frozen import dataclass
from leaflets.language import Language


@dataclass(slots=True, kw_only=True)
class RawText:
    """Text with the language that it really is in; `source` is its message's index, -1 for none."""

    text: str
    language: Language
    origin: Origin
    source: int = -1


@dataclass(slots=True, kw_only=True)
class Raw:
    """An element; `language` is inherited from its parent unless the layout gives it."""

    name: str
    place: Place
    language: Language
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Raw | RawText]" = field(default_factory=list)
    origin: Origin | None = None
    """Of a translation that made the element; else its own place."""

    def walk(self) -> "Iterator[Raw]":
        """This element and all below, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Raw):
                yield from child.walk()

    def texts(self) -> "Iterator[RawText]":
        """All texts below, in document order."""
        for child in self.children:
            if isinstance(child, Raw):
                yield from child.texts()
            else:
                yield child

    def text(self) -> str:
        """All text below; a line that ends (br) parts words as a blank does."""
        if self.name == "br":
            return " "
        return "".join(c.text if isinstance(c, RawText) else c.text() for c in self.children)
