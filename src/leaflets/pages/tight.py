"""Pages at a scale to what has less height than it needs: its text would be printed over other text."""

from collections.abc import Iterator, Sequence

from leaflets.frozen import dataclass
from leaflets.pages.boxes import Box, GroupBox, StripsBox, TableBox
from leaflets.pages.measure import (
    TOLERANCE,
    height,
    inner_width,
    inside,
    natural_height,
    strip_count,
    strip_need,
    width_in,
)
from leaflets.pages.paginate import Plans
from leaflets.pages.panels import Panel
from leaflets.pages.tables import column_widths


@dataclass(frozen=True, slots=True, kw_only=True)
class Tight:
    """Boxes that need `excess` points more than they have, of `natural` points that they need together."""

    panel: str
    boxes: tuple[Box, ...]
    excess: float
    natural: float
    given: GroupBox | None = None
    """The group whose style gives it too little height, where that is the reason."""


def tight(plans: Plans, scale: float) -> Iterator[Tight]:
    """In any panel and flow. Flows are looked at only where a style in them gives a height: few do."""
    model = plans.model
    for panel in model.panels:
        yield from _crossing(panel, scale)
        for _edge, box in panel.edges:
            yield from _tight_in(panel.name, box, width=panel.width, scale=scale)
            yield from _tight_strips(panel, box, scale)
    if gives_height([child for flow in model.flows for child in flow.group.children]):
        for _flow, filled in plans.at(scale).filled:
            for region, boxes in zip(filled.regions, filled.boxes, strict=True):
                for one in boxes:
                    wide = width_in(one, region.width, scale)
                    yield from _tight_in(region.panel, one, width=wide, scale=scale)


def gives_height(boxes: Sequence[Box]) -> bool:
    """Whether a style gives a height to a group in them."""
    for box in boxes:
        inner = box.children if isinstance(box, GroupBox) else box.rows if isinstance(box, TableBox) else ()
        if (isinstance(box, GroupBox) and box.style.height is not None) or gives_height(inner):
            return True
    return False


def given_heights(box: Box, *, width: float, scale: float) -> Iterator[tuple[GroupBox, float]]:
    """It and the groups in it whose style gives a height, each with its width in points."""
    match box:
        case GroupBox():
            if box.style.height is not None:
                yield box, width
            inner = inside(box, width=width, scale=scale)
            for child in box.children:
                yield from given_heights(child, width=width_in(child, inner, scale), scale=scale)
        case TableBox():
            widths = column_widths(box, width=width, scale=scale)
            for row in box.rows:
                for cell, wide in zip(row.children, widths, strict=False):
                    yield from given_heights(cell, width=wide, scale=scale)


def _crossing(panel: Panel, scale: float) -> Iterator[Tight]:
    """Boxes at its two edges that are higher than the panel."""
    natural = sum(height(box, width=panel.width, scale=scale) for _edge, box in panel.edges)
    if natural > panel.height + TOLERANCE:
        boxes = tuple(box for _edge, box in panel.edges)
        yield Tight(panel=panel.name, boxes=boxes, excess=natural - panel.height, natural=natural)


def _tight_in(panel: str, box: Box, *, width: float, scale: float) -> Iterator[Tight]:
    """Groups whose content is taller than the height that they are given."""
    for group, wide in given_heights(box, width=width, scale=scale):
        natural = natural_height(group, width=wide, scale=scale)
        excess = natural - height(group, width=wide, scale=scale)
        if excess > TOLERANCE:
            yield Tight(panel=panel, boxes=(group,), excess=excess, natural=natural, given=group)


def _tight_strips(panel: Panel, box: GroupBox, scale: float) -> Iterator[Tight]:
    """Strips that need more room than they have beside each other."""
    width = inner_width(box, width=panel.width, scale=scale)
    for child in box.children:
        if isinstance(child, StripsBox):
            need = strip_need(child, scale)
            excess = need - width / strip_count(child, width=width, scale=scale)
            if excess > TOLERANCE:
                yield Tight(panel=panel.name, boxes=(child.content,), excess=excess, natural=need)
