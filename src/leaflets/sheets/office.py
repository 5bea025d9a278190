"""Pages for an office printer: every colour as the grey that a laser printer makes of it."""

from collections.abc import Iterable
from dataclasses import replace

from leaflets.color import Color
from leaflets.pages.page import Fill, Glyphs, Item, Page, Pages, Stroke

DARK, LIGHT, PALE = 0.45, 0.8, 0.94
"""Luminance: below DARK a shade gets darker, above LIGHT it gets PALE at least."""


def for_office(pages: Pages, *, one_sided: bool = False) -> Pages:
    """The same pages in greys; with a box for a local contact where the layout says so."""
    return replace(pages, pages=tuple(_page(page, one_sided=one_sided) for page in pages.pages))


def _page(page: Page, *, one_sided: bool) -> Page:
    items = page.office[one_sided] if page.office else page.items
    return replace(page, background=_greys(page.background), items=_greys(items), office=())


def _greys(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(_grey_item(item) for item in items)


def _grey_item(item: Item) -> Item:
    match item:
        case Glyphs():
            return replace(item, run=replace(item.run, color=grey(item.run.color)))
        case Fill() | Stroke():
            return replace(item, color=grey(item.color))
        case _:
            return item


def grey(color: Color) -> Color:
    """Its luminance as a grey: what is dark gets darker and what is light lighter, so that type is legible.

    A laser printer makes dots of a grey, and dots under small type make it hard to read.
    """
    red, green, blue = color.screen
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    shade = round(light * 0.6 if light < DARK else max(light, PALE) if light > LIGHT else light, 4)
    return color._replace(screen=(shade, shade, shade), print=(0.0, 0.0, 0.0, round(1 - shade, 4)))
