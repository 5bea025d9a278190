"""A model at a scale to its pages in order: repeating panels are made as often as they are needed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from leaflets.document.tree import Element, Style, Text
from leaflets.frozen import dataclass
from leaflets.pages.boxes import Box, GroupBox, TableBox
from leaflets.pages.copyfit import Condition
from leaflets.pages.flow import Filled, Region, fill
from leaflets.pages.measure import grows
from leaflets.pages.page import INTERNAL
from leaflets.pages.panels import Flow, Model, Panel, room, texts
from leaflets.pages.workshop import text_style

SHEET = 4
"""Pages of one sheet of a booklet."""

LISTINGS = 3
"""How often a list of contents is made, at most: it is in front of the pages that it tells the numbers of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What of a flow stands on one page."""

    flow: Flow
    region: Region
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page to be set; `turn` counts the pages made from the same panel."""

    panel: Panel
    turn: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All pages of a job at one scale, and how each flow filled them."""

    leaves: tuple[Leaf, ...]
    filled: tuple[tuple[Flow, Filled], ...]

    @property
    def fits(self) -> bool:
        return all(filled.fits for _flow, filled in self.filled)

    @property
    def share(self) -> float:
        """Of the fullest flow."""
        return max((filled.share for _flow, filled in self.filled), default=0.0)


class Plans:
    """What becomes of a model at scales: its flows poured into their panels, and all pages; each once."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.poured = cache(lambda index, scale: poured(model, model.flows[index], scale))
        self.at = cache(partial(_plan, self))


def _plan(plans: Plans, scale: float) -> Plan:
    """Flows first, then the pages that depend on their number, last the list of contents."""
    model = plans.model
    whole = [(index, flow) for index, flow in enumerate(model.flows) if not is_contents(flow)]
    filled = {id(flow): plans.poured(index, scale) for index, flow in whole}
    leaves, listed = _leaves(model, filled), list(model.flows)
    for _ in range(LISTINGS if len(whole) < len(model.flows) else 0):
        before = leaves
        listed = [_listed(model, flow, before) for flow in model.flows]
        filled |= {id(flow): poured(model, flow, scale) for flow in listed if is_contents(flow)}
        leaves = _leaves(replace(model, flows=tuple(listed)), filled)
        if [leaf.panel.name for leaf in leaves] == [leaf.panel.name for leaf in before]:
            break  # else the list takes more pages than it was thought to, and all numbers move
    names = {leaf.panel.name for leaf in leaves}
    told = tuple((flow, filled[id(flow)]) for flow in listed if names & set(flow.panels))
    return Plan(leaves=tuple(leaves), filled=told)


def conditions(plans: Plans) -> list[Condition]:
    """Whether each flow fits at a scale, one by one; last the plan of all pages, if there is more to it.

    A flow that cannot be left out has to fit whatever the other pages are.
    """
    model = plans.model
    certain = [(index, flow) for index, flow in enumerate(model.flows) if _is_certain(model, flow)]
    found = [
        Condition(tried=partial(plans.poured, index), is_steady=partial(_is_steady, model, flow))
        for index, flow in certain
    ]
    return found if len(certain) == len(model.flows) else [*found, Condition(tried=plans.at)]


def _is_steady(model: Model, flow: Flow) -> bool:
    """Whether it only grows with the type, and the room for it does not."""
    panel = model.panel(flow.panels[0])
    boxes = (flow.group, *(box for _edge, box in panel.edges))
    return len(flow.panels) == 1 and panel.repeat == "none" and all(map(grows, boxes))


def _is_certain(model: Model, flow: Flow) -> bool:
    """Whether it stands on a page that is always made, and says the same whatever the other pages are."""
    panels = [model.panel(name) for name in flow.panels]
    return not is_contents(flow) and any(p.repeat == "none" and not p.since for p in panels)


def poured(model: Model, flow: Flow, scale: float) -> Filled:
    return fill(flow.group.children, _regions(model, flow, scale), scale=scale)


def _regions(model: Model, flow: Flow, scale: float) -> Iterator[Region]:
    for name in flow.panels:
        panel = model.panel(name)
        wide, tall = room(panel, flow, scale)
        for _ in range(panel.most if panel.repeat == "flow" else 1):
            yield Region(panel=name, width=wide, height=tall)


