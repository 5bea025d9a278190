"""Cards to sheets of office paper: several on one, to be cut; the back of each lies behind its front."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leaflets.document.papers import Paper
from leaflets.geometry import MM, Rect
from leaflets.sheets.marks import corners
from leaflets.sheets.sheet import Finish, Placement, Sheet

EDGE = 5 * MM
"""Points at the edges of the paper that stay free, where cards have gutters between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Columns and rows of cards in the middle of a paper."""

    columns: int
    rows: int
    card: tuple[float, float]
    gutter: float
    paper: tuple[float, float]

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def slots(self) -> tuple[Rect, ...]:
        """Row by row from the top, each from the left."""
        (wide, tall), (width, height) = self.card, self.paper
        across = self.columns * wide + (self.columns - 1) * self.gutter
        up = self.rows * tall + (self.rows - 1) * self.gutter
        left, top = (width - across) / 2, (height + up) / 2
        return tuple(
            Rect(left + column * (wide + self.gutter), top - tall - row * (tall + self.gutter), wide, tall)
            for row in range(self.rows)
            for column in range(self.columns)
        )


def grid(card: tuple[float, float], *, paper: Paper, gutter: float) -> Grid:
    """As many as fit, with the paper upright or lying; upright where that makes no difference."""
    upright = _grid(card, (paper.width, paper.height), gutter)
    lying = _grid(card, (paper.height, paper.width), gutter)
    return lying if lying.count > upright.count else upright


def _grid(card: tuple[float, float], paper: tuple[float, float], gutter: float) -> Grid:
    edge = EDGE if gutter else 0.0
    columns, rows = (
        int((whole - 2 * edge + gutter + 0.01) // (part + gutter))
        for whole, part in zip(paper, card, strict=True)
    )
    return Grid(columns=columns, rows=rows, card=card, gutter=gutter, paper=paper)


def ganged(
    sides: Sequence[Sheet],
    *,
    paper: Paper,
    gutter: float,
    heads_together: bool,
    finish: Finish,
    one_sided: bool = False,
) -> tuple[Sheet, ...]:
    """Fronts and backs in turns -> sheets full of them, each sheet with one of the cards.

    `heads_together`: every other row stands on its head. `one_sided`: there are no backs.
    """
    made = grid((sides[0].width, sides[0].height), paper=paper, gutter=gutter)
    slots = made.slots()
    sheets = []
    for number, side in enumerate(sides):
        is_back = number % 2 == 1 and not one_sided
        places = [_behind(slot, made.paper[0]) if is_back else slot for slot in slots]
        turned = [heads_together and index // made.columns % 2 == 1 for index in range(made.count)]
        sheets.append(_full(side, places, turned, made, finish=finish))
    return tuple(sheets)


def _behind(slot: Rect, width: float) -> Rect:
    """Where the back of a card is, once the paper is turned about its upright axis."""
    return slot.mirrored(width)


def _full(side: Sheet, slots: Sequence[Rect], turned: Sequence[bool], made: Grid, *, finish: Finish) -> Sheet:
    bleed = min(finish.bleed, made.gutter / 2)
    printed = Rect(0, 0, *made.paper).grown(-finish.margin)
    placements = [
        _moved(placement, side, slot, bleed=bleed, turned=on_head, printed=printed)
        for slot, on_head in zip(slots, turned, strict=True)
        for placement in side.placements
    ]
    return Sheet(
        name=side.name,
        width=made.paper[0],
        height=made.paper[1],
        bleed=0.0,
        slug=0.0,
        placements=tuple(placements),
        marks=corners(slots) if made.gutter else (),
        folds=tuple(slot.x + fold for slot in slots[: made.columns] for fold in side.folds),
    )


def _moved(
    placement: Placement, side: Sheet, slot: Rect, *, bleed: float, turned: bool, printed: Rect
) -> Placement:
    clip = placement.clip.within(side.trim.grown(bleed))
    if not turned:
        return replace(
            placement,
            x=placement.x + slot.x,
            y=placement.y + slot.y,
            clip=clip.moved(slot.x, slot.y).within(printed),
        )
    opposite = Rect(slot.right - clip.right, slot.top - clip.top, clip.width, clip.height)
    return replace(
        placement,
        x=slot.right - placement.x,
        y=slot.top - placement.y,
        clip=opposite.within(printed),
        turned=True,
    )
