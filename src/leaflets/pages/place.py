"""Boxes to placed items and tags: total fit, bidi order, positions in points."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import zip_longest
from types import MappingProxyType

from leaflets.frozen import dataclass
from leaflets.geometry import Path, Placed, Rect
from leaflets.pages.boxes import Box, GroupBox, ImageBox, RuleBox, StripsBox, TableBox, TextBox
from leaflets.pages.justify import AS_IT_IS, is_balanced, is_justified, spread_out
from leaflets.pages.lines import Links, Pen, place_line
from leaflets.pages.measure import (
    balanced,
    column_width,
    gap,
    height,
    image_size,
    inner_width,
    is_floating,
    leading,
    row_heights,
    rule_step,
    strip_count,
    strip_length,
    strip_need,
    width_in,
)
from leaflets.pages.page import Bookmark, Fill, Item, Picture, Role, Stroke
from leaflets.pages.tables import column_widths
from leaflets.pages.tags import Tags
from leaflets.pages.turn import upwards
from leaflets.text.line import Line
from leaflets.text.setting import break_lines, message_text

MIDDLE = 0.35
"""Em from the baseline to the middle of the letters (about half of the capitals): lines are centred on it."""

TOLERANCE = 0.05
"""Em by which a line may be wider than measured, as shapes at its ends were made anew."""

CUT, CUT_DASH = 0.5, (3.0, 2.0)
"""Points of the lines between strips: their width, and what is drawn and left out."""

NOTE_GAP = 4.0
"""Points between the last line to write on and what offices print below it."""

SHARES: Mapping[str, float] = MappingProxyType({"start": 0.0, "center": 0.5, "end": 1.0})
"""The part of the free height that stands above content."""

GROUPS: Mapping[str, Role] = MappingProxyType({"ul": "L", "ol": "L", "section": "Sect"})
"""Groups that have a tag of their own."""

ROWS: Mapping[str, tuple[Role, Role]] = MappingProxyType(
    {"table": ("Table", "TR"), "contents": ("TOC", "TOCI")}
)
"""Tables and their rows (ISO 32000-1, 14.8.4.3.4; 14.8.4.2, table of contents)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a box stands: left edge, top edge (y upwards) and width, in points."""

    x: float
    top: float
    width: float

    def down(self, distance: float) -> "Area":
        return Area(x=self.x, top=self.top - distance, width=self.width)


@dataclass(slots=True, kw_only=True)
class Setter:
    """Collects the items of one page, and the tags of the whole job."""

    scale: float
    tags: Tags
    items: list[Item] = field(default_factory=list)
    background: list[Item] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    overfull: list[tuple[TextBox, float]] = field(default_factory=list)
    """Paragraphs with a word that is wider than its panel, and by how many points."""
    targets: Mapping[int, int] = field(default_factory=dict)
    """Identity of a heading -> its number in lists of contents."""
    hidden: set[int] = field(default_factory=set)
    """Indices of items that office printers leave out."""
    office: tuple[list[Item], list[Item]] = field(default_factory=lambda: ([], []))
    """What they have besides: on paper that is printed on both sides, and on one."""
    broken: list[tuple[TextBox, Line]] = field(default_factory=list)
    """Lines that end inside of a word, because it is wider than its panel."""

    def office_items(self) -> tuple[tuple[Item, ...], ...]:
        """What office printers make of the page, on both sides and on one; empty if that is the same."""
        if not self.hidden and not any(self.office):
            return ()
        kept = tuple(item for index, item in enumerate(self.items) if index not in self.hidden)
        return tuple((*kept, *more) for more in self.office)

    def stack(self, boxes: Sequence[Box], area: Area, *, parent: int | None) -> float:
        """Place boxes one above the other; returns the height used."""
        used = 0.0
        previous: Box | None = None
        for box in boxes:
            used += gap(previous, box, self.scale)
            margin = box.style.margin
            width = width_in(box, area.width, self.scale)
            side = margin.inline_end if box.rtl else margin.inline_start
            place = Area(x=area.x + side.at(self.scale), top=area.top - used, width=width)
            if is_floating(box) and isinstance(box, ImageBox):
                self.floating(box, area.down(used), parent=parent)
                continue
            self.box(box, place, parent=parent)
            used += height(box, width=width, scale=self.scale)
            previous = box
        return used

    def box(self, box: Box, area: Area, *, parent: int | None) -> None:
        if box.style.hidden:
            return
        match box:
            case TextBox():
                self.text(box, area, parent=parent)
            case ImageBox():
                size = image_size(box, width=area.width, scale=self.scale)
                self.image(box, _aligned(box, area, size), parent=parent)
            case RuleBox():
                self.rules(box, area)
            case TableBox():
                self.table(box, area, parent=parent)
            case StripsBox():
                self.strips(box, area)
            case GroupBox():
                self.group(box, area, parent=parent)

    def group(self, box: GroupBox, area: Area, *, parent: int | None) -> None:
        tall = height(box, width=area.width, scale=self.scale)
        rect = Rect(area.x, area.top - tall, area.width, tall)
        self._ground(box, rect)
        if box.name in GROUPS:
            parent = self.tags.of(box, GROUPS[box.name], parent, ordered=box.name == "ol")
        inner = self.inside(box, area)
        if box.style.columns == 1:
            self.stack(box.children, inner, parent=parent)
            return
        each = column_width(box, width=inner.width, scale=self.scale)
        step = each + box.style.column_gap.at(self.scale)
        for index, column in enumerate(balanced(box, width=inner.width, scale=self.scale)):
            x = inner.x + (inner.width - each - step * index if box.rtl else step * index)
            self.stack(column, Area(x=x, top=inner.top, width=each), parent=parent)

    def table(self, box: TableBox, area: Area, *, parent: int | None) -> None:
        """Rows from the top, cells from the inline start; a repeated head is an artifact."""
        roles = ROWS[box.name]
        tag = self.tags.of(box, roles[0], parent)
        widths = column_widths(box, width=area.width, scale=self.scale)
        heights = row_heights(box, width=area.width, scale=self.scale)
        for index, (row, tall) in enumerate(zip(box.rows, heights, strict=True)):
            is_head = index < box.heads
            above = None if is_head and box.goes_on else self.tags.open(roles[1], tag, row.language)
            self._ground(row, Rect(area.x, area.top - tall, area.width, tall))
            x = area.x
            for cell, wide in zip(row.children, widths, strict=False):
                left = 2 * area.x + area.width - x - wide if box.rtl else x
                self._cell(cell, Rect(left, area.top - tall, wide, tall), parent=above, is_head=is_head)
                x += wide
            area = area.down(tall)

    def _cell(self, cell: Box, rect: Rect, *, parent: int | None, is_head: bool) -> None:
        if not isinstance(cell, GroupBox):
            return
        self._ground(cell, rect)
        if parent is not None and self.tags.found[parent].role == "TOCI":
            pass  # an entry holds paragraphs, and no cells (ISO 32000-1, table 333)
        elif cell.name == "th":
            parent = self.tags.open("TH", parent, cell.language, scope="Column" if is_head else "Row")
        elif cell.name == "td":
            parent = self.tags.open("TD", parent, cell.language)
        area = Area(x=rect.x, top=rect.top, width=rect.width)
        free = rect.height - height(cell, width=rect.width, scale=self.scale)
        inner = self.inside(cell, area.down(free * SHARES[cell.style.content]))
        self.stack(cell.children, inner, parent=parent)

    def _ground(self, box: GroupBox, rect: Rect) -> None:
        if box.background is not None:
            self.items.append(Fill(path=rectangle(rect), color=box.background))
        self._borders(box, rect)

    def inside(self, box: GroupBox | TextBox, area: Area) -> Area:
        padding = box.style.padding
        side = padding.inline_end if box.rtl else padding.inline_start
        return Area(
            x=area.x + side.at(self.scale),
            top=area.top - padding.block_start.at(self.scale),
            width=inner_width(box, width=area.width, scale=self.scale),
        )

    def _borders(self, box: GroupBox, rect: Rect) -> None:
        style = box.style
        start, end = (rect.right, rect.x) if box.rtl else (rect.x, rect.right)
        edges = (
            (style.border_start, ((rect.x, rect.top), (rect.right, rect.top))),
            (style.border_end, ((rect.x, rect.y), (rect.right, rect.y))),
            (style.border_inline_start, ((start, rect.y), (start, rect.top))),
            (style.border_inline_end, ((end, rect.y), (end, rect.top))),
        )
        for (edge, (a, b)), color in zip(edges, box.borders, strict=True):
            if edge is not None and color is not None:
                path: Path = (("M", a), ("L", b))
                self.items.append(Stroke(path=path, color=color, width=edge[0].at(self.scale)))

    def floating(self, box: ImageBox, area: Area, *, parent: int | None) -> None:
        """An image at the inline start of the text that follows; it takes no room."""
        wide, tall = image_size(box, width=area.width, scale=self.scale)
        start = box.style.margin.inline_start.at(self.scale)
        x = area.x + area.width - wide - start if box.rtl else area.x + start
        top = area.top - box.style.margin.block_start.at(self.scale)
        self.image(box, Rect(x, top - tall, wide, tall), parent=parent)

    def image(self, box: ImageBox, rect: Rect, *, parent: int | None) -> None:
        tag = None
        if box.alt and parent is not None:
            tag = self.tags.open("Figure", parent, box.language, alt=box.alt, bounds=rect)
        if box.vector is None:
            self.items.append(Picture(rect=rect, file=box.file, tag=tag, origin=box.origin))
            return
        factor = rect.width / box.vector.width
        left, top = rect.x - box.vector.left * factor, rect.top + box.vector.top * factor
        matrix = (factor, 0.0, 0.0, -factor, left, top)
        for shape in box.vector.shapes:
            path = Placed(own=shape.path, matrix=matrix)
            self.items.append(Fill(path=path, color=shape.color or box.color, tag=tag))

    def rules(self, box: RuleBox, area: Area) -> None:
        step = rule_step(box, self.scale)
        for index in range(box.count):
            y = area.top - step * (index + 1) + 1
            path: Path = (("M", (area.x, y)), ("L", (area.x + area.width, y)))
            if index >= box.count - box.office:
                self.hidden.add(len(self.items))
            self.items.append(Stroke(path=path, color=box.color, width=0.5))
        if box.office:
            self._local(box, area.down(step * (box.count - box.office)), step * box.office)

    def strips(self, box: StripsBox, area: Area) -> None:
        """Set once, copied from strip to strip, with dashed lines to cut along; artifacts, as all are copies.

        Text runs upwards: its first line stands at the left of a strip.
        """
        count = strip_count(box, width=area.width, scale=self.scale)
        each, long = area.width / count, strip_length(box, self.scale)
        free = (each - strip_need(box, self.scale)) / 2
        before = len(self.items)
        content = box.content
        self.stack(content.children, self.inside(content, Area(x=0.0, top=-free, width=long)), parent=None)
        one, self.items[before:] = self.items[before:], []
        low = area.top - long
        for index in range(count):
            x = area.x + index * each
            self.items += (upwards(item, x=x, y=low) for item in one)
            if index:
                path: Path = (("M", (x, low)), ("L", (x, area.top)))
                self.items.append(Stroke(path=path, color=box.color, width=CUT, dash=CUT_DASH))

    def _local(self, box: RuleBox, area: Area, tall: float) -> None:
        """For office printers: how to print, and an empty box for a local contact."""
        for note, office in zip_longest(box.notes, self.office):
            used = self._noted(note, area, office) if note is not None else 0.0
            frame = Rect(area.x, area.top - tall, area.width, tall - used)
            office.append(Stroke(path=rectangle(frame), color=box.color, width=0.5))

    def _noted(self, note: TextBox, area: Area, office: list[Item]) -> float:
        """A line that only offices print; returns the height used."""
        before, links = len(self.items), len(self.overfull)
        self.text(note, area.down(NOTE_GAP), parent=None)
        office += self.items[before:]
        del self.items[before:], self.overfull[links:]
        return NOTE_GAP + height(note, width=area.width, scale=self.scale) + 3

    def text(self, box: TextBox, area: Area, *, parent: int | None) -> None:
        """A paragraph: its lines, each centred on its leading."""
        tag = self._text_tag(box, area, parent)
        inner = self.inside(box, area)
        size, step = box.style.size.at(self.scale), leading(box, self.scale)
        links: Links = {}
        justified = is_justified(box.paragraph, align=box.style.align)
        balanced = is_balanced(box.paragraph, wrap=box.style.wrap)
        lines = break_lines(box.paragraph, inner.width / size, justified=justified, balanced=balanced)
        share, y = _share(box), inner.top - step / 2 - MIDDLE * size
        for line in lines:
            room = inner.width - line.width * size
            if room < -TOLERANCE * size:
                self.overfull.append((box, -room))
            if line.broken:
                self.broken.append((box, line))
            spread = spread_out(line, box.paragraph, room=room) if justified else AS_IT_IS
            left = 0.0 if spread.spacing else room * share
            hang = line.hang * size + (line.hanging * spread.spacing if line.hang else 0.0)
            pen = Pen(x=inner.x + left - hang, y=y, size=size, spacing=spread.spacing, fixed=spread.fixed)
            self.items += place_line(box, spread.line or line, pen, tag=tag, links=links, tags=self.tags)
            y -= step
        if box.role in ("H1", "H2", "H3") and tag is not None:
            whole = message_text(box.paragraph, 0, len(box.paragraph.text))
            target = self.targets.get(id(box.element), 0)
            self.bookmarks.append(Bookmark(title=whole, level=int(box.role[1]), top=area.top, target=target))

    def _text_tag(self, box: TextBox, area: Area, parent: int | None) -> int | None:
        if box.role != "LBody":
            return self.tags.of(box, box.role, parent, origin=box.origin)
        item = self.tags.open("LI", parent, box.language)
        if box.marker is not None:
            self._mark(box, box.marker, area, parent=self.tags.open("Lbl", item, box.language))
        return self.tags.open("LBody", item, box.language)

    def _mark(self, box: TextBox, marker: TextBox, area: Area, *, parent: int | None) -> None:
        """The mark of a list item hangs before the text, half an em away."""
        inner = self.inside(box, area)
        size, step = box.style.size.at(self.scale), leading(box, self.scale)
        width = (marker.paragraph.width + 0.5) * size
        x = inner.x + inner.width + width - marker.paragraph.width * size if box.rtl else inner.x - width
        y = inner.top - step / 2 - MIDDLE * size
        for line in break_lines(marker.paragraph, marker.paragraph.width + 1):
            pen = Pen(x=x, y=y, size=size)
            self.items += place_line(marker, line, pen, tag=parent, links={}, tags=self.tags)


def rectangle(rect: Rect) -> Path:
    return (
        ("M", (rect.x, rect.y)),
        ("L", (rect.right, rect.y)),
        ("L", (rect.right, rect.top)),
        ("L", (rect.x, rect.top)),
        ("Z", ()),
    )


def _share(box: TextBox | ImageBox) -> float:
    """The part of the free room beside a line or a picture that stands at its left."""
    if box.style.align == "center":
        return 0.5
    return float((box.style.align == "end") != box.rtl)


def _aligned(box: ImageBox, area: Area, size: tuple[float, float]) -> Rect:
    x = area.x + (area.width - size[0]) * _share(box)
    return Rect(x, area.top - size[1], *size)
