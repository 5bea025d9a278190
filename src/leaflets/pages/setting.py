"""Planned pages to placed items: backgrounds, boxes at the edges, and each page's share of its flows."""

from collections.abc import Iterator

from leaflets.document.vector import Vector
from leaflets.geometry import MM, Placed, Rect
from leaflets.pages.boxes import GroupBox, TextBox
from leaflets.pages.measure import height, natural_height, stack_height
from leaflets.pages.page import Broken, Fill, Item, Overset, Page, Tag
from leaflets.pages.paginate import Leaf, Part, Plan, headings
from leaflets.pages.panels import Model, Panel, is_notice, numbered, origins, shows_number
from leaflets.pages.place import SHARES, Area, Setter, rectangle
from leaflets.pages.tags import Tags
from leaflets.printing import MOST_BLEED
from leaflets.text.line import Line

BLEED = MOST_BLEED + 2 * MM
"""Of backgrounds beyond their panel, which creep may move; each sheet clips them to its own bleed."""


def set_pages(
    model: Model, plan: Plan, *, scale: float
) -> tuple[tuple[Page, ...], tuple[Tag, ...], tuple[Overset, ...], tuple[Broken, ...]]:
    """Pages, the tags of the whole job, and the words that are wider than their panel: whole, and broken."""
    tags = Tags(found=[Tag(role="Document", parent=None, language=model.language)])
    targets = {id(heading): target for target, (_page, heading) in enumerate(headings(plan.leaves), 1)}
    pages: list[Page] = []
    overfull: list[Overset] = []
    broken: list[Broken] = []
    for number, leaf in enumerate(plan.leaves, 1):
        setter = Setter(scale=scale, tags=tags, targets=targets)
        panel = numbered(leaf.panel, number, workshop=model.workshop)
        _set(setter, leaf, panel, first=number == 1)
        name = f"{panel.name}-{leaf.turn + 1}" if panel.repeat != "none" else panel.name
        pages.append(_page(setter, panel, name=name))
        overfull += (_overfull(name, box, excess, scale) for box, excess in setter.overfull)
        broken += (_broken(name, box, line) for box, line in setter.broken)
    return tuple(pages), tuple(tags.found), tuple(overfull), tuple(broken)


def _page(setter: Setter, panel: Panel, *, name: str) -> Page:
    return Page(
        name=name,
        width=panel.width,
        height=panel.height,
        background=tuple(setter.background),
        items=tuple(setter.items),
        bookmarks=tuple(setter.bookmarks),
        office=setter.office_items(),
    )


def _overfull(panel: str, box: TextBox, excess: float, scale: float) -> Overset:
    """A word that is wider than its panel."""
    characters = max(1, round(2 * excess / box.style.size.at(scale)))
    return Overset(panel=panel, height=0.0, characters=characters, origins=tuple(origins([box])))


def _broken(panel: str, box: TextBox, line: Line) -> Broken:
    """A word that was broken, as it is wider than its panel: the one that the line ends in."""
    last = max(line.runs, key=lambda run: run.start)
    return Broken(panel=panel, text=line.text, origin=box.pieces[last.key].origin)


def _set(setter: Setter, leaf: Leaf, panel: Panel, *, first: bool) -> None:
    """One page: background, boxes at its edges, and its parts of flows.

    What stands on every page is read aloud once: the draft notice on the first page, boxes of repeating
    pages on the first of them. Numbers of pages are never read.
    """
    parent = setter.tags.open("Sect", 0, panel.language)
    setter.background += _background(panel)
    top, bottom = panel.height, 0.0
    later: list[tuple[GroupBox, Area, int | None]] = []
    for (edge, box), element in zip(panel.edges, panel.boxes, strict=True):
        tall = height(box, width=panel.width, scale=setter.scale)
        again = leaf.turn > 0 or shows_number(element) or (is_notice(element) and not first)
        above = None if again else parent
        if edge == "top":
            _box(setter, box, Area(x=0, top=top, width=panel.width), tall, above)
            top -= tall
        else:
            later.append((box, Area(x=0, top=bottom + tall, width=panel.width), above))
            bottom += tall
    for part in leaf.parts:
        _set_part(
            setter, panel, part, top=top, parent=None if leaf.turn and panel.repeat == "fill" else parent
        )
    for box, area, above in later:
        tall = height(box, width=panel.width, scale=setter.scale)
        _box(setter, box, area, tall, above)


def _set_part(setter: Setter, panel: Panel, part: Part, *, top: float, parent: int | None) -> None:
    style, region = part.flow.group.style, part.region
    side = style.padding.inline_end if panel.rtl else style.padding.inline_start
    free = region.height - stack_height(part.boxes, width=region.width, scale=setter.scale)
    area = Area(
        x=side.at(setter.scale),
        top=top - style.padding.block_start.at(setter.scale) - max(0.0, free) * SHARES[style.content],
        width=region.width,
    )
    setter.stack(part.boxes, area, parent=parent)


def _box(setter: Setter, box: GroupBox, area: Area, tall: float, parent: int | None) -> None:
    """A box at an edge: its background runs into the bleed, its content stands as the style says."""
    if box.background is not None:
        rect = Rect(-BLEED, area.top - tall, area.width + 2 * BLEED, tall)
        low = -BLEED if rect.y <= 0.01 else rect.y
        setter.background.append(
            Fill(path=rectangle(Rect(rect.x, low, rect.width, rect.top - low)), color=box.background)
        )
    free = tall - natural_height(box, width=area.width, scale=setter.scale)
    inner = setter.inside(box, area.down(max(0.0, free) * SHARES[box.style.content]))
    setter.stack(box.children, inner, parent=parent)


def _background(panel: Panel) -> Iterator[Item]:
    whole = Rect(0, 0, panel.width, panel.height).grown(BLEED)
    if any(panel.background.print) or panel.background.screen != (1.0, 1.0, 1.0):
        yield Fill(path=rectangle(whole), color=panel.background)
    if panel.art is not None:
        yield from _art(panel, panel.art)


def _art(panel: Panel, art: Vector) -> Iterator[Item]:
    """The drawing covers the panel and is cropped at its edges; mirrored for right-to-left.

    It is never smaller than drawn, as the 3 mm that it has for the bleed would be too.
    """
    factor = max(panel.height / art.height, panel.width / art.width, MM)
    across, left = (-factor, panel.width) if panel.rtl else (factor, 0.0)
    matrix = (across, 0.0, 0.0, -factor, left - art.left * across, panel.height + art.top * factor)
    for shape in art.shapes:
        if shape.color is not None:
            yield Fill(path=Placed(own=shape.path, matrix=matrix), color=shape.color)
