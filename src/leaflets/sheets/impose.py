"""Pages to sheets: imposed for the press, or one sheet a page for screens. Pure geometry."""

from collections.abc import Sequence

from leaflets.geometry import Rect
from leaflets.pages.page import Page, Pages
from leaflets.pages.panels import Fold, Side
from leaflets.sheets.marks import marks
from leaflets.sheets.sheet import Placement, Sheet

OVERLAP = 0.5
"""Points that a background runs under its right neighbour's."""

SLUG = 21.0
"""Points around the bleed that hold marks: 3 pt off it, 15 pt long, 3 pt to the edge."""


def single(pages: Pages) -> tuple[Sheet, ...]:
    """One sheet a page in reading order, without bleed: an imposed side cannot be read on a phone."""
    return tuple(_single(page, index) for index, page in enumerate(pages.pages))


def folded(pages: Pages, *, fold: Fold, rtl: bool, bleed: float, with_marks: bool) -> tuple[Sheet, ...]:
    """The sides of a folded sheet, mirrored for right-to-left languages."""
    return tuple(
        _side(pages.pages, fold, side, rtl=rtl, bleed=bleed, with_marks=with_marks) for side in fold.sides
    )


def _single(page: Page, index: int) -> Sheet:
    whole = Rect(0, 0, page.width, page.height)
    return Sheet(
        name=page.name,
        width=page.width,
        height=page.height,
        bleed=0.0,
        slug=0.0,
        placements=(Placement(page=index, x=0.0, y=0.0, clip=whole),),
    )


def _side(
    pages: Sequence[Page], fold: Fold, side: Side, *, rtl: bool, bleed: float, with_marks: bool
) -> Sheet:
    placed = fold.placed(side, rtl=rtl)
    width = sum(fold.widths[name] for name in side.panels)
    by_name = {page.name: index for index, page in enumerate(pages)}
    tall = max(pages[by_name[name]].height for name, _x in placed)
    placements = tuple(
        Placement(
            page=by_name[name],
            x=x,
            y=0.0,
            clip=_clip(x, fold.widths[name], whole=width, height=tall, bleed=bleed),
        )
        for name, x in placed
    )
    folds = tuple(x for _name, x in placed[1:])
    return Sheet(
        name=side.name,
        width=width,
        height=tall,
        bleed=bleed,
        slug=SLUG if with_marks else 0.0,
        placements=placements,
        marks=marks(width, tall, bleed=bleed, folds=folds) if with_marks else (),
    )


def _clip(x: float, width: float, *, whole: float, height: float, bleed: float) -> Rect:
    """A panel's background ends at its folds and runs into the bleed at the edges of the sheet.

    It reaches a hair beyond the fold on its right, where the next panel covers it: two fills that
    only touch leave a line of paper between them.
    """
    left = x - bleed if x <= 0.01 else x
    right = x + width + (bleed if x + width >= whole - 0.01 else OVERLAP)
    return Rect(left, -bleed, right - left, height + 2 * bleed)
