"""ReportLab's canvas and document, without what PDF/X, PDF/A and PDF/UA forbid and with what they ask for.

Each use of a private name of ReportLab has a test in tests/pdf/test_canvas.py.
"""

import hashlib
import io
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDocument,
    PDFInfo,
    PDFObject,
    PDFObjectReference,
    PDFPages,
)
from reportlab.pdfgen.canvas import Canvas

from leaflets.errors import PdfError
from leaflets.geometry import Rect
from leaflets.pdf.objects import (
    Array,
    Body,
    Dictionary,
    Shared,
    Stream,
    array,
    deflated_text,
    dictionary,
    name,
    reference,
    text_string,
)
from leaflets.sheets.sheet import Sheet


class Info(PDFInfo):
    """The Info dictionary: exactly the texts that are given."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.texts = dict(texts)

    def digest(self, _digest: object) -> None:
        """Nothing: the file's ID is that of its content."""

    def format(self, document: PDFDocument) -> bytes:
        texts = {key: text_string(text) for key, text in self.texts.items()}
        return dictionary(**texts, Trapped=name("False")).format(document)


class Place(Body):
    """What leads a link to a destination (ISO 32000-1, 12.3.2.2), once that is known."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    def format(self, _document: PDFDocument) -> bytes:
        if not self.data:
            raise PdfError(f"a link leads to {self.key}, which is nowhere on the pages")
        return b"/Dest " + self.data


class Catalog(PDFCatalog):
    """Of a file: its keys are the attributes that were set (ISO 32000-1, 7.7.2)."""

    def format(self, document: PDFDocument) -> bytes:
        told = {key: value for key, value in vars(self).items() if not (key.startswith("_") or value is None)}
        return dictionary(Type=name("Catalog"), **told).format(document)


class PageTree(PDFPages):
    """All pages below one node (7.7.3)."""

    def format(self, document: PDFDocument) -> bytes:
        pages: list[PDFObject] = self.pages
        return dictionary(Type=name("Pages"), Kids=array(pages), Count=len(pages)).format(document)


class Document(PDFDocument):
    """ReportLab's, which numbers the objects; the file is written in one go."""

    def __init__(self, *, version: tuple[int, int], language: str) -> None:
        super().__init__(invariant=1, pdfVersion=version)
        known: Any = self  # the stubs leave out most attributes
        catalog: Any = Catalog()
        known.Catalog, known.Pages = catalog, PageTree()
        catalog.Pages, catalog.Outlines, catalog.Lang = known.Pages, known.Outlines, text_string(language)

    def format(self) -> bytes:
        """Header, objects, cross-reference table and trailer (ISO 32000-1, 7.5)."""
        known: Any = self  # the stubs leave out most attributes
        major, minor = self._pdfVersion  # type: ignore[attr-defined]  # private: not in the stubs
        root, info = reference(self, known.Catalog), reference(self, known.info)
        parts = [b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % (major, minor)]
        while (key := known.numberToId.get(len(parts))) is not None:  # objects may name more of them
            body = known.idToObject[key].format(self).rstrip(b"\n")
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (len(parts), body))
        *places, end = accumulate(map(len, parts))
        rows = b"".join([b"%010d 00000 n \n" % place for place in places])
        table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts), rows)
        trailer = b"<< /Size %d /Root %s /Info %s /ID %s >>" % (len(parts), root, info, known.ID())
        return b"".join((*parts, table, b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, end)))


class SheetCanvas(Canvas):
    """Pages of a PDF: content comes as operators, resources are one dictionary for all pages."""

    _doc: Any  # the stubs leave out what is private, and most attributes of a document

    def __init__(self, *, version: tuple[int, int], language: str) -> None:
        super().__init__(io.BytesIO(), pagesize=(1, 1))
        self._doc = Document(version=version, language=language)
        self.resources = Shared({"Font": PDFObjectReference(pdfdoc.BasicFonts)})
        self.fonts = self._doc.idToObject[pdfdoc.BasicFonts] = Dictionary()
        # ReportLab's own begins with SOURCE_DATE_EPOCH, and would give two leaflets of one title the same ID
        self._doc.signature = hashlib.blake2b(digest_size=16)
        self._page = Shared()
        self.page = b""
        """A reference to the page that is being written."""
        self._annotations: list[bytes] = []
        self._places: dict[str, Place] = {}

    @property
    def document(self) -> PDFDocument:
        found: PDFDocument = self._doc
        return found

    @property
    def catalog(self) -> Any:  # its attributes are the keys of the dictionary that is written
        return self._doc.Catalog

    def digest(self) -> bytes:
        """Of all content that was written so far."""
        digest: bytes = self._doc.signature.digest()
        return digest

    def open_sheet(self, sheet: Sheet, *, boxes: bool, parents_key: int | None) -> None:
        """Begin a page; `boxes` are those that a print shop needs (ISO 15930-7, 6.5)."""
        media = sheet.media_box
        self._annotations = []
        self._page = Shared(
            {
                "Type": name("Page"),
                "Parent": reference(self.document, self._doc.Pages),
                "Resources": self.resources,
                "MediaBox": _edges(media, origin=media),
            }
        )
        self._doc.Reference(self._page, self._doc.thisPageName())
        self.page = reference(self._doc, self._page)
        if boxes:
            self._page["TrimBox"] = _edges(sheet.trim, origin=media)
            self._page["BleedBox"] = _edges(sheet.bleed_box, origin=media)
        if parents_key is not None:
            self._page["StructParents"], self._page["Tabs"] = parents_key, name("S")

    def close_sheet(self, operators: str) -> None:
        """End a page: `operators` are all of its content."""
        content = operators.encode("latin-1")
        self.document.updateSignature(content)
        self._page["Contents"] = deflated_text(content)
        if self._annotations:
            self._page["Annots"] = array(self._annotations)
        self._doc.addPage(self._page)

    def place_of(self, key: str) -> Place:
        """A bookmarked place, which may stand on a later page; without it nothing can be written."""
        return self._places.setdefault(key, Place(key))

    def annotate(self, annotation: PDFObject) -> bytes:
        """Put an annotation on the page: a reference to it."""
        self._annotations.append(reference(self.document, annotation))
        return self._annotations[-1]

    def set_outline(self, outline: PDFObject) -> None:
        self._doc.Outlines = self.catalog.Outlines = outline

    def add_font(self, resource: str, font: Dictionary) -> None:
        self.fonts[resource] = reference(self.document, font)

    def finish(self, info: Mapping[str, str], xmp: bytes) -> bytes:
        """The file. Nothing can be added after."""
        self.document.info = Info(info)
        self.catalog.Metadata = Stream({"Type": name("Metadata"), "Subtype": name("XML")}, xmp)
        data: bytes = self.getpdfdata()  # type: ignore[no-untyped-call]  # incomplete stubs
        return data

    def _make_preamble(self) -> None:
        """ReportLab's sets Helvetica, which is not embedded, on every page."""
        self._preamble = ""


def _edges(box: Rect, *, origin: Rect) -> Array:
    """A box by its edges, where the lower left corner of `origin` is 0, 0.

    Six decimals, so that it is not smaller than the paper by a hair when it becomes pixels.
    """
    left, low = box.x - origin.x, box.y - origin.y
    return array([f"{edge:.6f}" for edge in (left, low, left + box.width, low + box.height)])