def _leaves(model: Model, filled: Mapping[int, Filled]) -> list[Leaf]:
    needed = {panel.name: _needed(panel, filled) for panel in model.panels if panel.repeat != "fill"}
    counts = Counter({panel.name: 0 if panel.since else needed.get(panel.name, 0) for panel in model.panels})
    enough = [panel for panel in model.panels if 0 < panel.since <= counts.total()]
    counts.update({panel.name: max(1, needed[panel.name]) for panel in enough})
    for panel in model.panels:
        if panel.repeat == "fill":
            counts[panel.name] = -counts.total() % SHEET
    return [_leaf(model, panel, turn, filled) for panel in model.panels for turn in range(counts[panel.name])]


def _needed(panel: Panel, filled: Mapping[int, Filled]) -> int:
    """How often the panel is made, if it is."""
    if panel.repeat == "none":
        return 1
    return max((_turns(flow, panel) for flow in filled.values()), default=0)


def _turns(filled: Filled, panel: Panel) -> int:
    """Pages of a panel that hold something."""
    pairs = zip(filled.regions, filled.boxes, strict=True)
    return sum(region.panel == panel.name and bool(boxes) for region, boxes in pairs)


def _leaf(model: Model, panel: Panel, turn: int, filled: Mapping[int, Filled]) -> Leaf:
    parts = []
    for flow in model.flows:
        found = filled.get(id(flow))
        if found is None:
            continue
        # regions of a repeating panel stand one after the other, as only the last of a flow repeats
        first = next((i for i, r in enumerate(found.regions) if r.panel == panel.name), len(found.regions))
        index = first if panel.repeat == "fill" else first + turn
        if index < len(found.regions):
            last = index == len(found.regions) - 1
            boxes = (*found.boxes[index], *found.left) if last else found.boxes[index]
            parts.append(Part(flow=flow, region=found.regions[index], boxes=boxes))
    return Leaf(panel=panel, turn=turn, parts=tuple(parts))


def is_contents(flow: Flow) -> bool:
    return any(isinstance(box, TableBox) and box.name == "contents" for box in flow.group.children)


def _listed(model: Model, flow: Flow, leaves: Sequence[Leaf]) -> Flow:
    """The flow with its lists of contents filled in."""
    if not is_contents(flow):
        return flow
    boxes = tuple(
        replace(box, rows=_rows(model, _contents_element(flow), leaves), wishes={})
        if isinstance(box, TableBox) and box.name == "contents"
        else box
        for box in flow.group.children
    )
    return replace(flow, group=replace(flow.group, children=boxes))


def _contents_element(flow: Flow) -> Element:
    found = (child for child in flow.element.children if isinstance(child, Element))
    return next(element for element in found if element.name == "contents")


def _rows(model: Model, contents: Element, leaves: Sequence[Leaf]) -> tuple[GroupBox, ...]:
    """One row a heading, made from the row that stands in `contents` as a pattern: its words, its page."""
    pattern = next(child for child in contents.children if isinstance(child, Element))
    words, page = (child for child in pattern.children if isinstance(child, Element))
    row = model.workshop.group(replace(pattern, children=()))
    rows = []
    for target, (number, heading) in enumerate(headings(leaves), 1):
        told = Text(
            text=contents.language.in_digits(str(number)),
            language=contents.language,
            origin=contents.origin,
        )
        cells = (
            _cell(model, words, (_linked(heading, target, words),), key=(id(heading), 0)),
            _cell(model, page, (told,), key=(0, number)),
        )
        rows.append(replace(row, children=cells))
    return tuple(rows)


def _linked(heading: Element, target: int, cell: Element) -> Element:
    """The words of a heading as a link to it."""
    attributes = {"href": f"{INTERNAL}{target}"}
    return replace(_in_style(heading, text_style(cell.style)), name="a", attributes=attributes)


def _in_style(element: Element, style: Style) -> Element:
    """With all that is in it, numbers and stressed words too: they looked like a heading."""
    children = (_in_style(c, style) if isinstance(c, Element) else c for c in element.children)
    return replace(element, style=style, children=tuple(children))


def _cell(
    model: Model, pattern: Element, children: tuple[Element | Text, ...], *, key: tuple[int, int]
) -> GroupBox:
    if key not in model.cells:
        model.cells[key] = model.workshop.cell(replace(pattern, children=children))
    return model.cells[key]


def headings(leaves: Sequence[Leaf]) -> Iterator[tuple[int, Element]]:
    """What a list of contents has, in order: number of the page, and heading."""
    for number, leaf in enumerate(leaves, 1):
        for part in leaf.parts:
            if not is_contents(part.flow):
                for box in texts(part.boxes):
                    if box.role == "H2" and box.element is not None:
                        yield number, box.element
