"""What a layout gives for a placeholder, as XML text -> raw nodes, all that is in it."""

import re
from collections.abc import Iterator

from lxml import etree

from leaflets.diagnostics import Origin
from leaflets.document.parse import DEEPEST, Faults, Find, Resolve, is_deeper, raw_tree
from leaflets.document.raw import Raw, RawText
from leaflets.document.template import TOKEN
from leaflets.document.vocabulary import INLINE
from leaflets.frozen import dataclass
from leaflets.language import Language

BLANKS = " \t\n"
"""What a template is laid out with: one of them stands between words."""

HELP = "give text, or one of " + ", ".join(f"<{name}>" for name in sorted(INLINE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """What values of one message's placeholders have in common."""

    language: Language
    """Of the message that answered."""
    origin: Origin
    source: int
    find: Find
    resolve: Resolve
    """Of messages that stand in a value."""
    faults: Faults

    def nodes(self, xml: str) -> list[Raw | RawText]:
        """Text is data and stands as it is; elements are those of layouts, within a line."""
        root = self._parsed(xml)
        if root is None:
            return []
        found = list(self._texts(root.text))
        for child in root:
            found += [*self._element(child), *self._texts(child.tail)]
        return found

    def _parsed(self, xml: str) -> etree._Element | None:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(f"<value>{xml.strip(BLANKS)}</value>".encode(), parser)
        except etree.XMLSyntaxError as error:
            self._fault(
                "not-xml", f"is not well-formed XML: {error.msg}", help="close every tag; write & as &amp;"
            )
            return None
        if is_deeper(root, DEEPEST):
            told = f"has elements that stand more than {DEEPEST} deep in each other"
            self._fault("misplaced-element", told, help=HELP)
            return None
        return root

    def _texts(self, text: str | None) -> Iterator[Raw | RawText]:
        for index, part in enumerate(TOKEN.split(text or "")):
            if index % 2:
                yield from self.resolve(int(part), self.origin.place, self.language)
            elif part:
                yield self.text(part)

    def text(self, words: str) -> RawText:
        text = re.sub(f"[{BLANKS}]+", " ", words)
        return RawText(text=text, language=self.language, origin=self.origin, source=self.source)

    def _element(self, element: etree._Element) -> list[Raw | RawText]:
        if element.tag not in INLINE:
            what = "an entity" if element.tag is etree.Entity else f"<{element.tag}>"
            self._fault("misplaced-element", f"holds {what}, which stands in no line of text", help=HELP)
            return []
        node = raw_tree(
            element,
            above=self.origin.place,
            language=self.language,
            find=self.find,
            resolve=self.resolve,
            faults=self.faults,
        )
        return [self._owned(node)]

    def _owned(self, node: Raw) -> Raw:
        """Words of no message of their own are part of this one."""
        node.origin = node.origin or self.origin
        for child in node.children:
            if isinstance(child, Raw):
                self._owned(child)
            elif child.source < 0:
                child.origin, child.source = self.origin, self.source
        return node

    def _fault(self, rule: str, told: str, *, help: str) -> None:
        message = f'what the layout gives for a placeholder of "{self.origin.msgid}" {told}'
        self.faults.add(rule, message, self.origin.place, help=help)
