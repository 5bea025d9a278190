"""Bookmarks of placed pages -> the outline of a file."""

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument

from leaflets.geometry import Rect
from leaflets.pages.page import Page
from leaflets.pdf.canvas import SheetCanvas
from leaflets.pdf.objects import Body, numbers, reference, text_string
from leaflets.sheets.sheet import Placement, Sheet


class Outline(Body):
    """Stands where ReportLab's own outline does, which is asked for its entries before a file is written."""

    ready = 1

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Nothing: the entries are objects of the document."""


@dataclass(slots=True)
class Entry:
    level: int
    head: bytes = b""
    """Title and destination, as they are written; of the root a type."""
    body: Body = field(default_factory=Body)
    children: list["Entry"] = field(default_factory=list)


class Outliner:
    """The outline of one document: entries are nested by the levels of the bookmarks."""

    def __init__(self, canvas: SheetCanvas) -> None:
        self._canvas = canvas
        self._root = Entry(-1, b"/Type /Outlines", Outline())
        self._open = [self._root]

    def add(self, page: Page, *, sheet: Sheet, placement: Placement) -> None:
        """The bookmarks of a page, with destinations on the sheet that is being written."""
        target = self._canvas.page
        for bookmark in page.bookmarks:
            seen = sheet.on_media(Rect(0, 0, page.width, bookmark.top), placement=placement)
            place = b"[%s /XYZ %s 0]" % (target, numbers((seen.x, seen.top)).encode())
            if bookmark.target:
                self._canvas.place_of(f"h{bookmark.target}").data = place
            self._add(Entry(bookmark.level, b"/Title %s /Dest %s" % (text_string(bookmark.title), place)))

    def _add(self, entry: Entry) -> None:
        """Below the last one of a lower level: levels may begin anywhere and leave some out."""
        while self._open[-1].level >= entry.level:
            self._open.pop()
        self._open[-1].children.append(entry)
        self._open.append(entry)

    def write(self) -> None:
        """Fill in the bodies of all entries."""
        if self._root.children:
            self._canvas.set_outline(self._root.body)
            _write(self._root, b"", document=self._canvas.document)


def _write(entry: Entry, siblings: bytes, *, document: PDFDocument) -> int:
    """An entry and all below it (ISO 32000-1, 12.3.3), all of them open: how many those are."""
    parent = reference(document, entry.body)
    ours = [reference(document, child.body) for child in entry.children]
    count = len(ours)
    for index, child in enumerate(entry.children):
        links = b"/Parent " + parent
        if index:
            links += b" /Prev " + ours[index - 1]
        if index + 1 < len(ours):
            links += b" /Next " + ours[index + 1]
        count += _write(child, links, document=document)
    below = b"/First %s /Last %s /Count %d" % (ours[0], ours[-1], count) if ours else b""
    entry.body.data = b"<< %s >>" % b" ".join(filter(None, (entry.head, siblings, below)))
    return count
