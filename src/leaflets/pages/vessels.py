"""A model at a scale to its vessels: paragraphs that share a height, and whether it holds more lines of them.

Nothing is shaped again: a paragraph with more lines is one with more room below its last.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import is_

from leaflets.frozen import dataclass
from leaflets.geometry import Length
from leaflets.pages.boxes import Box, GroupBox, StripsBox, TableBox, TextBox
from leaflets.pages.measure import (
    TOLERANCE,
    height,
    inner_width,
    inside,
    leading,
    lines,
    natural_height,
    strip_length,
    width_in,
)
from leaflets.pages.paginate import is_contents, poured
from leaflets.pages.panels import Flow, Model, Panel, room
from leaflets.pages.shares import Extra
from leaflets.pages.tables import column_widths
from leaflets.pages.tight import given_heights


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A paragraph with the width of its lines in points, and how many it has."""

    box: TextBox
    width: float
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vessel:
    """Paragraphs that share a height, and whether it still holds them with more lines."""

    paragraphs: tuple[Placed, ...]
    holds: Callable[[Extra], bool]


def vessels(model: Model, scale: float) -> Iterator[Vessel]:
    """Flows with the boxes beside them that grow, boxes of a given height, panels without a flow, strips."""
    taken: set[str] = set()
    for flow in model.flows:
        endless = model.panel(flow.panels[-1]).repeat != "none"
        if not endless and not is_contents(flow):
            yield _flow_vessel(model, flow, scale)
        width = _narrowest(model, flow, scale)
        for child in flow.group.children:
            yield from _given_vessels(child, width_in(child, width, scale), scale)
        taken |= set(flow.panels)
    for panel in model.panels:
        if panel.name not in taken:
            boxes = _growing(panel)
            yield Vessel(paragraphs=_of_edges(panel, boxes, scale), holds=_panel_holds(panel, boxes, scale))
        for _edge, box in panel.edges:
            yield from _given_vessels(box, panel.width, scale)
            strips = tuple(one for child in _strips(box) for one in _in_strip(child, scale))
            yield Vessel(paragraphs=strips, holds=lambda extra: not any(extra.values()))


def _flow_vessel(model: Model, flow: Flow, scale: float) -> Vessel:
    own = tuple(_paragraphs(flow.group.children, _narrowest(model, flow, scale), scale))
    panels = [model.panel(name) for name in flow.panels]
    beside = tuple(one for panel in panels for one in _of_edges(panel, _growing(panel), scale))

    def holds(extra: Extra) -> bool:
        grown = tuple(_panel_grown(panel, extra, scale) for panel in model.panels)
        group = _group_grown(flow.group, extra, scale)
        return poured(replace(model, panels=grown), replace(flow, group=group), scale).fits

    return Vessel(paragraphs=(*own, *beside), holds=holds)


def _narrowest(model: Model, flow: Flow, scale: float) -> float:
    """Points of width in the panel that leaves least."""
    return min(room(model.panel(name), flow, scale)[0] for name in flow.panels)


def _given_vessels(box: Box, width: float, scale: float) -> Iterator[Vessel]:
    """Of it and the groups in it that a style gives a height, each with what is in no other of them."""
    for group, wide in given_heights(box, width=width, scale=scale):
        paragraphs = tuple(_paragraphs(group.children, inside(group, width=wide, scale=scale), scale))
        yield Vessel(paragraphs=paragraphs, holds=_group_holds(group, width=wide, scale=scale))


def _group_holds(group: GroupBox, *, width: float, scale: float) -> Callable[[Extra], bool]:
    tall = height(group, width=width, scale=scale)

    def holds(extra: Extra) -> bool:
        grown = _group_grown(group, extra, scale)
        return natural_height(grown, width=width, scale=scale) <= tall + TOLERANCE

    return holds


def _panel_holds(panel: Panel, boxes: Sequence[GroupBox], scale: float) -> Callable[[Extra], bool]:
    fixed = sum(height(box, width=panel.width, scale=scale) for _edge, box in panel.edges if box not in boxes)

    def holds(extra: Extra) -> bool:
        grown = (_group_grown(box, extra, scale) for box in boxes)
        used = sum(height(box, width=panel.width, scale=scale) for box in grown)
        return fixed + used <= panel.height + TOLERANCE

    return holds


def _growing(panel: Panel) -> tuple[GroupBox, ...]:
    return tuple(box for _edge, box in panel.edges if box.style.height is None)


def _of_edges(panel: Panel, boxes: Sequence[GroupBox], scale: float) -> tuple[Placed, ...]:
    return tuple(
        one
        for box in boxes
        for one in _paragraphs(box.children, inner_width(box, width=panel.width, scale=scale), scale)
    )


def _panel_grown(panel: Panel, extra: Extra, scale: float) -> Panel:
    return replace(panel, edges=tuple((edge, _group_grown(box, extra, scale)) for edge, box in panel.edges))


def _paragraphs(boxes: Sequence[Box], width: float, scale: float) -> Iterator[Placed]:
    """All paragraphs of boxes that are `width` wide inside, but for those of strips and given heights."""
    for box in boxes:
        wide = width_in(box, width, scale)
        match box:
            case TextBox():
                inner = inner_width(box, width=wide, scale=scale)
                yield Placed(box=box, width=inner, lines=lines(box, width=wide, scale=scale))
            case GroupBox() if box.style.height is None:
                yield from _paragraphs(box.children, inside(box, width=wide, scale=scale), scale)
            case TableBox():
                widths = column_widths(box, width=wide, scale=scale)
                for row in box.rows:
                    for cell, each in zip(row.children, widths, strict=False):
                        yield from _paragraphs((cell,), each, scale)


def _strips(box: GroupBox) -> Iterator[StripsBox]:
    return (child for child in box.children if isinstance(child, StripsBox))


def _in_strip(box: StripsBox, scale: float) -> Iterator[Placed]:
    wide = inner_width(box.content, width=strip_length(box, scale), scale=scale)
    return _paragraphs(box.content.children, wide, scale)


def _grown(boxes: tuple[Box, ...], extra: Extra, scale: float) -> tuple[Box, ...]:
    """The boxes with more lines; what stays as it is stays the same object, whose height is known."""
    grown = tuple(_grown_box(box, extra, scale) for box in boxes)
    return boxes if all(map(is_, grown, boxes)) else grown


def _grown_box(box: Box, extra: Extra, scale: float) -> Box:
    match box:
        case TextBox() if extra.get(id(box), 0):
            more = Length(0.0, extra[id(box)] * leading(box, scale))
            padding = replace(box.style.padding, block_end=box.style.padding.block_end.plus(more))
            return replace(box, style=replace(box.style, padding=padding))
        case GroupBox():
            return _group_grown(box, extra, scale)
        case TableBox():
            rows = tuple(_group_grown(row, extra, scale) for row in box.rows)
            return box if all(map(is_, rows, box.rows)) else replace(box, rows=rows)
    return box


def _group_grown(box: GroupBox, extra: Extra, scale: float) -> GroupBox:
    children = _grown(box.children, extra, scale)
    return box if children is box.children else replace(box, children=children)
