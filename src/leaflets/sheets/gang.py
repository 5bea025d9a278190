"""Cards to sheets of office paper: several on one, to be cut; the back of each lies behind its front."""

from collections.abc import Sequence
from dataclasses import replace

from leaflets.document.papers import Paper
from leaflets.frozen import dataclass
from leaflets.geometry import MM, Rect
from leaflets.sheets.marks import corners, cuts, gutter_folds, gutter_folds_across, halvings
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
    if finish.margin:
        return _for_office(side, slots, turned, made, finish=finish)
    return _for_press(side, slots, turned, made, finish=finish)


def _for_office(
    side: Sheet, slots: Sequence[Rect], turned: Sequence[bool], made: Grid, *, finish: Finish
) -> Sheet:
    """The paper is the trim; cut marks stand in the white gutters, else at the ends of the cuts."""
    printed = Rect(0, 0, *made.paper).grown(-finish.margin)
    places = [(slot, slot.within(printed)) for slot in slots]
    folds = (*gutter_folds(slots, side.folds), *gutter_folds_across(slots, side.folds_across))
    apart = halvings(slots, printed=printed, folds=side.folds)
    marks = (*corners(slots), *folds) if made.gutter else apart
    return Sheet(
        name=side.name,
        width=made.paper[0],
        height=made.paper[1],
        bleed=0.0,
        slug=0.0,
        placements=_placed(side, places, turned),
        marks=marks,
    )


def _for_press(
    side: Sheet, slots: Sequence[Rect], turned: Sequence[bool], made: Grid, *, finish: Finish
) -> Sheet:
    """The block of cards is the trim, with bleed around it and half a gutter of it within."""
    block = _around(slots)
    slots = [slot.moved(-block.x, -block.y) for slot in slots]
    trim = Rect(0, 0, block.width, block.height)
    bleed, paper = trim.grown(finish.bleed), Rect(-block.x, -block.y, *made.paper)
    places = [(slot, _cell(slot, trim, bleed=finish.bleed, half=made.gutter / 2)) for slot in slots]
    return Sheet(
        name=side.name,
        width=trim.width,
        height=trim.height,
        bleed=finish.bleed,
        slug=0.0,
        placements=_placed(side, places, turned),
        marks=cuts(slots, bleed=bleed, paper=paper),
        paper=paper,
    )


def _around(slots: Sequence[Rect]) -> Rect:
    left, low = min(slot.x for slot in slots), min(slot.y for slot in slots)
    return Rect(left, low, max(s.right for s in slots) - left, max(s.top for s in slots) - low)


def _cell(slot: Rect, trim: Rect, *, bleed: float, half: float) -> Rect:
    """What is printed of a card: into the bleed at the edges of the block, else to the middle of gutters."""
    left = bleed if slot.x <= trim.x + 0.01 else half
    right = bleed if slot.right >= trim.right - 0.01 else half
    low = bleed if slot.y <= trim.y + 0.01 else half
    top = bleed if slot.top >= trim.top - 0.01 else half
    return Rect(slot.x - left, slot.y - low, slot.width + left + right, slot.height + low + top)


def _placed(
    side: Sheet, places: Sequence[tuple[Rect, Rect]], turned: Sequence[bool]
) -> tuple[Placement, ...]:
    """The pages of a card in each slot; `places` are slots and what may be printed around them."""
    found = []
    for (slot, printed), on_head in zip(places, turned, strict=True):
        for placement in side.placements:
            put = placement.put(slot, on_head=on_head)
            found.append(replace(put, clip=put.clip.within(printed)))
    return tuple(found)
