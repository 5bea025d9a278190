"""A document to the room of each of its messages: about so many letters of its language stand in its place.

At the smallest type of the layout. What is still free in a flow, or in a box of a fixed height, is shared
out line by line among its paragraphs in the measure of their lines, and the layout is measured again with
each share: so all texts of a panel may take their room at once. Lines hold what the letters of the language
need on average; where there are several, each loses half of what may not be divided at its end. It is an
estimate: words have other lengths. A flow that goes on in new pages has room for everything.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import is_

from leaflets.color import Color
from leaflets.document.tree import Document
from leaflets.fonts.load import FontLibrary
from leaflets.frozen import dataclass
from leaflets.geometry import Length
from leaflets.pages.boxes import Box, GroupBox, PictureReader, StripsBox, TableBox, TextBox, Workshop
from leaflets.pages.measure import (
    TOLERANCE,
    column_width,
    height,
    inner_width,
    leading,
    lines,
    natural_height,
    width_in,
)
from leaflets.pages.paginate import is_contents, poured
from leaflets.pages.panels import Flow, Model, Panel, make_model, room
from leaflets.pages.shares import Extra, shared
from leaflets.pages.tables import column_widths
from leaflets.project import Language
from leaflets.text.line import Span
from leaflets.text.paragraph import Paragraph, prepare

CARE = 0.92
"""What is promised of a line: a line too many is worse than one that is not full."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """What text of a language needs on average, in ems."""

    advance: float
    """Of a character, spaces among them."""
    waste: float
    """At the end of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Text of a language, by which its letters are measured in the styles of paragraphs."""

    text: str
    language: Language
    library: FontLibrary


def rooms(
    document: Document,
    *,
    library: FontLibrary,
    palette: Mapping[str, Color],
    picture: PictureReader,
    sample: Sample,
) -> dict[int, int]:
    """Index of a message in `Document.messages` -> letters; a message whose room has no end is not there."""
    model = make_model(document, workshop=Workshop(library=library, palette=palette, picture=picture))
    scale = document.sheet.fit[0]
    found: dict[int, int] = {}
    for vessel in _vessels(model, scale):
        extra = shared([(id(one.box), one.lines) for one in vessel.paragraphs], holds=vessel.holds)
        for one in vessel.paragraphs:
            more = extra.get(id(one.box), 0)
            for source, letters in _letters(one, more, scale=scale, sample=sample):
                found[source] = min(letters, found.get(source, letters))
    return found


def _vessels(model: Model, scale: float) -> Iterator[Vessel]:
    """Flows with the boxes beside them that grow, boxes of a fixed height, panels without a flow, strips."""
    taken: set[str] = set()
    for flow in model.flows:
        endless = model.panel(flow.panels[-1]).repeat != "none"
        if not endless and not is_contents(flow):
            panels = [model.panel(name) for name in flow.panels if name not in taken]
            yield _flow_vessel(model, flow, panels, scale)
        taken |= set(flow.panels)
    for panel in model.panels:
        if panel.name not in taken:
            boxes = _growing(panel)
            yield Vessel(paragraphs=_of_edges(panel, boxes, scale), holds=_panel_holds(panel, boxes, scale))
        for _edge, box in panel.edges:
            if box.style.height is not None:
                yield Vessel(paragraphs=_of_edges(panel, (box,), scale), holds=_box_holds(panel, box, scale))
            strips = tuple(one for child in _strips(box) for one in _in_strip(child, scale))
            yield Vessel(paragraphs=strips, holds=lambda extra: not any(extra.values()))


def _flow_vessel(model: Model, flow: Flow, panels: Sequence[Panel], scale: float) -> Vessel:
    width = min(room(model.panel(name), flow, scale)[0] for name in flow.panels)
    own = tuple(_paragraphs(flow.group.children, width, scale))
    beside = tuple(one for panel in panels for one in _of_edges(panel, _growing(panel), scale))

    def holds(extra: Extra) -> bool:
        grown = tuple(_panel_grown(panel, extra, scale) for panel in model.panels)
        group = _group_grown(flow.group, extra, scale)
        return poured(replace(model, panels=grown), replace(flow, group=group), scale).fits

    return Vessel(paragraphs=(*own, *beside), holds=holds)


def _box_holds(panel: Panel, box: GroupBox, scale: float) -> Callable[[Extra], bool]:
    tall = height(box, width=panel.width, scale=scale)

    def holds(extra: Extra) -> bool:
        grown = _group_grown(box, extra, scale)
        return natural_height(grown, width=panel.width, scale=scale) <= tall + TOLERANCE

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
    """All paragraphs of boxes that are `width` wide inside, but for those of strips."""
    for box in boxes:
        wide = width_in(box, width, scale)
        match box:
            case TextBox():
                inner = inner_width(box, width=wide, scale=scale)
                yield Placed(box=box, width=inner, lines=lines(box, width=wide, scale=scale))
            case GroupBox():
                inner = inner_width(box, width=wide, scale=scale)
                if box.style.columns > 1:
                    inner = column_width(box, width=inner, scale=scale)
                yield from _paragraphs(box.children, inner, scale)
            case TableBox():
                widths = column_widths(box, width=wide, scale=scale)
                for row in box.rows:
                    for cell, each in zip(row.children, widths, strict=False):
                        yield from _paragraphs((cell,), each, scale)


def _strips(box: GroupBox) -> Iterator[StripsBox]:
    return (child for child in box.children if isinstance(child, StripsBox))


def _in_strip(box: StripsBox, scale: float) -> Iterator[Placed]:
    long = box.style.height.at(scale) if box.style.height is not None else 0.0
    return _paragraphs(box.content.children, inner_width(box.content, width=long, scale=scale), scale)


def _grown(boxes: tuple[Box, ...], extra: Extra, scale: float) -> tuple[Box, ...]:
    """The boxes with more lines: room below the last one does as well, and nothing is shaped again.

    What stays as it is stays the same object, whose height is known.
    """
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


def _letters(one: Placed, more: int, *, scale: float, sample: Sample) -> Iterator[tuple[int, int]]:
    """Each message of a paragraph, and the letters that it may have beside the others.

    What stands there and fits has room, whatever the estimate says.
    """
    box, count = one.box, max(1, one.lines + more)
    needs = _measured(box, sample)
    line = one.width / box.style.size.at(scale)
    whole = CARE * (
        line if count == 1 else count * (line - needs.waste) - len(box.paragraph.forced) * line / 2
    )
    stands = _by_source(box)
    total = sum(width for width, _letters in stands.values())
    for source, (width, letters) in stands.items():
        fits = letters if more >= 0 and _is_in(sample.language, box, source) else 1
        if source >= 0:
            yield source, max(fits, int((whole - total + width) / needs.advance))


def _by_source(box: TextBox) -> dict[int, tuple[float, int]]:
    """Ems and letters of each message of a paragraph; -1: of what comes from none."""
    paragraph, found = box.paragraph, dict[int, tuple[float, int]]()
    for index, (left, right) in enumerate(pairwise(paragraph.offsets)):
        source = box.pieces[paragraph.spans[paragraph.owners[index]].key].source
        width, letters = found.get(source, (0.0, 0))
        found[source] = width + right - left, letters + (index not in paragraph.added)
    return found


def _is_in(language: Language, box: TextBox, source: int) -> bool:
    """Whether the message stands there in this language, not in the one that stands in."""
    return all(piece.language == language.tag for piece in box.pieces if piece.source == source)


def _measured(box: TextBox, sample: Sample) -> Letters:
    """The sample in the style of the paragraph's first words."""
    first, language = box.paragraph.spans[0], sample.language
    span = Span(
        text=sample.text,
        families=box.style.families or language.families,
        weight=first.weight,
        slant=first.slant,
        size=1.0,
        language=language.tag,
        color=first.color,
        hyphens=first.hyphens,
        dictionary=language.hyphenation if first.hyphens == "auto" else "",
        least=language.hyphenate_min,
        features=first.features,
        opentype=language.opentype,
    )
    return _average(prepare([span], base=int(language.is_rtl), language=language, library=sample.library))


def _average(paragraph: Paragraph) -> Letters:
    """Half of what stands between two breaks is lost where a line ends, weighted by its width."""
    pieces = [right - left for left, right in pairwise(paragraph.lines.befores)]
    total = sum(pieces) or 1.0
    waste = sum(piece * piece for piece in pieces) / total / 2
    return Letters(advance=total / max(1, len(paragraph.text)), waste=waste)
