"""A tagged PDF -> its text as a screen reader gets it, and faults of the links between tags and content."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from leaflets.preflight.fonts import any_font
from leaflets.preflight.marks import Contents, Leaf, Mark
from leaflets.preflight.reader import read_pdf

BLOCKS = frozenset(("P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "LBody", "TH", "TD", "Note", "Figure"))
"""Structure types that a reader pauses after (ISO 32000-1, 14.8.4.3)."""

PICTURES = frozenset(("Figure", "Formula"))
"""What has no text but its Alt."""

Texts = Mapping[tuple[int, int], str]
"""(page, MCID) -> text of that marked content."""

Key = tuple[int, int]
"""Number and generation of an object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is read aloud in one breath: a piece of content, an ActualText, or the Alt of a figure."""

    role: str
    """Structure type of the element that has it."""
    language: str
    text: str
    block: int
    """Number of the paragraph, heading, cell … that it belongs to."""
    heard: str | None = None
    """What is said instead of the text, such as a number digit by digit; None where nothing is."""


@dataclass(slots=True)
class _Walk:
    pages: Mapping[Key, int]
    texts: Texts
    block: int = 0


def read_aloud(data: bytes) -> tuple[Passage, ...]:
    """The passages in the order of the structure tree; none if there is no tree."""
    contents = read_pdf(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        walk = _Walk(pages=page_numbers(pdf), texts=texts_of(contents))
        root = pdf.Root.get("/StructTreeRoot")
        language = str(pdf.Root.get("/Lang", ""))
        if root is None:
            return ()
        return tuple(
            passage
            for kid in kids_of(root)
            for passage in _passages(kid, walk=walk, language=language, page=None)
        )


def whole_text(passages: Sequence[Passage]) -> str:
    """All text, one line for each block."""
    blocks: dict[int, list[str]] = {}
    for passage in passages:
        blocks.setdefault(passage.block, []).append(passage.text)
    return "\n".join("".join(texts) for texts in blocks.values())


def _passages(
    element: Any, *, walk: _Walk, language: str, page: int | None
) -> Iterator[Passage]:  # a structure element of pikepdf
    role = str(element.S)[1:]
    language = str(element.get("/Lang", language))
    page = walk.pages[element.Pg.objgen] if "/Pg" in element else page
    if role in BLOCKS:
        walk.block += 1
    block = walk.block
    for key in ("/ActualText", "/Alt"):
        if key in element and (key == "/ActualText" or role in PICTURES):
            yield Passage(role=role, language=language, text=str(element[key]), block=block)
            return
    found = _passages_within(element, walk=walk, role=role, language=language, page=page)
    heard = str(element["/Alt"]) if "/Alt" in element else None
    for number, passage in enumerate(found):
        said = passage.heard if heard is None else "" if number else heard
        yield replace(passage, heard=said)
    if role in BLOCKS:
        walk.block += 1


def _passages_within(
    element: Any, *, walk: _Walk, role: str, language: str, page: int | None
) -> Iterator[Passage]:  # as above
    block = walk.block
    for kid in kids_of(element):
        place = place_of(kid, page=page, pages=walk.pages)
        if place is not None:
            yield Passage(role=role, language=language, text=walk.texts.get(place, ""), block=block)
        elif "/S" in kid:
            yield from _passages(kid, walk=walk, language=language, page=page)


def kids_of(element: Any) -> list[Any]:  # pikepdf's elements, numbers and dictionaries
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids.as_list()) if isinstance(kids, pikepdf.Array) else [kids]


def place_of(kid: Any, *, page: int | None, pages: Mapping[Key, int]) -> Key | None:  # Any: as in kids_of
    """Page and MCID of a kid that is marked content (14.7.4.2), None for any other."""
    if isinstance(kid, int):
        return None if page is None else (page, kid)
    if kid.get("/Type") == "/MCR":
        number = pages[kid.Pg.objgen] if "/Pg" in kid else page
        return None if number is None else (number, int(kid.MCID))
    return None


def texts_of(contents: Contents) -> Texts:
    """The text of each marked content; an ActualText in the content stream stands for what is in it."""
    texts: dict[tuple[int, int], list[str]] = {}
    for number, leaf in enumerate(contents.leaves):
        for mcid, text in _pieces(leaf):
            texts.setdefault((number, mcid), []).append(text)
    return {place: "".join(pieces) for place, pieces in texts.items()}


def _pieces(leaf: Leaf) -> Iterator[tuple[int, str]]:
    replaced: Mark | None = None
    for shown in leaf.shown:
        mcid = next((mark.mcid for mark in reversed(shown.marks) if mark.mcid is not None), None)
        replacing = next((mark for mark in shown.marks if mark.actual is not None), None)
        if mcid is not None and replacing is None:
            yield mcid, "\ufffd" if shown.text is None else shown.text
        elif mcid is not None and replacing is not None and replacing is not replaced:
            yield mcid, replacing.actual or ""
        replaced = replacing


def page_numbers(pdf: pikepdf.Pdf) -> dict[Key, int]:
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages)}


def parent_tree_faults(data: bytes) -> tuple[str, ...]:
    """Where content and tags do not find each other (ISO 32000-1, 14.7.4.4); validators do not see this."""
    contents = read_pdf(data, reader=any_font)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            return ("there is no structure tree",)
        numbers = number_tree(root.get("/ParentTree"))
        owners = _owners(root, pages=page_numbers(pdf))
        faults = list(_key_faults(root, numbers))
        for number, page in enumerate(pdf.pages):
            shown = set(_mcids(contents.leaves[number]))
            faults += _page_faults(page.obj, number, shown=shown, numbers=numbers, owners=owners)
            faults += _annotation_faults(page.obj, number, numbers=numbers)
        return tuple(faults)


def _mcids(leaf: Leaf) -> Iterator[int]:
    stacks = [item.marks for item in leaf.shown] + [item.marks for item in leaf.painted]
    yield from (mark.mcid for marks in stacks for mark in marks if mark.mcid is not None)


def number_tree(node: Any) -> dict[int, Any]:  # pikepdf's dictionaries, or None
    """A number tree as a dictionary (7.9.7)."""
    if node is None:
        return {}
    flat = node.get("/Nums", pikepdf.Array()).as_list()
    numbers = {int(flat[i]): flat[i + 1] for i in range(0, len(flat), 2)}
    for kid in node.get("/Kids", pikepdf.Array()).as_list():
        numbers |= number_tree(kid)
    return numbers


def _owners(root: Any, *, pages: Mapping[Key, int]) -> dict[tuple[int, int], list[Key]]:  # as above
    """(page, MCID) -> the elements that have it as a kid."""
    owners: dict[tuple[int, int], list[Key]] = {}
    pending: list[tuple[Any, int | None]] = [(kid, None) for kid in kids_of(root)]
    while pending:
        element, above = pending.pop()
        page = pages[element.Pg.objgen] if "/Pg" in element else above
        for kid in kids_of(element):
            place = place_of(kid, page=page, pages=pages)
            if place is not None:
                owners.setdefault(place, []).append(element.objgen)
            elif "/S" in kid:
                pending.append((kid, page))
    return owners


def _key_faults(root: Any, numbers: Mapping[int, Any]) -> Iterator[str]:  # as above
    if int(root.get("/ParentTreeNextKey", 0)) <= max(numbers, default=-1):
        yield "ParentTreeNextKey is not greater than the keys in use"


def _page_faults(
    page: Any,  # as above
    number: int,
    *,
    shown: set[int],
    numbers: Mapping[int, Any],
    owners: Mapping[tuple[int, int], list[Key]],
) -> Iterator[str]:
    owned = {mcid for place, mcid in owners if place == number}
    for mcid in sorted(shown ^ owned):
        where = "has no tag" if mcid in shown else "is not on the page"
        yield f"page {number + 1}: marked content {mcid} {where}"
    if not shown:
        return
    key = page.get("/StructParents")
    row = numbers.get(-1 if key is None else int(key))
    parents = [] if row is None else [element.objgen for element in row.as_list()]
    for mcid in sorted(shown & owned):
        tags = owners[number, mcid]
        if len(tags) > 1:
            yield f"page {number + 1}: marked content {mcid} has {Counter(tags).total()} tags"
        if mcid >= len(parents) or parents[mcid] != tags[0]:
            yield f"page {number + 1}: marked content {mcid} leads to another tag than the one that has it"


def _annotation_faults(page: Any, number: int, *, numbers: Mapping[int, Any]) -> Iterator[str]:  # as above
    for annotation in page.get("/Annots", pikepdf.Array()).as_list():
        element = numbers.get(int(annotation.get("/StructParent", -1)))
        kids = [] if element is None else kids_of(element)
        linked = [kid.Obj.objgen for kid in kids if not isinstance(kid, int) and "/Obj" in kid]
        if annotation.objgen not in linked:
            yield f"page {number + 1}: an annotation is not in the tag that it leads to"
