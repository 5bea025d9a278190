"""Pages for an office printer: every colour as the grey that a laser printer makes of it."""

from collections.abc import Iterable
from dataclasses import replace

from leaflets.color import Color
from leaflets.pages.page import Fill, Glyphs, Item, Page, Pages, Stroke

DARK, LIGHT, PALE = 0.45, 0.8, 0.94
"""Luminance: below DARK a shade gets darker, above LIGHT it gets PALE at least."""

INK = 0.2
"""Below it drawings behind the text are black too; above it they stay greys, which takes less toner."""


def for_office(pages: Pages, *, one_sided: bool = False) -> Pages:
    """The same pages in greys; with a box for a local contact where the layout says so."""
    return replace(pages, pages=tuple(_page(page, one_sided=one_sided) for page in pages.pages))


def _page(page: Page, *, one_sided: bool) -> Page:
    items = page.office[one_sided] if page.office else page.items
    background = _greys(page.background, black=INK)
    return replace(page, background=background, items=_greys(items, black=DARK), office=())


def _greys(items: Iterable[Item], *, black: float) -> tuple[Item, ...]:
    return tuple(_grey_item(item, black=black) for item in items)


def _grey_item(item: Item, *, black: float) -> Item:
    match item:
        case Glyphs():
            return replace(item, run=replace(item.run, color=grey(item.run.color, black=black)))
        case Fill() | Stroke():
            return replace(item, color=grey(item.color, black=black))
        case _:
            return item


def grey(color: Color, *, black: float) -> Color:
    """Its luminance as a grey: what is dark gets darker and what is light lighter; black below `black`.

    A laser printer makes dots of a grey: small type gets ragged edges of them, and hairlines gaps.
    """
    red, green, blue = color.screen
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    shade = round(_shade(light, black), 4)
    return color._replace(screen=(shade, shade, shade), print=(0.0, 0.0, 0.0, round(1 - shade, 4)))


def _shade(light: float, black: float) -> float:
    if light < black:
        return 0.0
    if light < DARK:
        return light * 0.6
    return max(light, PALE) if light > LIGHT else light
