"""Tags and the content that was marked -> structure elements and the parent tree."""

from collections.abc import Callable
from dataclasses import field, replace

from reportlab.pdfbase.pdfdoc import PDFDocument

from leaflets.frozen import dataclass
from leaflets.geometry import Rect
from leaflets.pages.page import Tag
from leaflets.pdf.objects import Body, numbers, reference, text_string

Content = tuple[bytes, int | bytes]
"""Something on a page, by a reference to it: the number of marked content there, or an annotation."""


@dataclass(slots=True)
class Element:
    """A tag while its content is being written."""

    index: int
    tag: Tag
    body: Body
    reference: bytes
    """To its body."""
    content: list[Content] = field(default_factory=list)
    """Its own kids, in the order of the content; children have their own."""
    rank: int | None = None
    """How much of its parent's own content stands before it; None while it has no content."""
    bounds: Rect | None = None
    """Of a figure, on its page."""
    children: list["Element"] = field(default_factory=list)


class Structure:
    """The tag tree of one document: content is told to it in order, then `write` makes the objects."""

    def __init__(self, tags: tuple[Tag, ...], *, document: PDFDocument, language: str) -> None:
        rooted = _rooted(tags, language=language)
        self._document = document
        self._language = language
        self._elements = [_opened(index, tag, document=document) for index, tag in enumerate(rooted)]
        self._shift = len(rooted) - len(tags)
        self._parents: list[list[Element] | Element] = []
        self.root = Body()

    def open_page(self) -> int:
        """A key of the parent tree for the marked content of a new page (14.7.4.4)."""
        self._parents.append([])
        return len(self._parents) - 1

    def mark(self, tag: int, *, page: bytes, key: int, seen: Callable[[Rect], Rect]) -> str:
        """Begin a new piece of content of a tag: its operator. `seen`: where on the PDF's page it is."""
        element = self._reached(tag)
        owners = self._parents[key]
        if isinstance(owners, Element):
            raise TypeError(f"{key} is the key of an annotation and not of a page")
        mcid = len(owners)
        owners.append(element)
        if element.bounds is None and element.tag.bounds is not None:
            element.bounds = seen(element.tag.bounds)
        element.content.append((page, mcid))
        return f"/{element.tag.role} <</MCID {mcid}>> BDC\n"

    def link(self, tag: int, *, annotation: bytes, page: bytes) -> int:
        """Give a tag an annotation: its key in the parent tree."""
        element = self._reached(tag)
        element.content.append((page, annotation))
        self._parents.append(element)
        return len(self._parents) - 1

    def write(self) -> None:
        """Fill in the bodies of all elements, of the parent tree and of the root."""
        document, elements = self._document, self._elements
        for element in elements[1:]:
            elements[element.tag.parent or 0].children.append(element)
        for element in elements:
            above = None if element.tag.parent is None else elements[element.tag.parent]
            owner = reference(document, self.root) if above is None else above.reference
            inherited = self._language if above is None else above.tag.language
            element.body.data = _element(element, owner=owner, inherited=inherited)
        tree = reference(document, self._parent_tree())
        entries = (elements[0].reference, tree, len(self._parents))
        self.root.data = b"<< /Type /StructTreeRoot /K [%s] /ParentTree %s /ParentTreeNextKey %d >>" % entries

    def _reached(self, tag: int) -> Element:
        """An element that has content now: it stands after what its ancestors have had so far."""
        found = element = self._elements[tag + self._shift]
        while element.rank is None and element.tag.parent is not None:
            above = self._elements[element.tag.parent]
            element.rank = len(above.content)
            element = above
        return found

    def _parent_tree(self) -> Body:
        """Number tree: page or annotation -> the elements that own its content (14.7.4.4)."""
        document, rows = self._document, []
        for key, owners in enumerate(self._parents):
            if isinstance(owners, Element):
                rows.append(b"%d %s" % (key, owners.reference))
                continue
            row = Body(b"[%s]" % b" ".join([owner.reference for owner in owners]))
            rows.append(b"%d %s" % (key, reference(document, row)))
        return Body(b"<< /Nums [%s] >>" % b"\n".join(rows))


def _rooted(tags: tuple[Tag, ...], *, language: str) -> tuple[Tag, ...]:
    """The tags with a Document above all of them; it is added in front if it is not there."""
    if tags and tags[0].role == "Document":
        return tags
    moved = (replace(tag, parent=0 if tag.parent is None else tag.parent + 1) for tag in tags)
    return (Tag(role="Document", parent=None, language=language), *moved)


def _opened(index: int, tag: Tag, *, document: PDFDocument) -> Element:
    body = Body()
    return Element(index, tag, body, reference(document, body))


def _element(element: Element, *, owner: bytes, inherited: str) -> bytes:
    """A structure element dictionary (ISO 32000-1, 14.7.2), without the Type that it may leave out."""
    tag, content = element.tag, element.content
    data = b"<< /S /%s /P %s" % (tag.role.encode(), owner)
    if content or element.children:
        data += b" /K [%s]" % b" ".join(_kids(element))
    if content:
        data += b" /Pg " + content[0][0]
    if tag.language and tag.language != inherited:
        data += b" /Lang (%s)" % tag.language.encode()
    if tag.alt is not None:
        data += b" /Alt " + text_string(tag.alt)
    if tag.actual is not None:
        data += b" /ActualText " + text_string(tag.actual)
    return data + _attributes(element) + b" >>"


def _kids(element: Element) -> list[bytes]:
    """Own content and child elements: children in their order, each after the content it came after."""
    own = [_kid(page, target, first=element.content[0][0]) for page, target in element.content]
    kids: list[bytes] = []
    written = 0
    for child in element.children:
        rank = written if child.rank is None else max(written, child.rank)
        kids += own[written:rank]
        kids.append(child.reference)
        written = rank
    return kids + own[written:]


def _kid(page: bytes, target: int | bytes, *, first: bytes) -> bytes:
    """One kid (14.7.4.2, 14.7.4.3): content on another page than the element's first names its page."""
    if isinstance(target, bytes):
        return b"<< /Type /OBJR /Obj %s /Pg %s >>" % (target, page)
    if page == first:
        return b"%d" % target
    return b"<< /Type /MCR /Pg %s /MCID %d >>" % (page, target)


def _attributes(element: Element) -> bytes:
    """Attributes that assistive technology asks for (ISO 32000-1, 14.8.5; ISO 14289-1, 7.3, 7.5, 7.6)."""
    tag = element.tag
    if tag.role == "L":
        return b" /A << /O /List /ListNumbering /%s >>" % (b"Decimal" if tag.ordered else b"Disc")
    if tag.scope:
        return b" /A << /O /Table /Scope /%s >>" % tag.scope.encode()
    if element.bounds is not None:
        rect = element.bounds
        box = numbers((rect.x, rect.y, rect.right, rect.top)).encode()
        return b" /A << /O /Layout /Placement /Block /BBox [%s] >>" % box
    if tag.role == "Note":
        return b" /ID (%d)" % element.index
    return b""
