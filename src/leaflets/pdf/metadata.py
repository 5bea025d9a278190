"""What a file says about itself -> the Info dictionary and the XMP packet, which agree in every word."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

import reportlab

from leaflets.errors import PdfError

PRODUCER = f"leaflets with ReportLab {reportlab.Version}"

SPACES = (
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
    ("pdfxid", "http://www.npes.org/pdfx/ns/id/"),
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
)

UA_SCHEMA = (
    '<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""Declares `pdfuaid`, which PDF/A-2 does not know (ISO 19005-2, 6.6.2.3)."""

TRAPPED = "<pdf:Trapped>False</pdf:Trapped>"
"""PDF/A-2 has no schema for it, so it stands in print files only."""

X4 = f"{TRAPPED}\n<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
"""ISO 15930-7, 6.9 and 6.11. PDF/X-3 and PDF/X-1a are named in the Info dictionary only."""

UA1_A2A = (
    "<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>2</pdfaid:part>\n"
    f"<pdfaid:conformance>A</pdfaid:conformance>\n{UA_SCHEMA}"
)
"""ISO 14289-1, clause 5; ISO 19005-2, 6.6.4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about itself; empty texts are left out."""

    title: str
    language: str
    """BCP 47 tag of the document, `mul` for several."""
    date: datetime
    """When the content was made, from the caller; without a zone it is UTC."""
    edition: str = ""
    """The dated text, e.g. `2026-11`: xmpMM:VersionID."""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    publisher: str = ""
    rights: str = ""
    creator: str = "leaflets"
    """The program that made the document before it became a PDF."""
    producer: str = PRODUCER


def check_metadata(metadata: Metadata) -> None:
    """PdfError if a title or a language is missing (ISO 14289-1, 7.1 and 7.2)."""
    for field, value in (("title", metadata.title), ("language", metadata.language)):
        if not value.strip():
            raise PdfError(f"the PDF has no {field}: give the leaflet a {field}, readers announce it")


def instant(metadata: Metadata) -> datetime:
    """The date in UTC, in whole seconds."""
    date = metadata.date if metadata.date.tzinfo else metadata.date.replace(tzinfo=UTC)
    return date.astimezone(UTC).replace(microsecond=0)


def info_texts(metadata: Metadata) -> tuple[tuple[str, str], ...]:
    """Keys and texts of the Info dictionary (ISO 32000-1, 14.3.3), without the empty ones.

    Four keys are ours: print shops' systems show Info, and XMP has the same words.
    """
    date = f"D:{instant(metadata):%Y%m%d%H%M%S}Z"
    pairs = (
        ("Title", metadata.title),
        ("Author", metadata.author),
        ("Subject", metadata.subject),
        ("Keywords", metadata.keywords),
        ("Language", metadata.language),
        ("Publisher", metadata.publisher),
        ("Rights", metadata.rights),
        ("Edition", metadata.edition),
        ("Creator", metadata.creator),
        ("Producer", metadata.producer),
        ("CreationDate", date),
        ("ModDate", date),
    )
    return tuple((key, text) for key, text in pairs if text)


def xmp_packet(metadata: Metadata, *, claims: str, content: bytes) -> bytes:
    """The XMP packet: `claims` are the properties that name the standards, `content` the file's digest."""
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES)
    properties = "\n".join((*_described(metadata), *_managed(metadata, content=content), claims))
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>\n{properties}\n</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return packet.encode()


def _described(metadata: Metadata) -> Sequence[str]:
    properties = (
        ("dc:title", "Alt", metadata.title),
        ("dc:creator", "Seq", metadata.author),
        ("dc:description", "Alt", metadata.subject),
        ("dc:publisher", "Bag", metadata.publisher),
        ("dc:rights", "Alt", metadata.rights),
        ("dc:language", "Bag", metadata.language),
        ("dc:format", "", "application/pdf"),
        ("pdf:Keywords", "", metadata.keywords),
        ("pdf:Producer", "", metadata.producer),
        ("xmp:CreatorTool", "", metadata.creator),
    )
    return [_property(tag, kind, text) for tag, kind, text in properties if text]


def _managed(metadata: Metadata, *, content: bytes) -> Sequence[str]:
    """Dates, and identifiers that are equal if and only if the content is."""
    date = f"{instant(metadata):%Y-%m-%dT%H:%M:%SZ}"
    properties = (
        ("xmp:CreateDate", date),
        ("xmp:ModifyDate", date),
        ("xmp:MetadataDate", date),
        ("xmpMM:DocumentID", _uuid(b"document", content)),
        ("xmpMM:InstanceID", _uuid(b"instance", content)),
        ("xmpMM:RenditionClass", "default"),
        ("xmpMM:VersionID", metadata.edition or "1"),
    )
    return [_property(tag, "", text) for tag, text in properties]


def _property(tag: str, kind: str, text: str) -> str:
    if not kind:
        return f"<{tag}>{escape(text, quote=False)}</{tag}>"
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    return f"<{tag}><rdf:{kind}><rdf:li{language}>{escape(text, quote=False)}</rdf:li></rdf:{kind}></{tag}>"


def _uuid(purpose: bytes, content: bytes) -> str:
    """A version 8 UUID of the content's digest (RFC 9562, 5.8)."""
    text = hashlib.sha256(purpose + content).hexdigest()
    return f"uuid:{text[:8]}-{text[8:12]}-8{text[13:16]}-8{text[17:20]}-{text[20:32]}"
