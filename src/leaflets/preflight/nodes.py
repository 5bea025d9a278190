"""The structure tree of a PDF -> its elements in reading order, with parents, languages and content."""

from dataclasses import dataclass, field
from typing import Any

import pikepdf

from leaflets.preflight.reading import Key, kids_of, page_numbers, place_of

STANDARD_ROLES = frozenset(
    ("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
     "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
     "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link",
     "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form")
)  # fmt: skip
"""ISO 32000-1, 14.8.4."""

DEEPEST = 200
"""Levels of elements that are followed: a tree that contains itself ends here."""


@dataclass(slots=True, kw_only=True)
class Node:
    """One structure element."""

    element: Any  # pikepdf's dictionary
    own_role: str
    """As it is written."""
    role: str
    """As the role map says; as it is written if that leads nowhere."""
    language: str
    """Its own or inherited; empty if nobody says it."""
    parent: "Node | None"
    page: int | None
    """Counts from 0."""
    kids: list["Node"] = field(default_factory=list)
    content: list[Key] = field(default_factory=list)
    """(page, MCID) of its own marked content."""
    objects: list[Any] = field(default_factory=list)
    """Annotations and images that it refers to."""

    @property
    def where(self) -> int | None:
        """Number of its page from 1, if it or what is in it has one."""
        pages = [page for page, _mcid in self.content] or ([] if self.page is None else [self.page])
        if pages:
            return pages[0] + 1
        return next((found for kid in self.kids if (found := kid.where) is not None), None)

    @property
    def roles(self) -> tuple[str, ...]:
        """Those of its kids."""
        return tuple(kid.role for kid in self.kids)

    def attributes(self, key: str) -> list[Any]:
        """Values of an attribute of any owner (ISO 32000-1, 14.7.5)."""
        found = self.element.get("/A")
        entries = [] if found is None else found.as_list() if isinstance(found, pikepdf.Array) else [found]
        return [entry[key] for entry in entries if isinstance(entry, pikepdf.Dictionary) and key in entry]


def read_nodes(pdf: pikepdf.Pdf) -> tuple[Node, ...]:
    """Depth first, as it is read aloud; none if there is no tree."""
    root: Any = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return ()
    found: list[Node] = []
    reader = _Reader(
        pages=page_numbers(pdf),
        roles={str(k)[1:]: str(v)[1:] for k, v in root.get("/RoleMap", pikepdf.Dictionary()).items()},
        found=found,
    )
    for kid in kids_of(root):
        reader.read(kid, parent=None, language=str(pdf.Root.get("/Lang", "")), page=None, depth=0)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    pages: dict[Key, int]
    roles: dict[str, str]
    found: list[Node]

    def read(
        self, element: Any, *, parent: Node | None, language: str, page: int | None, depth: int
    ) -> None:  # Any: pikepdf's
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element or depth > DEEPEST:
            return
        own = str(element.S)[1:]
        node = Node(
            element=element,
            own_role=own,
            role=mapped(own, self.roles),
            language=str(element.get("/Lang", language)),
            parent=parent,
            page=self.pages.get(element.Pg.objgen, page) if "/Pg" in element else page,
        )
        self.found.append(node)
        if parent is not None:
            parent.kids.append(node)
        for kid in kids_of(element):
            place = place_of(kid, page=node.page, pages=self.pages)
            if place is not None:
                node.content.append(place)
            elif not isinstance(kid, int) and "/Obj" in kid:
                node.objects.append(kid.Obj)
            elif not isinstance(kid, int):
                self.read(kid, parent=node, language=node.language, page=node.page, depth=depth + 1)


def mapped(role: str, roles: dict[str, str]) -> str:
    """A standard role by way of the role map; the last one reached if it goes in a circle."""
    seen = {role}
    while role not in STANDARD_ROLES and role in roles and roles[role] not in seen:
        role = roles[role]
        seen.add(role)
    return role
