"""The XMP packet of a PDF -> its properties by prefix and name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PREFIXES: Mapping[str, str] = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    EXTENSION: "pdfaExtension",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """What a file says about itself in XMP."""

    present: bool = False
    data: bytes = b""
    fault: str = ""
    """Why it cannot be read."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """`dc:title` -> text; of a list or of alternatives, all items joined by a comma."""
    declared: frozenset[str] = frozenset()
    """Namespaces that an extension schema describes (ISO 19005-2, 6.6.2.3)."""
    used: frozenset[tuple[str, str]] = frozenset()
    """Namespace and name of every property."""

    def text(self, name: str) -> str:
        return self.texts.get(name, "")


def read_packet(stream: Any) -> Packet:  # the Metadata of a catalog: pikepdf's, or None
    if not isinstance(stream, pikepdf.Stream):
        return Packet()
    data = stream.read_bytes()
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        return Packet(present=True, data=data, fault=str(error))
    properties = tuple(_properties(root))
    return Packet(
        present=True,
        data=data,
        texts={f"{PREFIXES.get(space, space)}:{name}": text for space, name, text in properties},
        declared=frozenset(e.text or "" for e in root.iter(f"{{{SCHEMA}}}namespaceURI")),
        used=frozenset((space, name) for space, name, _text in properties),
    )


def _properties(root: Any) -> list[tuple[str, str, str]]:  # an element of lxml
    found = []
    for description in root.iter(f"{{{RDF}}}Description"):
        for key, text in description.attrib.items():
            name = etree.QName(key)
            if name.namespace != RDF:
                found.append((name.namespace or "", name.localname, str(text)))
        for child in description:
            if isinstance(child.tag, str):
                name = etree.QName(child)
                found.append((name.namespace or "", name.localname, _text(child)))
    return found


def _text(element: Any) -> str:  # an element of lxml
    items = list(element.iter(f"{{{RDF}}}li"))
    if not items:
        return "".join(element.itertext()).strip()
    chosen = [item for item in items if item.get(LANG) == "x-default"] or items
    return ", ".join("".join(item.itertext()).strip() for item in chosen)
