"""Links of placed pages -> annotations with their tags."""

from reportlab.pdfbase.pdfdoc import PDFDocument

from leaflets.errors import PdfError
from leaflets.pages.page import INTERNAL, Link, Page
from leaflets.pdf.canvas import SheetCanvas
from leaflets.pdf.objects import Body, numbers, text_string
from leaflets.pdf.structure import Structure
from leaflets.sheets.sheet import Placement, Sheet

SCHEMES = ("https:", "mailto:", "tel:")
PRINTED = 4
"""Annotation flag Print, which PDF/A asks for (ISO 19005-2, 6.3.2)."""

ENTRIES = (
    b"/Type /Annot /Subtype /Link /Rect [%s] /Border [0 0 0] /F %d /P %s /StructParent %d"
    b" /Contents %s /Lang %s"
)


class Annotation(Body):
    """A link, which may lead to a place that is not known before all pages are written."""

    def __init__(self, aim: Body) -> None:
        super().__init__()
        self._aim = aim

    def format(self, document: PDFDocument) -> bytes:
        return b"<< %s %s >>" % (self.data, self._aim.format(document))


def add_links(
    page: Page, *, canvas: SheetCanvas, structure: Structure, sheet: Sheet, placement: Placement
) -> None:
    """A Link annotation for each link of a page, inside of its tag (ISO 14289-1, 7.18.5)."""
    for link in (item for item in page.items if isinstance(item, Link)):
        check_link(link)
        annotation = Annotation(_aim(link, canvas))
        placed = canvas.annotate(annotation)
        key = structure.link(link.tag, annotation=placed, page=canvas.page)
        rect = sheet.on_media(link.rect, placement=placement)
        box = numbers((rect.x, rect.y, rect.right, rect.top)).encode()
        words = text_string(link.contents), text_string(link.language)
        annotation.data = ENTRIES % (box, PRINTED, canvas.page, key, *words)


def _aim(link: Link, canvas: SheetCanvas) -> Body:
    """An action that opens an address, or the place of a heading (12.3.2.2)."""
    if link.href.startswith(INTERNAL):
        return canvas.place_of(f"h{link.href.removeprefix(INTERNAL)}")
    return Body(b"/A << /S /URI /URI %s >>" % text_string(link.href))


def check_link(link: Link) -> None:
    """PdfError for an address that a leaflet must not lead to, or that nobody can hear."""
    if not link.href.startswith((*SCHEMES, INTERNAL)):
        schemes = ", ".join(SCHEMES)
        raise PdfError(f"the link {link.href!r} is not allowed: addresses begin with {schemes}")
    if not link.href.isascii():
        raise PdfError(f"the link {link.href!r} is not ASCII: write its host in punycode, the rest with %")
    if not link.contents.strip():
        raise PdfError(f"the link {link.href!r} has no description for screen readers: give it contents")
