"""The bytes of a PDF -> what the rules ask about it, each read when it is first asked for."""

import io
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pikepdf

from leaflets.errors import PdfError
from leaflets.preflight.fonts import any_font
from leaflets.preflight.marks import Font, Leaf
from leaflets.preflight.nodes import Node, read_nodes
from leaflets.preflight.reader import read_leaf
from leaflets.preflight.usage import FontUse, font_uses
from leaflets.preflight.xmp import Packet, read_packet


class OpenPdf:
    """One PDF while it is checked. `name` is the file's, for messages."""

    def __init__(self, data: bytes, *, name: str = "") -> None:
        """PdfError if it is not a PDF, or needs a password."""
        self.name = name
        self.data = data
        try:
            self.pdf = pikepdf.open(io.BytesIO(data))  # each page is given what it inherits
        except (pikepdf.PdfError, pikepdf.PasswordError) as error:
            reason = "needs a password" if isinstance(error, pikepdf.PasswordError) else "is not a whole PDF"
            raise PdfError(f"{name or 'the file'} {reason}: nothing in it can be checked") from None

    def close(self) -> None:
        self.pdf.close()

    @cached_property
    def for_print(self) -> bool:
        """Whether it is meant for a print shop: it says so, or has its output intent or boxes."""
        intents = self.root.get("/OutputIntents", pikepdf.Array()).as_list()
        kinds = {str(found.get("/S")) for found in intents}
        claims = "/GTS_PDFXVersion" in self.info or self.packet.text("pdfxid:GTS_PDFXVersion")
        trimmed = any("/TrimBox" in page for page in self.pages)
        return bool("/GTS_PDFX" in kinds or claims or (trimmed and "/StructTreeRoot" not in self.root))

    @cached_property
    def standard_name(self) -> str:
        """The PDF/X that a print file is to keep: what it claims, PDF/X-4 where that is none we know."""
        conformance = str(self.info.get("/GTS_PDFXConformance", ""))
        claimed = conformance or str(self.info.get("/GTS_PDFXVersion", ""))
        known = {"PDF/X-3:2002": claimed, "PDF/X-1a:2001": claimed, "PDF/X-1:2001": "PDF/X-1a:2001"}
        return known.get(claimed, "PDF/X-4")

    @cached_property
    def inheriting(self) -> tuple[int, ...]:
        """Numbers of the pages that have their Resources from a node above them."""
        with pikepdf.open(io.BytesIO(self.data), inherit_page_attributes=False) as written:
            return tuple(_inheriting(written.Root.get("/Pages"), first=1)[0])

    @property
    def root(self) -> Any:  # pikepdf's objects have their keys as attributes
        return self.pdf.Root

    @cached_property
    def info(self) -> Any:  # as above
        return self.pdf.trailer.get("/Info", pikepdf.Dictionary())

    @cached_property
    def pages(self) -> tuple[Any, ...]:  # as above
        return tuple(page.obj for page in self.pdf.pages)

    @cached_property
    def packet(self) -> Packet:
        """The XMP metadata; an empty one if there is none that can be read."""
        return read_packet(self.root.get("/Metadata"))

    @cached_property
    def _read(self) -> tuple[tuple[Leaf, ...], dict[str, Font]]:
        fonts: dict[str, Font] = {}
        leaves = tuple(read_leaf(page, fonts=fonts, reader=any_font) for page in self.pdf.pages)
        return leaves, fonts

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return self._read[0]

    @property
    def fonts(self) -> dict[str, Font]:
        return self._read[1]

    @cached_property
    def font_uses(self) -> tuple[FontUse, ...]:
        return font_uses(self.pdf, leaves=self.leaves, fonts=self.fonts)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All structure elements, in reading order."""
        return read_nodes(self.pdf)

    @cached_property
    def objects(self) -> tuple[Any, ...]:
        """Every object of the file, direct ones too."""
        return tuple(value for found in self.pdf.objects for value in _within(found))

    @cached_property
    def operators(self) -> tuple[tuple[int, bytes], ...]:
        """Number of each page, from 1, and the bytes of its content."""
        return tuple(
            (number, part.read_bytes())
            for number, page in enumerate(self.pages, 1)
            for part in _parts(page.get("/Contents"))
        )

    @cached_property
    def dictionaries(self) -> tuple[Any, ...]:
        """Every dictionary, and every stream, which has one."""
        return tuple(o for o in self.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Stream))

    @cached_property
    def streams(self) -> tuple[Any, ...]:
        return tuple(found for found in self.pdf.objects if isinstance(found, pikepdf.Stream))

    @cached_property
    def images(self) -> tuple[Any, ...]:
        return tuple(stream for stream in self.streams if stream.get("/Subtype") == "/Image")

    @cached_property
    def annotations(self) -> tuple[tuple[int, Any], ...]:
        """Number of the page, from 1, and annotation."""
        return tuple(
            (number, annotation)
            for number, page in enumerate(self.pages, 1)
            for annotation in page.get("/Annots", pikepdf.Array()).as_list()
        )


def _parts(contents: Any) -> list[Any]:  # a stream of pikepdf, an array of them, or None
    if contents is None:
        return []
    return list(contents.as_list()) if isinstance(contents, pikepdf.Array) else [contents]


def _inheriting(node: Any, *, first: int) -> tuple[list[int], int]:  # a node of pikepdf's page tree
    """Numbers of pages without Resources of their own, and the number after the last."""
    if node is None or "/Kids" not in node:
        return ([first] if node is not None and "/Resources" not in node else []), first + 1
    found: list[int] = []
    for kid in node.Kids.as_list():
        more, first = _inheriting(kid, first=first)
        found += more
    return found, first


def _within(found: Any) -> Iterator[Any]:  # pikepdf's objects
    """The object, and what is in it without a reference."""
    yield found
    kids: list[Any] = []
    if isinstance(found, pikepdf.Array):
        kids = list(found.as_list())
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        kids = [value for _key, value in found.items()]
    for kid in kids:
        if isinstance(kid, pikepdf.Object):
            if not kid.is_indirect:
                yield from _within(kid)
        elif kid is not None:
            yield kid
