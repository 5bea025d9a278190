"""A PDF -> what its pages show: glyphs, paths, links and bookmarks with their graphics state."""

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pikepdf

from leaflets.geometry import Rect
from leaflets.preflight.fonts import read_font
from leaflets.preflight.interpreter import Interpreter
from leaflets.preflight.marks import Annotation, Contents, Entry, Font, Leaf

FontReader = Callable[[pikepdf.Object], Font]

BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")


def read_pdf(data: bytes, *, reader: FontReader = read_font) -> Contents:
    """All pages. With the usual reader, PdfError for fonts that are not embedded Type 0 fonts."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts: dict[str, Font] = {}
        leaves = tuple(read_leaf(page, fonts=fonts, reader=reader) for page in pdf.pages)
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        outline = tuple(_entries(pdf.Root.get("/Outlines"), depth=0, pages=pages))
        return Contents(leaves=leaves, fonts=fonts, outline=outline)


def read_leaf(page: pikepdf.Page, *, fonts: dict[str, Font], reader: FontReader) -> Leaf:
    """One page; its fonts are added to `fonts`."""
    resources = page.resources
    interpreter = Interpreter(resources)
    interpreter.font_of = _opener(interpreter, fonts=fonts, reader=reader)
    interpreter.run(page)
    return Leaf(
        boxes={box: rect_of(page.obj[f"/{box}"]) for box in BOXES if f"/{box}" in page.obj},
        shown=tuple(interpreter.shown),
        painted=tuple(interpreter.painted),
        annotations=tuple(_annotation(found) for found in page.obj.get("/Annots", pikepdf.Array()).as_list()),
        undefined=tuple(interpreter.undefined),
        depth=interpreter.depth,
    )


def _opener(
    interpreter: Interpreter, *, fonts: dict[str, Font], reader: FontReader
) -> Callable[[str], tuple[str, Font]]:
    def font_of(resource: str) -> tuple[str, Font]:
        font = interpreter.resources.Font[resource]
        key = f"{font.objgen[0]} {font.objgen[1]} R"
        if key not in fonts:
            fonts[key] = reader(font)
        return key, fonts[key]

    return font_of


def rect_of(array: pikepdf.Object) -> Rect:
    left, bottom, right, top = (float(value) for value in array.as_list())
    return Rect(left, bottom, right - left, top - bottom)


def _annotation(found: Any) -> Annotation:  # pikepdf's objects have their keys as attributes
    action = found.get("/A", pikepdf.Dictionary())
    return Annotation(
        subtype=str(found.Subtype)[1:],
        rect=rect_of(found.Rect),
        contents=str(found.get("/Contents", "")),
        uri=str(action.get("/URI", "")),
        flags=int(found.get("/F", 0)),
    )


def _entries(parent: Any, *, depth: int, pages: Mapping[Any, int]) -> Iterator[Entry]:  # Any: as above
    """The outline from the top (ISO 32000-1, 12.3.3)."""
    entry = None if parent is None else parent.get("/First")
    while entry is not None:
        target = entry.Dest
        number = pages[target[0].objgen]
        yield Entry(title=str(entry.Title), depth=depth, page=number, top=float(target[3]))
        yield from _entries(entry, depth=depth + 1, pages=pages)
        entry = entry.get("/Next")
