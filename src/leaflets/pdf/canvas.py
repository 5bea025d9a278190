"""ReportLab's canvas, without what PDF/X, PDF/A and PDF/UA forbid and with what they ask for.

Each override of a private name of ReportLab has a test in tests/pdf/test_canvas.py.
"""

import hashlib
import io
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFInfo, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from leaflets.pdf.objects import Shared, Stream, Value, array, deflated_text, dictionary, name, refer, string
from leaflets.sheets.sheet import Sheet

CATALOG_KEYS = ["OutputIntents"]
PAGE_KEYS = ["StructParents", "Tabs"]


class Info(PDFInfo):
    """The Info dictionary: exactly the texts that are given."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self.texts = dict(texts)

    def digest(self, _digest: object) -> None:
        """Nothing: the file's ID is that of its content."""

    def format(self, document: PDFDocument) -> bytes:
        entries: dict[str, Value] = {key: string(text) for key, text in self.texts.items()}
        entries["Trapped"] = name("False")
        found: bytes = dictionary(**entries).format(document)
        return found


class SheetCanvas(Canvas):
    """Pages of a PDF: content comes as operators, resources are one dictionary for all pages."""

    _doc: Any  # the stubs leave out what is private, and most attributes of a document and a page
    _code: list[str]
    _pagesize: tuple[float, float]
    _annotationrefs: list[PDFObjectReference]

    def __init__(self, *, version: tuple[int, int], language: str) -> None:
        super().__init__(
            io.BytesIO(), pagesize=(1, 1), invariant=1, pageCompression=1, pdfVersion=version, lang=language
        )
        self.resources = Shared({"Font": PDFObjectReference(pdfdoc.BasicFonts)})
        self.catalog.__NoDefault__ = self.catalog.__NoDefault__ + CATALOG_KEYS
        # ReportLab's own begins with SOURCE_DATE_EPOCH, and would give two leaflets of one title the same ID
        self._doc.signature = hashlib.blake2b(digest_size=16)
        self._parents_key: int | None = None

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

    @property
    def page(self) -> PDFObjectReference:
        """The page that is being written."""
        return self.document.thisPageRef()

    def open_sheet(self, sheet: Sheet, *, boxes: bool, parents_key: int | None) -> None:
        """Begin a page; `boxes` are those that a print shop needs (ISO 15930-7, 6.5)."""
        media = sheet.media_box
        self.setPageSize((media.width, media.height))
        self._parents_key = parents_key
        if boxes:
            trim, bleed = (box.moved(-media.x, -media.y) for box in (sheet.trim, sheet.bleed_box))
            self.setTrimBox([trim.x, trim.y, trim.right, trim.top])
            self.setBleedBox([bleed.x, bleed.y, bleed.right, bleed.top])

    def close_sheet(self, operators: str) -> None:
        """End a page: `operators` are all of its content."""
        self._code.append(operators)
        self.showPage()

    def place_of(self, key: str) -> pdfdoc.Destination:
        """A bookmarked place, which may stand on a later page; without it nothing can be written."""
        found: pdfdoc.Destination = self._bookmarkReference(key)  # type: ignore[attr-defined]  # private
        return found

    def annotate(self, annotation: pdfdoc.PDFDictionary) -> PDFObjectReference:
        """Put an annotation on the page."""
        self._addAnnotation(annotation)  # type: ignore[attr-defined]  # private: not in the stubs
        return self._annotationrefs[-1]

    def add_font(self, resource: str, font: pdfdoc.PDFDictionary) -> None:
        self._doc.idToObject[pdfdoc.BasicFonts].dict[resource] = refer(self.document, font)

    def finish(self, info: Mapping[str, str], xmp: bytes) -> bytes:
        """The file. Nothing can be added after."""
        self.document.info = Info(info)
        self.catalog.Metadata = Stream({"Type": name("Metadata"), "Subtype": name("XML")}, xmp)
        data: bytes = self.getpdfdata()  # type: ignore[no-untyped-call]  # incomplete stubs
        return data

    def _make_preamble(self) -> None:
        """ReportLab's sets Helvetica, which is not embedded, on every page."""
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - ReportLab's name
        """Called for each page before it is added: its dictionary gets what ReportLab does not know."""
        super()._setAnnotations(page)  # type: ignore[misc]  # private: not in the stubs
        content = "".join(self._code).encode("ascii")
        self.document.updateSignature(content)
        page.Contents = deflated_text(content)
        page.Resources = self.resources
        page.Trans = None  # ReportLab writes an empty one
        page.Rotate = None
        page.__NoDefault__ = page.__NoDefault__ + PAGE_KEYS
        page.StructParents = self._parents_key
        page.Tabs = None if self._parents_key is None else name("S")
        page.MediaBox = array([0, 0, *self._pagesize])
