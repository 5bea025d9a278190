"""A document to pages: boxes once, copyfit, then placing at the chosen scale."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leaflets.color import Color
from leaflets.diagnostics import Origin
from leaflets.document.tree import Document, Edge, Element
from leaflets.document.vector import Vector
from leaflets.fonts.load import FontLibrary
from leaflets.geometry import Rect, transformed
from leaflets.pages.boxes import Box, GroupBox, PictureReader, TextBox, Workshop
from leaflets.pages.copyfit import best_scale
from leaflets.pages.flow import Filled, Region, fill
from leaflets.pages.measure import height, natural_height, stack_height
from leaflets.pages.page import Fill, Gap, Item, Overset, Page, Pages, Source, Tag
from leaflets.pages.panels import FOLDS, Fold
from leaflets.pages.place import Area, Setter, rectangle

BLEED = 15.0
"""Points that backgrounds reach beyond their panel; each sheet clips them to its own bleed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelBoxes:
    """A panel with its boxes made."""

    name: str
    width: float
    height: float
    rtl: bool
    language: str
    background: Color
    art: Vector | None
    edges: tuple[tuple[Edge, GroupBox], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBoxes:
    """A flow with its blocks made, and the panels it runs through."""

    panels: tuple[str, ...]
    group: GroupBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Everything that is shaped once and measured at many scales."""

    panels: tuple[PanelBoxes, ...]
    flows: tuple[FlowBoxes, ...]

    def panel(self, name: str) -> PanelBoxes:
        return next(panel for panel in self.panels if panel.name == name)


def compose(
    document: Document,
    *,
    library: FontLibrary,
    palette: Mapping[str, Color],
    picture: PictureReader,
) -> Pages:
    """Lay the document out once; the palette's `paper` stands behind every panel."""
    workshop = Workshop(library=library, palette=palette, picture=picture)
    fold = FOLDS[document.sheet.fold]
    model = _model(document, workshop, fold)
    scale, fits = best_scale(lambda scale: _fits(model, scale), limits=document.sheet.fit)
    overset = () if fits else tuple(_overset(model, scale))
    tags = [Tag(role="Document", parent=None, language=document.language.tag)]
    filled = tuple(_filled(model, flow, scale) for flow in model.flows)
    setters = [_set(model, p, filled, scale=scale, library=library, tags=tags) for p in model.panels]
    pages = tuple(
        Page(
            name=panel.name,
            width=panel.width,
            height=panel.height,
            background=tuple(setter.background),
            items=tuple(setter.items),
            bookmarks=tuple(setter.bookmarks),
        )
        for panel, setter in zip(model.panels, setters, strict=True)
    )
    return Pages(
        pages=pages,
        tags=tuple(tags),
        sources=tuple(Source(text=m.text, language=m.language, origin=m.origin) for m in document.messages),
        scale=scale,
        overset=(*overset, *_overfull(model, setters)),
        gaps=tuple(_gaps(model)),
    )


def _model(document: Document, workshop: Workshop, fold: Fold) -> Model:
    panels = tuple(_panel(panel, document, workshop, fold) for panel in document.panels)
    flows = tuple(
        FlowBoxes(panels=tuple(flow.attributes["panels"].split()), group=workshop.group(flow))
        for flow in document.flows
    )
    return Model(panels=panels, flows=flows)


def _panel(element: Element, document: Document, workshop: Workshop, fold: Fold) -> PanelBoxes:
    name, art = element.attributes["name"], element.attributes.get("art")
    boxes = [child for child in element.children if isinstance(child, Element) and child.name == "box"]
    return PanelBoxes(
        name=name,
        width=fold.widths[name],
        height=document.sheet.height,
        rtl=document.language.is_rtl,
        language=document.language.tag,
        background=workshop.palette[element.style.background or "paper"],
        art=workshop.picture(art, element.origin)[0] if art else None,
        edges=tuple((_edge(box), workshop.group(box)) for box in boxes),
    )


def _edge(box: Element) -> Edge:
    return "bottom" if box.attributes["edge"] == "bottom" else "top"


def _region(panel: PanelBoxes, flow: FlowBoxes, scale: float) -> Region:
    """The room between the boxes at the edges, inside of the flow's padding."""
    padding = flow.group.style.padding
    taken = sum(height(box, width=panel.width, scale=scale) for _edge, box in panel.edges)
    return Region(
        panel=panel.name,
        width=panel.width - padding.inline_start.at(scale) - padding.inline_end.at(scale),
        height=panel.height - taken - padding.block_start.at(scale) - padding.block_end.at(scale),
    )


def _filled(model: Model, flow: FlowBoxes, scale: float) -> tuple[Filled, tuple[Region, ...]]:
    regions = tuple(_region(model.panel(name), flow, scale) for name in flow.panels)
    return fill(flow.group.children, regions, scale=scale), regions


def _fits(model: Model, scale: float) -> bool:
    return all(_filled(model, flow, scale)[0].fits for flow in model.flows) and not any(
        excess > 0 for _panel, _box, excess in _tight_boxes(model, scale)
    )


def _tight_boxes(model: Model, scale: float) -> Iterator[tuple[PanelBoxes, GroupBox, float]]:
    """Boxes of a fixed height whose content is taller, and by how many points."""
    for panel in model.panels:
        for _edge, box in panel.edges:
            if box.style.height is not None:
                natural = natural_height(box, width=panel.width, scale=scale)
                excess = natural - box.style.height.at(scale)
                if excess > 0.01:
                    yield panel, box, excess


def _overset(model: Model, scale: float) -> Iterator[Overset]:
    for flow in model.flows:
        filled, regions = _filled(model, flow, scale)
        if not filled.fits:
            total = stack_height(filled.left, width=regions[-1].width, scale=scale) or 1.0
            characters = sum(len(box.paragraph.text) for box in texts(filled.left))
            yield Overset(
                panel=regions[-1].panel,
                height=filled.excess,
                characters=max(1, round(characters * filled.excess / total)),
                origins=tuple(origins(filled.left)),
            )
    for panel, box, excess in _tight_boxes(model, scale):
        characters = sum(len(text.paragraph.text) for text in texts([box]))
        natural = natural_height(box, width=panel.width, scale=scale)
        yield Overset(
            panel=panel.name,
            height=excess,
            characters=max(1, round(characters * excess / natural)),
            origins=tuple(origins([box])),
        )


def _overfull(model: Model, setters: Sequence[Setter]) -> Iterator[Overset]:
    """A word that is wider than its panel."""
    for panel, setter in zip(model.panels, setters, strict=True):
        for box, excess in setter.overfull:
            size = box.style.size.at(setter.scale)
            yield Overset(
                panel=panel.name,
                height=0.0,
                characters=max(1, round(2 * excess / size)),
                origins=tuple(origins([box])),
            )


def _set(
    model: Model,
    panel: PanelBoxes,
    filled: Sequence[tuple[Filled, tuple[Region, ...]]],
    *,
    scale: float,
    library: FontLibrary,
    tags: list[Tag],
) -> Setter:
    """One panel: background, boxes at its edges, and its share of a flow."""
    setter = Setter(library=library, scale=scale, tags=tags)
    first = panel is model.panels[0]
    parent = setter.tag("Sect", 0, panel.language)
    setter.background += _background(panel)
    top, bottom = panel.height, 0.0
    later: list[tuple[GroupBox, Area]] = []
    for edge, box in panel.edges:
        tall = height(box, width=panel.width, scale=scale)
        if edge == "top":
            # The notice stands on every panel; it is read aloud once, on the first.
            _box(setter, box, Area(x=0, top=top, width=panel.width), tall, parent if first else None)
            top -= tall
        else:
            later.append((box, Area(x=0, top=bottom + tall, width=panel.width)))
            bottom += tall
    for flow, (content, regions) in zip(model.flows, filled, strict=True):
        if panel.name in flow.panels:
            _set_flow(setter, panel, flow, content, regions, top=top, parent=parent)
    for box, area in later:
        tall = height(box, width=panel.width, scale=scale)
        _box(setter, box, area, tall, parent)
    return setter


def _set_flow(
    setter: Setter,
    panel: PanelBoxes,
    flow: FlowBoxes,
    filled: Filled,
    regions: Sequence[Region],
    *,
    top: float,
    parent: int | None,
) -> None:
    index = flow.panels.index(panel.name)
    region, boxes = regions[index], filled.regions[index]
    if index == len(regions) - 1:
        boxes = (*boxes, *filled.left)
    padding = flow.group.style.padding
    side = padding.inline_end if panel.rtl else padding.inline_start
    free = region.height - stack_height(boxes, width=region.width, scale=setter.scale)
    share = {"start": 0.0, "center": 0.5, "end": 1.0}[flow.group.style.content]
    area = Area(
        x=side.at(setter.scale),
        top=top - padding.block_start.at(setter.scale) - max(0.0, free) * share,
        width=region.width,
    )
    setter.stack(boxes, area, parent=parent)


def _box(setter: Setter, box: GroupBox, area: Area, tall: float, parent: int | None) -> None:
    """A box at an edge: its background runs into the bleed, its content stands as the style says."""
    if box.background is not None:
        rect = Rect(-BLEED, area.top - tall, area.width + 2 * BLEED, tall)
        low = -BLEED if rect.y <= 0.01 else rect.y
        setter.background.append(
            Fill(path=rectangle(Rect(rect.x, low, rect.width, rect.top - low)), color=box.background)
        )
    free = tall - natural_height(box, width=area.width, scale=setter.scale)
    share = {"start": 0.0, "center": 0.5, "end": 1.0}[box.style.content]
    inner = setter.inside(box, area.down(max(0.0, free) * share))
    setter.stack(box.children, inner, parent=parent)


def _background(panel: PanelBoxes) -> Iterator[Item]:
    whole = Rect(0, 0, panel.width, panel.height).grown(BLEED)
    if any(panel.background.print) or panel.background.screen != (1.0, 1.0, 1.0):
        yield Fill(path=rectangle(whole), color=panel.background)
    if panel.art is not None:
        yield from _art(panel, panel.art)


def _art(panel: PanelBoxes, art: Vector) -> Iterator[Item]:
    """The drawing fills the panel's height and is cropped at its edges; mirrored for right-to-left."""
    factor = panel.height / art.height
    for shape in art.shapes:
        path = transformed(
            shape.path, scale=factor, dx=-art.left * factor, dy=panel.height + art.top * factor, flip=True
        )
        if panel.rtl:
            path = tuple(
                (kind, tuple(panel.width - v if i % 2 == 0 else v for i, v in enumerate(numbers)))
                for kind, numbers in path
            )
        if shape.color is not None:
            yield Fill(path=path, color=shape.color)


def texts(boxes: Sequence[Box]) -> Iterator[TextBox]:
    """All paragraphs in boxes, in order."""
    for box in boxes:
        if isinstance(box, TextBox):
            yield box
        elif isinstance(box, GroupBox):
            yield from texts(box.children)


def origins(boxes: Sequence[Box]) -> Iterator[Origin]:
    """Where the paragraphs in boxes can be repaired, each message once."""
    seen = set()
    for box in texts(boxes):
        for piece in box.pieces:
            if piece.source >= 0 and piece.source not in seen:
                seen.add(piece.source)
                yield piece.origin


def _gaps(model: Model) -> Iterator[Gap]:
    groups: list[Box] = [box for panel in model.panels for _edge, box in panel.edges]
    groups += [flow.group for flow in model.flows]
    seen = set()
    for box in texts(groups):
        for missing in box.paragraph.missing:
            origin = box.pieces[missing.key].origin
            if (missing.character, origin) not in seen:
                seen.add((missing.character, origin))
                yield Gap(missing=missing, origin=origin)
