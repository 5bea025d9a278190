"""Pages to sheets: folded, stapled, cut, or one sheet a page. Pure geometry.

Every second side is what lies behind the one before when the paper is turned about its upright axis: on
the short edge of paper that lies, on the long edge of paper that stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from leaflets.document.folds import Fold
from leaflets.geometry import MM, Rect
from leaflets.pages.page import Page, Pages
from leaflets.sheets.marks import marks, ticks
from leaflets.sheets.sheet import Finish, Placement, Sheet

OVERLAP = 0.5
"""Points that a background runs under its right neighbour's."""

SLUG = 31.0
"""Points around the bleed: marks 3 pt off it and 15 pt long, then a line of small type, 3 pt to the edge."""

MOST_CREEP = 2 * MM
"""Of a page towards the fold: backgrounds reach no further beyond their page and the bleed."""

SIGNATURE = 4
"""Pages on one sheet of a stapled booklet."""

Order = Sequence[int | None]
"""Pages from left to right; None: an empty one."""


def single(pages: Pages) -> tuple[Sheet, ...]:
    """One sheet a page in reading order, without bleed: an imposed side cannot be read on a phone."""
    return trimmed(pages, finish=Finish())


def trimmed(pages: Pages, *, finish: Finish) -> tuple[Sheet, ...]:
    """One sheet a page in reading order, as a press or an office printer finishes it."""
    return tuple(
        _row(pages.pages, [index], page.name, finish=finish) for index, page in enumerate(pages.pages)
    )


def folded(pages: Pages, *, fold: Fold, rtl: bool, finish: Finish) -> tuple[Sheet, ...]:
    """The sides of a folded sheet, mirrored for right-to-left languages."""
    by_name = {page.name: index for index, page in enumerate(pages.pages)}
    return tuple(
        _row(pages.pages, _mirrored([by_name[n] for n in side.panels], rtl=rtl), side.name, finish=finish)
        for side in fold.sides
    )


def saddle(pages: Pages, *, rtl: bool, finish: Finish, thickness: float = 0.0) -> tuple[Sheet, ...]:
    """Sheets of four pages, nested and stapled in the fold: at the left, or at the right (`rtl`).

    Where pages are lacking, empty ones stand before the last, which is the back of the cover. `thickness` is
    that of the paper in points, where the booklet is trimmed after it was folded.
    """
    order = padded(len(pages.pages))
    sheets: list[Sheet] = []
    for number, (front, back) in enumerate(signatures(order), 1):
        shift = min((number - 1) * thickness, MOST_CREEP)
        for name, side in ((f"sheet-{number}-front", front), (f"sheet-{number}-back", back)):
            flat = _row(pages.pages, _mirrored(side, rtl=rtl), name, finish=finish)
            sheets.append(_crept(flat, shift) if shift else flat)
    return tuple(sheets)


def _crept(sheet: Sheet, shift: float) -> Sheet:
    """Both pages nearer to the fold: a sheet sticks out by what those around it are thick, and is trimmed."""
    middle = sheet.width / 2 - 1
    return replace(
        sheet,
        placements=tuple(
            replace(place, x=place.x + (shift if place.x < middle else -shift)) for place in sheet.placements
        ),
    )


def padded(count: int) -> list[int | None]:
    """Pages in reading order, as many as sheets have."""
    lacking = -count % SIGNATURE
    return [*range(count - 1), *[None] * lacking, count - 1]


def signatures(order: Order) -> Iterator[tuple[Order, Order]]:
    """For each sheet from the outside: its outer and its inner side, bound at the left."""
    low, high = 0, len(order) - 1
    while low < high:
        yield (order[high], order[low]), (order[low + 1], order[high - 1])
        low, high = low + 2, high - 2


def rows(pages: Pages, *, columns: int, rtl: bool, finish: Finish) -> tuple[Sheet, ...]:
    """Pages in reading order beside each other, for printing on one side: nothing is folded."""
    indices = range(len(pages.pages))
    groups = [list(indices[start : start + columns]) for start in range(0, len(indices), columns)]
    return tuple(
        _row(pages.pages, _mirrored(group, rtl=rtl), f"row-{number}", finish=finish)
        for number, group in enumerate(groups, 1)
    )


def folded_over(outside: Sheet, inside: Sheet) -> Sheet:
    """Both sides of a folded sheet on one: the outer one stands on its head above the inner one.

    Folded backwards between their heads, and glued, it is the sheet that others print on both sides.
    """
    above = Rect(0, inside.height, outside.width, outside.height)
    heads = tuple(place.put(above, on_head=True) for place in outside.placements)
    return replace(
        inside, height=above.top, placements=(*inside.placements, *heads), folds_across=(inside.height,)
    )


def reduced(sheet: Sheet, *, width: float, height: float, margin: float) -> Sheet:
    """As large as fits into the size, to be printed within its margins."""
    factor = min(width / sheet.width, height / sheet.height)
    small = Rect(0, 0, sheet.width * factor, sheet.height * factor)
    printed = Rect((small.width - width) / 2, (small.height - height) / 2, width, height).grown(-margin)
    places = tuple(
        replace(
            place,
            x=place.x * factor,
            y=place.y * factor,
            clip=_scaled(place.clip, factor).within(printed),
            scale=place.scale * factor,
        )
        for place in sheet.placements
    )
    return replace(sheet, width=small.width, height=small.height, placements=places)


def _scaled(rect: Rect, factor: float) -> Rect:
    return Rect(rect.x * factor, rect.y * factor, rect.width * factor, rect.height * factor)


def _mirrored(order: Order, *, rtl: bool) -> Order:
    return list(reversed(order)) if rtl else order


def _row(pages: Sequence[Page], order: Order, name: str, *, finish: Finish) -> Sheet:
    """Pages beside each other on one side; an empty one is as large as the first of all."""
    sizes = [pages[index or 0] for index in order]
    widths = [page.width for page in sizes]
    width, tall = sum(widths), max(page.height for page in sizes)
    edges = [sum(widths[:count]) for count in range(len(widths))]
    printed = Rect(0, 0, width, tall).grown(finish.bleed - finish.margin)
    placements = tuple(
        Placement(
            page=index,
            x=x,
            y=0.0,
            clip=_clip(x, wide, whole=width, height=tall, bleed=finish.bleed).within(printed),
        )
        for index, x, wide in zip(order, edges, widths, strict=True)
        if index is not None
    )
    sheet = Sheet(
        name=name,
        width=width,
        height=tall,
        bleed=finish.bleed,
        slug=0.0,
        placements=placements,
        folds=tuple(edges[1:]),
    )
    return _marked(sheet, finish)


def _marked(sheet: Sheet, finish: Finish) -> Sheet:
    if not finish.marked:
        return sheet
    if finish.margin:
        return replace(sheet, marks=ticks(sheet.height, margin=finish.margin, folds=sheet.folds))
    drawn = marks(sheet.width, sheet.height, bleed=finish.bleed, folds=sheet.folds)
    return replace(sheet, slug=SLUG, marks=drawn)


def _clip(x: float, width: float, *, whole: float, height: float, bleed: float) -> Rect:
    """A panel's background ends at its folds and runs into the bleed at the edges of the sheet.

    It reaches a hair beyond the fold on its right, where the next panel covers it: two fills that
    only touch leave a line of paper between them.
    """
    left = x - bleed if x <= 0.01 else x
    right = x + width + (bleed if x + width >= whole - 0.01 else OVERLAP)
    return Rect(left, -bleed, right - left, height + 2 * bleed)
