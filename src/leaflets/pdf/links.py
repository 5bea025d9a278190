"""Links and bookmarks of placed pages -> annotations with their tags, and the outline."""

from leaflets.errors import PdfError
from leaflets.geometry import Rect
from leaflets.pages.page import INTERNAL, Link, Page
from leaflets.pdf.canvas import SheetCanvas
from leaflets.pdf.objects import Value, array, dictionary, name, string
from leaflets.pdf.structure import Structure
from leaflets.sheets.sheet import Placement, Sheet

SCHEMES = ("https:", "mailto:", "tel:")
PRINTED = 4
"""Annotation flag Print, which PDF/A asks for (ISO 19005-2, 6.3.2)."""


class Outliner:
    """The outline of one document: entries are nested by the levels of the bookmarks."""

    def __init__(self, canvas: SheetCanvas) -> None:
        self._canvas = canvas
        self._levels: list[int] = []
        self._count = 0

    def add(self, page: Page, *, sheet: Sheet, placement: Placement) -> None:
        """The bookmarks of a page, with destinations on the sheet that is being written."""
        media = sheet.media_box
        for bookmark in page.bookmarks:
            self._count += 1
            key = f"h{bookmark.target}" if bookmark.target else f"b{self._count}"
            place = placement.on_sheet(Rect(0, 0, page.width, bookmark.top)).moved(-media.x, -media.y)
            left, top = place.x, place.top
            self._canvas.bookmarkPage(key, fit="XYZ", left=left, top=top, zoom=0)
            self._canvas.addOutlineEntry(bookmark.title, key, level=self._depth(bookmark.level))

    def _depth(self, level: int) -> int:
        """Levels may begin anywhere and leave some out, depths may not."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return len(self._levels) - 1


def add_links(
    page: Page, *, canvas: SheetCanvas, structure: Structure, sheet: Sheet, placement: Placement
) -> None:
    """A Link annotation for each link, inside of its tag (ISO 14289-1, 7.18.5)."""
    media = sheet.media_box
    for item in page.items:
        if isinstance(item, Link):
            check_link(item)
            rect = placement.on_sheet(item.rect).moved(-media.x, -media.y)
            annotation = dictionary(
                Type=name("Annot"),
                Subtype=name("Link"),
                Rect=array([rect.x, rect.y, rect.right, rect.top]),
                Border=array([0, 0, 0]),
                F=PRINTED,
                P=canvas.page,
                Contents=string(item.contents),
                Lang=string(item.language),
                **_aim(item, canvas),
            )
            placed = canvas.annotate(annotation)
            annotation["StructParent"] = structure.link(item.tag, annotation=placed, page=canvas.page)


def _aim(link: Link, canvas: SheetCanvas) -> dict[str, Value]:
    """An action that opens an address, or the place of a heading (12.3.2.2)."""
    if link.href.startswith(INTERNAL):
        return {"Dest": canvas.place_of(f"h{link.href.removeprefix(INTERNAL)}")}
    return {"A": dictionary(Type=name("Action"), S=name("URI"), URI=string(link.href))}


def check_link(link: Link) -> None:
    """PdfError for an address that a leaflet must not lead to, or that nobody can hear."""
    if not link.href.startswith((*SCHEMES, INTERNAL)):
        schemes = ", ".join(SCHEMES)
        raise PdfError(f"the link {link.href!r} is not allowed: addresses begin with {schemes}")
    if not link.href.isascii():
        raise PdfError(f"the link {link.href!r} is not ASCII: write its host in punycode, the rest with %")
    if not link.contents.strip():
        raise PdfError(f"the link {link.href!r} has no description for screen readers: give it contents")
