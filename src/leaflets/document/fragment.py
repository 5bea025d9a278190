"""A translated text to raw nodes: placeholders filled, markup from a short list, nothing evaluated."""

import re
from collections.abc import Mapping
from html import unescape

from lxml import etree

from leaflets.diagnostics import Diagnostic, Origin
from leaflets.document.fill import Filler
from leaflets.document.parse import DEEPEST, is_deeper
from leaflets.document.raw import Raw, RawText
from leaflets.document.sandbox import CLOSE, OPEN
from leaflets.document.vocabulary import TRANSLATED_MARKUP
from leaflets.errors import CatalogError, InputError, LayoutError
from leaflets.files import FORBIDDEN
from leaflets.frozen import dataclass
from leaflets.references import hidden, told

PLACEHOLDER = re.compile(r"%(?:%|\((\w+)\)s)?")
TEMPLATE = re.compile(r"\{\{|\{%|\{#")
MARK = re.compile(f"{OPEN}(\\w+){CLOSE}")
HREF = re.compile(r"""<a\s+href=(?:"([^"]*)"|'([^']*)')""")


def parse_fragment(text: str, *, variables: Mapping[str, str], filler: Filler) -> list[Raw | RawText]:
    """Nodes of one message. CatalogError (a translation) or LayoutError (the source) names its line."""
    root = _parsed(_marked(text, variables, filler.origin), text, filler.origin)
    return _Fragment(variables=variables, filler=filler).nodes(root)


def _marked(text: str, variables: Mapping[str, str], origin: Origin) -> str:
    """Placeholders become marks that no input can hold, to be filled after parsing."""
    _refuse_hidden(text, origin)
    template = TEMPLATE.search(text)
    if template:
        raise fault(
            "template-syntax",
            f'"{template[0]}" is template syntax; a text is never evaluated',
            origin,
            help="write the words as they should be printed; placeholders look like %(name)s",
        )

    def value(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return "%"
        if found[1] is None:
            raise fault(
                "bare-percent",
                'a bare "%" in a text that may hold placeholders',
                origin,
                help="write %% for a percent sign",
            )
        if found[1] not in variables:
            raise fault(
                "unknown-placeholder",
                f"the source has no placeholder %({found[1]})s",
                origin,
                help=f"use {', '.join(f'%({name})s' for name in variables) or 'none: the source has none'}",
            )
        return f"{OPEN}{found[1]}{CLOSE}"

    return PLACEHOLDER.sub(value, text)


def _refuse_hidden(text: str, origin: Origin) -> None:
    """Files are read without such characters; escapes and references can still bring them here."""
    found = FORBIDDEN.search(text)
    for what in (f"the text holds U+{ord(found[0]):04X}",) if found else map(told, hidden(text)):
        raise fault(
            "hidden-character",
            f"{what}, which is not printed",
            origin,
            help="delete it, and write what should be read there as letters",
        )


def _parsed(xml: str, text: str, origin: Origin) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(f"<fragment>{xml}</fragment>".encode(), parser)
    except etree.XMLSyntaxError as error:
        reason = str(error.msg).replace("fragment", "text")
        raise fault(
            "broken-markup",
            f"the markup of the text is broken: {reason}",
            origin,
            notes=(f"the text is: {text[:120]}",),
            help="close every tag that is opened, and write & as &amp; and < as &lt;",
        ) from None
    if is_deeper(root, DEEPEST):
        told = f"tags of the text stand more than {DEEPEST} deep in each other"
        raise fault("broken-markup", told, origin, help="use the markup of the source text")
    return root


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fragment:
    """What every node of one message has in common."""

    variables: Mapping[str, str]
    filler: Filler

    def nodes(self, element: etree._Element) -> list[Raw | RawText]:
        nodes = self.texts(element.text)
        for child in element:
            node = self.element(child)
            node.children = self.nodes(child)
            nodes += [node, *self.texts(child.tail)]
        return nodes

    def element(self, element: etree._Element) -> Raw:
        name = _name(element)
        attributes = {str(key): str(value) for key, value in element.attrib.items()}
        extra = tuple(key for key in attributes if (name, key) != ("a", "href"))
        if name not in TRANSLATED_MARKUP or extra:
            what = f"<{name}>" if name not in TRANSLATED_MARKUP else f'{extra[0]}="…" in <{name}>'
            raise fault(
                "markup-not-allowed",
                f"{what} is not allowed in a text",
                self.filler.origin,
                notes=("a text may hold " + ", ".join(f"<{word}>" for word in TRANSLATED_MARKUP),),
                help="remove it, or use the markup of the source text",
            )
        if name == "a" and attributes.get("href") not in _addresses(self.filler.origin.msgid or ""):
            raise fault(
                "changed-link",
                f"the link {attributes.get('href', 'without address')} is not one of the source text",
                self.filler.origin,
                help="keep the href of the source; addresses are not translated",
            )
        origin = self.filler.origin
        return Raw(
            name=name,
            place=origin.place,
            language=self.filler.language,
            attributes=attributes,
            origin=origin,
        )

    def texts(self, text: str | None) -> list[Raw | RawText]:
        """Text with its placeholders filled."""
        nodes: list[Raw | RawText] = []
        for index, part in enumerate(MARK.split(text or "")):
            if index % 2:
                nodes += self.filler.nodes(self.variables[part])
            elif part:
                nodes.append(self.filler.text(part))
        return nodes


def _addresses(source: str) -> set[str]:
    """Of the links of a source text, as they are read from it."""
    return {unescape((one or other).replace("%%", "%")) for one, other in HREF.findall(source)}


def _name(element: etree._Element) -> str:
    """Of comments and processing instructions, what stands between their brackets: they have no name."""
    tag: object = element.tag  # of these, the function that makes them
    if tag is etree.Comment:
        return "!-- … --"
    return "?…?" if tag is etree.ProcessingInstruction else str(tag)


def fault(rule: str, message: str, origin: Origin, *, help: str, notes: tuple[str, ...] = ()) -> InputError:
    """An error at the line where the text can be repaired."""
    kind = CatalogError if origin.catalog else LayoutError
    told = (f'the source is: "{origin.msgid[:120]}"',) if origin.msgid and origin.catalog else ()
    found = Diagnostic(rule=rule, message=message, place=origin.repair, help=help, notes=(*notes, *told))
    return kind(message, found)
