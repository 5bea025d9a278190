"""Links of placed pages -> annotations with their tags."""

from leaflets.errors import PdfError
from leaflets.pages.page import INTERNAL, Link, Page
from leaflets.pdf.canvas import SheetCanvas
from leaflets.pdf.objects import Value, array, dictionary, name, text_string
from leaflets.pdf.structure import Structure
from leaflets.sheets.sheet import Placement, Sheet

SCHEMES = ("https:", "mailto:", "tel:")
PRINTED = 4
"""Annotation flag Print, which PDF/A asks for (ISO 19005-2, 6.3.2)."""


def add_links(
    page: Page, *, canvas: SheetCanvas, structure: Structure, sheet: Sheet, placement: Placement
) -> None:
    """A Link annotation for each link of a page, inside of its tag (ISO 14289-1, 7.18.5)."""
    for link in (item for item in page.items if isinstance(item, Link)):
        check_link(link)
        rect = sheet.on_media(link.rect, placement=placement)
        annotation = dictionary(
            Type=name("Annot"),
            Subtype=name("Link"),
            Rect=array([rect.x, rect.y, rect.right, rect.top]),
            Border=array([0, 0, 0]),
            F=PRINTED,
            P=canvas.page,
            Contents=text_string(link.contents),
            Lang=text_string(link.language),
            **_aim(link, canvas),
        )
        placed = canvas.annotate(annotation)
        annotation["StructParent"] = structure.link(link.tag, annotation=placed, page=canvas.page)


def _aim(link: Link, canvas: SheetCanvas) -> dict[str, Value]:
    """An action that opens an address, or the place of a heading (12.3.2.2)."""
    if link.href.startswith(INTERNAL):
        return {"Dest": canvas.place_of(f"h{link.href.removeprefix(INTERNAL)}")}
    return {"A": dictionary(Type=name("Action"), S=name("URI"), URI=text_string(link.href))}


def check_link(link: Link) -> None:
    """PdfError for an address that a leaflet must not lead to, or that nobody can hear."""
    if not link.href.startswith((*SCHEMES, INTERNAL)):
        schemes = ", ".join(SCHEMES)
        raise PdfError(f"the link {link.href!r} is not allowed: addresses begin with {schemes}")
    if not link.href.isascii():
        raise PdfError(f"the link {link.href!r} is not ASCII: write its host in punycode, the rest with %")
    if not link.contents.strip():
        raise PdfError(f"the link {link.href!r} has no description for screen readers: give it contents")
