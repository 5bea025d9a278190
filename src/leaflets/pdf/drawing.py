"""Pages -> what all files of a job share: fonts with their codes, and the operators of every item.

Only colours and tags are left to each file, so the second one costs little.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from leaflets.color import Color
from leaflets.fonts.face import Face
from leaflets.pages.page import Fill, Glyphs, Item, Link, Page, Pages, Picture, Stroke
from leaflets.pdf.graphics import filled, imaged, stroked
from leaflets.pdf.pictures import pictures_of
from leaflets.pdf.programs import Font, made_font
from leaflets.pdf.text import TextState, written
from leaflets.pdf.typefaces import Typefaces
from leaflets.sheets.sheet import Sheet
from leaflets.text.line import Run

Paint = tuple[Literal["fill", "stroke", "image"], Color | None, str]
"""What must be set before something is drawn: how it is painted, its colour, and the file of an image."""

Piece = tuple[int | None, Paint, str]
"""Consecutive items that are painted alike: their tag, None for an artifact, and their operators. No class:
there are hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """A page in its own coordinates."""

    background: tuple[Piece, ...]
    items: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The pages of a job, drawn."""

    pages: Pages
    drawn: tuple[DrawnPage, ...]
    fonts: tuple[Font, ...]
    images: Mapping[str, str]
    """File -> name of the resource."""
    faces: Callable[[str], Face]
    """By id: for what sheets say below their marks."""


def draw(pages: Pages, *, faces: Callable[[str], Face]) -> Drawing:
    """PdfError for a glyph that a face lacks; FontError for a font that must not be embedded."""
    typefaces = Typefaces(_runs(pages), faces=faces)
    files = dict.fromkeys(picture.file for picture in pictures_of(pages))
    images = {file: f"I{number}" for number, file in enumerate(files, 1)}
    drawn = tuple(_drawn(page, typefaces=typefaces, images=images) for page in pages.pages)
    fonts = tuple(map(made_font, typefaces.used.values()))
    return Drawing(pages=pages, drawn=drawn, fonts=fonts, images=images, faces=faces)


def draw_slugs(
    sheets: Sequence[Sheet], *, faces: Callable[[str], Face]
) -> tuple[tuple[tuple[Piece, ...], ...], tuple[Font, ...]]:
    """The slug line of each sheet, and fonts of its own: those of the pages are the same in every file."""
    lines = tuple(sheet.slug_line for sheet in sheets)
    runs = tuple(item.run for line in lines for item in line)
    typefaces = Typefaces(runs, faces=faces, prefix="S")
    drawn = tuple(_pieces(line, typefaces=typefaces, images={}) for line in lines)
    return drawn, tuple(map(made_font, typefaces.used.values()))


def _runs(pages: Pages) -> tuple[Run, ...]:
    items = (item for page in pages.pages for item in (*page.background, *page.items))
    return tuple(item.run for item in items if isinstance(item, Glyphs))


def _drawn(page: Page, *, typefaces: Typefaces, images: Mapping[str, str]) -> DrawnPage:
    background = _pieces(page.background, typefaces=typefaces, images=images)
    return DrawnPage(
        background=tuple([(None, paint, operators) for _tag, paint, operators in background]),
        items=_pieces(page.items, typefaces=typefaces, images=images),
    )


def _pieces(items: Sequence[Item], *, typefaces: Typefaces, images: Mapping[str, str]) -> tuple[Piece, ...]:
    """Within one `q … Q`, as the font that is set is told once."""
    state = TextState(backwards={item.y for item in items if isinstance(item, Glyphs) and item.run.is_rtl})
    single = [_piece(item, typefaces, images, state) for item in items if not isinstance(item, Link)]
    return tuple(
        [
            (tag, paint, "".join([operators for _tag, _paint, operators in pieces]))
            for (tag, paint), pieces in groupby(filter(itemgetter(2), single), key=itemgetter(0, 1))
        ]
    )


def _piece(
    item: Glyphs | Fill | Stroke | Picture, typefaces: Typefaces, images: Mapping[str, str], state: TextState
) -> Piece:
    match item:
        case Glyphs():
            paint: Paint = ("fill", item.run.color, "")
            return item.tag, paint, written(item, typefaces=typefaces, state=state)
        case Fill():
            return item.tag, ("fill", item.color, ""), filled(item)
        case Stroke():
            return item.tag, ("stroke", item.color, ""), stroked(item)
        case Picture():
            return item.tag, ("image", None, item.file), imaged(item, resource=images[item.file])
