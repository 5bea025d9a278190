"""A document to a model: panels and flows with their boxes, shaped once and measured at many scales."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from leaflets.color import Color
from leaflets.diagnostics import Origin
from leaflets.document.donors import BRAND_BOX
from leaflets.document.folds import FOLDS
from leaflets.document.fragment import fault
from leaflets.document.parse import whole_number
from leaflets.document.sheetspec import repeat_of
from leaflets.document.tree import Document, Edge, Element, Repeat, SheetSpec
from leaflets.document.vector import Vector
from leaflets.frozen import dataclass
from leaflets.pages.boxes import Box, GroupBox, StripsBox, TableBox, TextBox
from leaflets.pages.forced import leaving
from leaflets.pages.measure import height
from leaflets.pages.workshop import Workshop

MOST_PAGES = 200
"""Of one repeating panel, where the layout says no other number: more is a mistake."""

FIRST = 1
"""The page whose number boxes hold while they are measured: without one they would be too low by a line."""

LEAST = 1.0
"""Ems of width and height that a panel must leave for its text at the smallest type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel, or the master of pages that are made as they are needed, with the boxes at its edges."""

    name: str
    width: float
    height: float
    rtl: bool
    language: str
    background: Color
    art: Vector | None
    edges: tuple[tuple[Edge, GroupBox], ...]
    repeat: Repeat
    most: int
    since: int
    """The panel is there only if there are that many pages; 0: always."""
    boxes: tuple[Element, ...]
    """What the edges are made from again, for pages that have numbers."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A flow with its blocks made, and the panels it runs through."""

    panels: tuple[str, ...]
    group: GroupBox
    element: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Everything that is shaped once and measured at many scales."""

    panels: tuple[Panel, ...]
    flows: tuple[Flow, ...]
    workshop: Workshop
    sheet: SheetSpec
    language: str
    cells: dict[tuple[int, int], GroupBox] = field(default_factory=dict)
    """Cells of lists of contents, by heading or page: shaped once, asked for at every scale."""

    def panel(self, name: str) -> Panel:
        return next(panel for panel in self.panels if panel.name == name)


def make_model(document: Document, *, workshop: Workshop) -> Model:
    """LayoutError for flows and panels that do not go together."""
    sheet = document.sheet
    widths: Mapping[str, float] = FOLDS[sheet.fold].widths(sheet.width) if sheet.fold in FOLDS else {}
    panels = tuple(
        _panel(panel, document, workshop, widths.get(panel.attributes["name"], sheet.width))
        for panel in document.panels
    )
    flows = tuple(
        Flow(panels=tuple(flow.attributes["panels"].split()), group=workshop.group(flow), element=flow)
        for flow in document.flows
    )
    model = Model(panels=panels, flows=flows, workshop=workshop, sheet=sheet, language=document.language.tag)
    _check_flows(model)
    _check_room(model)
    return model


def _panel(element: Element, document: Document, workshop: Workshop, width: float) -> Panel:
    art = element.attributes.get("art")
    boxes = tuple(child for child in element.children if isinstance(child, Element) and child.name == "box")
    return Panel(
        name=element.attributes["name"],
        width=width,
        height=document.sheet.height,
        rtl=document.language.is_rtl,
        language=document.language.tag,
        background=workshop.palette[element.style.background or "paper"],
        art=workshop.picture(art, element.origin)[0] if art else None,
        edges=_edges(boxes, replace(workshop, number=FIRST)),
        repeat=repeat_of(element),
        most=_number(element, "most", MOST_PAGES),
        since=_number(element, "since", 0),
        boxes=boxes,
        origin=element.origin,
    )


def _edges(boxes: Sequence[Element], workshop: Workshop) -> tuple[tuple[Edge, GroupBox], ...]:
    return tuple((_edge(box), workshop.group(box)) for box in boxes)


def numbered(panel: Panel, number: int, *, workshop: Workshop) -> Panel:
    """The panel as that page: boxes that show the number are made anew."""
    if not any(shows_number(box) for box in panel.boxes):
        return panel
    return replace(panel, edges=_edges(panel.boxes, replace(workshop, number=number)))


def shows_number(element: Element) -> bool:
    """Whether the number of the page stands in it."""
    return next(_numbers(element), None) is not None


def _numbers(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield from (child,) if child.name == "page-number" else _numbers(child)


def is_notice(box: Element) -> bool:
    """Whether it holds nothing but the draft notice, which stands on every page."""
    children = [child for child in box.children if isinstance(child, Element)]
    return all(child.attributes.get("class") == "notice" for child in children)


def _edge(box: Element) -> Edge:
    return "bottom" if box.attributes["edge"] == "bottom" else "top"


def _number(element: Element, name: str, default: int) -> int:
    text = element.attributes.get(name)
    if text is None:
        return default
    number = whole_number(text, range(1, MOST_PAGES + 1))
    if number is None:
        raise fault(
            "bad-panels",
            f'{name}="{text}" is not a number of pages',
            element.origin,
            help=f"write a number from 1 to {MOST_PAGES}",
        )
    return number


def _check_flows(model: Model) -> None:
    """Every flow runs through panels that exist; only its last may repeat, else the next is never reached."""
    known = {panel.name: panel for panel in model.panels}
    _check_alone(model.flows)
    for flow in model.flows:
        if not flow.panels:
            told = "a flow runs through no panel: nothing of it would be printed"
            raise fault("bad-panels", told, flow.element.origin, help="the panels are " + ", ".join(known))
        for number in _numbers(flow.element):
            raise fault(
                "bad-panels",
                "a page-number stands in a flow, whose lines may come to stand on any page",
                number.origin,
                help="put it into a box at the edge of the panel",
            )
        for name in flow.panels:
            if name not in known:
                raise fault(
                    "unknown-panel",
                    f'there is no panel "{name}"',
                    flow.element.origin,
                    help="the panels are " + ", ".join(known),
                )
        for name in flow.panels[:-1]:
            if known[name].repeat != "none":
                raise fault(
                    "bad-panels",
                    f'the panel "{name}" repeats, so that nothing is ever left for those after it',
                    flow.element.origin,
                    help="name the repeating panel last",
                )
        _check_breaks(flow, known)


def _check_alone(flows: Sequence[Flow]) -> None:
    """A panel is named once: what else runs through it would stand where the first text stands."""
    taken: set[str] = set()
    for flow in flows:
        for name in flow.panels:
            if name in taken:
                raise fault(
                    "bad-panels",
                    f'two flows, or one twice, run through the panel "{name}": text over text',
                    flow.element.origin,
                    help="make one flow of them, or put one of the texts into a box at the edge of the panel",
                )
            taken.add(name)


def _check_breaks(flow: Flow, known: Mapping[str, Panel]) -> None:
    """Every forced break has a panel to go to; one that repeats is made as often as it is asked for."""
    forced = tuple(leaving(flow.group.children))
    count = len(flow.panels)
    if known[flow.panels[-1]].repeat == "none" and len(forced) >= count:
        raise fault(
            "bad-break",
            f"a style forces this into another panel, and the flow has {count} of the {len(forced) + 1}"
            " that its breaks ask for",
            forced[count - 1].origin,
            help="name more panels in the flow, or take break-before and break-after away",
        )


def _check_room(model: Model) -> None:
    """A panel has room for at least a word of the smallest type between margins and boxes."""
    scale = model.sheet.fit[0]
    for flow in model.flows:
        for name in flow.panels:
            panel = model.panel(name)
            wide, tall = room(panel, flow, scale)
            if min(wide, tall) < LEAST * scale:
                raise fault(
                    "no-room",
                    f'nothing fits into the panel "{name}": its margins and boxes leave'
                    f" {wide:.0f} x {tall:.0f} pt of {model.sheet.width:.0f} x {model.sheet.height:.0f} pt",
                    panel.origin,
                    help=_more_room(panel),
                )


def _more_room(panel: Panel) -> str:
    step = "give the flow less padding, the boxes less height, or the sheet a larger size"
    if any(box.attributes.get("class") == BRAND_BOX for box in panel.boxes):
        step += "; or leave a logo out of this format: except = [ … ] in [brand.logos]"
    return step


def room(panel: Panel, flow: Flow, scale: float) -> tuple[float, float]:
    """Width and height between the boxes at the edges, inside of the flow's padding, in points."""
    padding = flow.group.style.padding
    taken = sum(height(box, width=panel.width, scale=scale) for _edge, box in panel.edges)
    return (
        panel.width - padding.inline_start.at(scale) - padding.inline_end.at(scale),
        panel.height - taken - padding.block_start.at(scale) - padding.block_end.at(scale),
    )


def texts(boxes: Sequence[Box]) -> list[TextBox]:
    """All paragraphs in boxes, in order."""
    found: list[TextBox] = []
    for box in boxes:
        if isinstance(box, TextBox):
            found.append(box)
        elif isinstance(box, GroupBox):
            found += texts(box.children)
        elif isinstance(box, TableBox):
            found += texts(box.rows)
        elif isinstance(box, StripsBox):
            found += texts((box.content,))
    return found


def origins(boxes: Sequence[Box]) -> Iterator[Origin]:
    """Where the paragraphs in boxes can be repaired, each message once."""
    seen = set()
    for box in texts(boxes):
        for piece in box.pieces:
            if piece.source >= 0 and piece.source not in seen:
                seen.add(piece.source)
                yield piece.origin
