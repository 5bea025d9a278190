"""Boxes to placed items and tags: total fit, bidi order, positions in points."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import zip_longest
from types import MappingProxyType

from leaflets.fonts.load import FontLibrary
from leaflets.frozen import dataclass
from leaflets.geometry import Path, Rect, transformed
from leaflets.pages.boxes import Box, GroupBox, ImageBox, Piece, RuleBox, StripsBox, TableBox, TextBox
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
from leaflets.pages.page import Bookmark, Fill, Glyphs, Item, Link, Picture, Role, Stroke, Tag
from leaflets.pages.speech import spoken_number
from leaflets.pages.tables import column_widths
from leaflets.pages.turn import upwards
from leaflets.text.line import Line, Run
from leaflets.text.setting import break_lines, message_text

MIDDLE = 0.35
"""Em from the baseline to the middle of the letters (about half of the capitals): lines are centred on it."""

TOLERANCE = 0.05
"""Em by which a line may be wider than measured, as shapes at its ends were made anew."""

LINK_DEPTH = 0.3
"""Em that a clickable area reaches below the baseline."""

CUT, CUT_DASH = 0.5, (3.0, 2.0)
"""Points of the lines between strips: their width, and what is drawn and left out."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Runs of a line that belong to one tag: logical characters start:end."""

    start: int
    end: int
    piece: Piece
    runs: tuple[Run, ...]


@dataclass(slots=True, kw_only=True)
class Setter:
    """Collects the items of one page, and the tags of the whole job."""

    library: FontLibrary
    scale: float
    tags: list[Tag]
    items: list[Item] = field(default_factory=list)
    background: list[Item] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    overfull: list[tuple[TextBox, float]] = field(default_factory=list)
    """Paragraphs with a word that is wider than its panel, and by how many points."""
    parted: dict[int, int | None] = field(default_factory=dict)
    """Identity of what was parted -> its tag: shared by all pages, as its parts stand on several."""
    targets: Mapping[int, int] = field(default_factory=dict)
    """Identity of a heading -> its number in lists of contents."""
    hidden: set[int] = field(default_factory=set)
    """Indices of items that office printers leave out."""
    office: tuple[list[Item], list[Item]] = field(default_factory=lambda: ([], []))
    """What they have besides: on paper that is printed on both sides, and on one."""
    broken: list[tuple[TextBox, Line]] = field(default_factory=list)
    """Lines that end inside of a word, because it is wider than its panel."""

    def tag(self, role: Role, parent: int | None, language: str, **more: object) -> int | None:
        """A new tag; None where its parent is an artifact."""
        if parent is None:
            return None
        self.tags.append(Tag(role=role, parent=parent, language=language, **more))  # type: ignore[arg-type]  # fields of Tag
        return len(self.tags) - 1

    def tag_of(
        self, box: GroupBox | TextBox | TableBox, role: Role, parent: int | None, **more: object
    ) -> int | None:
        """The tag of a box; the later parts of one that was parted have that of the first."""
        if box.whole is None:
            return self.tag(role, parent, box.language, **more)
        key = id(box.whole)
        if key not in self.parted:
            self.parted[key] = self.tag(role, parent, box.language, **more)
        return self.parted[key]

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
            parent = self.tag_of(box, GROUPS[box.name], parent, ordered=box.name == "ol")
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
        tag = self.tag_of(box, roles[0], parent)
        widths = column_widths(box, width=area.width, scale=self.scale)
        heights = row_heights(box, width=area.width, scale=self.scale)
        for index, (row, tall) in enumerate(zip(box.rows, heights, strict=True)):
            is_head = index < box.heads
            above = None if is_head and box.goes_on else self.tag(roles[1], tag, row.language)
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
        if parent is not None and self.tags[parent].role == "TOCI":
            pass  # an entry holds paragraphs, and no cells (ISO 32000-1, table 333)
        elif cell.name == "th":
            parent = self.tag("TH", parent, cell.language, scope="Column" if is_head else "Row")
        elif cell.name == "td":
            parent = self.tag("TD", parent, cell.language)
        area = Area(x=rect.x, top=rect.top, width=rect.width)
        free = rect.height - height(cell, width=rect.width, scale=self.scale)
        share = {"start": 0.0, "center": 0.5, "end": 1.0}[cell.style.content]
        self.stack(cell.children, self.inside(cell, area.down(free * share)), parent=parent)

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
            tag = self.tag("Figure", parent, box.language, alt=box.alt, bounds=rect)
        if box.vector is None:
            self.items.append(Picture(rect=rect, file=box.file, tag=tag, origin=box.origin))
            return
        factor = rect.width / box.vector.width
        dx, dy = rect.x - box.vector.left * factor, rect.top + box.vector.top * factor
        for shape in box.vector.shapes:
            path = transformed(shape.path, scale=factor, dx=dx, dy=dy, flip=True)
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
        self.text(note, area, parent=None)
        office += self.items[before:]
        del self.items[before:], self.overfull[links:]
        return height(note, width=area.width, scale=self.scale) + 3

    def text(self, box: TextBox, area: Area, *, parent: int | None) -> None:
        """A paragraph: its lines, each centred on its leading."""
        tag = self._text_tag(box, area, parent)
        inner = self.inside(box, area)
        size, step = box.style.size.at(self.scale), leading(box, self.scale)
        links: dict[int, int | None] = {}
        justified = box.style.align == "justify"
        lines = break_lines(box.paragraph, inner.width / size, library=self.library, justified=justified)
        for index, line in enumerate(lines):
            room = inner.width - line.width * size
            if room < -TOLERANCE * size:
                self.overfull.append((box, -room))
            if line.broken:
                self.broken.append((box, line))
            y = inner.top - step * index - step / 2 - MIDDLE * size
            spacing = max(room, 0.0) / line.spaces if justified and line.spaces and not line.closed else 0.0
            left = 0.0 if spacing else room * _share(box)
            hang = line.hang * size + (line.hanging * spacing if line.hang else 0.0)
            self._line(box, line, inner.x + left - hang, y, size=size, tag=tag, links=links, spacing=spacing)
        if box.role in ("H1", "H2", "H3") and tag is not None:
            whole = message_text(box.paragraph, 0, len(box.paragraph.text))
            target = self.targets.get(id(box.element), 0)
            self.bookmarks.append(Bookmark(title=whole, level=int(box.role[1]), top=area.top, target=target))

    def _text_tag(self, box: TextBox, area: Area, parent: int | None) -> int | None:
        if box.role != "LBody":
            return self.tag_of(box, box.role, parent, origin=box.origin)
        item = self.tag("LI", parent, box.language)
        if box.marker is not None:
            self._mark(box, box.marker, area, parent=self.tag("Lbl", item, box.language))
        return self.tag("LBody", item, box.language)

    def _mark(self, box: TextBox, marker: TextBox, area: Area, *, parent: int | None) -> None:
        """The mark of a list item hangs before the text, half an em away."""
        inner = self.inside(box, area)
        size, step = box.style.size.at(self.scale), leading(box, self.scale)
        width = (marker.paragraph.width + 0.5) * size
        x = inner.x + inner.width + width - marker.paragraph.width * size if box.rtl else inner.x - width
        y = inner.top - step / 2 - MIDDLE * size
        for line in break_lines(marker.paragraph, marker.paragraph.width + 1, library=self.library):
            self._line(marker, line, x, y, size=size, tag=parent, links={})

    def _line(
        self,
        box: TextBox,
        line: Line,
        x: float,
        y: float,
        *,
        size: float,
        tag: int | None,
        links: dict[int, int | None],
        spacing: float = 0.0,
    ) -> None:
        """Runs from the left; tags in logical order, with ActualText where the two differ."""
        reordered = "".join(run.text for run in line.runs) != line.text or any(r.is_rtl for r in line.runs)
        segments = tuple(_segments(box, line))
        tags = [self._segment_tag(box, s, tag, links, actual=reordered) for s in segments]
        owners = {id(run): index for index, segment in enumerate(segments) for run in segment.runs}
        extents: dict[int, tuple[float, float]] = {}
        for run in line.runs:
            index = owners[id(run)]
            source = box.pieces[run.key].source
            self.items.append(
                Glyphs(x=x, y=y, size=size, run=run, spacing=spacing, tag=tags[index], source=source)
            )
            left, _right = extents.get(index, (x, x))
            x += run.width * size + spacing * run.text.count(" ")
            extents[index] = (left, x)
        for index, segment in enumerate(segments):
            self._link_area(box, segment, extents.get(index), y, size=size, tag=links.get(segment.piece.link))

    def _segment_tag(
        self,
        box: TextBox,
        segment: Segment,
        tag: int | None,
        links: dict[int, int | None],
        *,
        actual: bool,
    ) -> int | None:
        if tag is None:
            return None
        piece, parent = segment.piece, tag
        if piece.link >= 0:
            if piece.link not in links:
                links[piece.link] = self._link_tag(box, segment, tag)
            parent = links[piece.link] or tag
        if not actual and (piece.link >= 0 or piece.language == box.language):
            return parent
        text = message_text(box.paragraph, segment.start, segment.end) if actual else None
        return self.tag("Span", parent, piece.language, actual=text)

    def _link_tag(self, box: TextBox, segment: Segment, parent: int) -> int | None:
        """A telephone number is heard digit by digit."""
        piece = segment.piece
        shown = message_text(box.paragraph, segment.start, segment.end)
        alt = spoken_number(shown) if piece.href.startswith("tel:") else ""
        return self.tag("Link", parent, piece.language, href=piece.href, alt=alt or None)

    def _link_area(
        self,
        box: TextBox,
        segment: Segment,
        extent: tuple[float, float] | None,
        y: float,
        *,
        size: float,
        tag: int | None,
    ) -> None:
        if tag is None or extent is None or segment.piece.link < 0:
            return
        rect = Rect(extent[0], y - LINK_DEPTH * size, extent[1] - extent[0], size * (1 + LINK_DEPTH))
        contents = message_text(box.paragraph, segment.start, segment.end).strip()
        self.items.append(
            Link(
                rect=rect,
                href=segment.piece.href,
                contents=contents,
                language=segment.piece.language,
                tag=tag,
            )
        )


def rectangle(rect: Rect) -> Path:
    return (
        ("M", (rect.x, rect.y)),
        ("L", (rect.right, rect.y)),
        ("L", (rect.right, rect.top)),
        ("L", (rect.x, rect.top)),
        ("Z", ()),
    )


def _share(box: TextBox) -> float:
    """The part of a line's free room that stands at its left."""
    if box.style.align == "center":
        return 0.5
    return float((box.style.align == "end") != box.rtl)


def _aligned(box: ImageBox, area: Area, size: tuple[float, float]) -> Rect:
    share = 0.5 if box.style.align == "center" else float((box.style.align == "end") != box.rtl)
    x = area.x + (area.width - size[0]) * share
    return Rect(x, area.top - size[1], *size)


def _segments(box: TextBox, line: Line) -> Iterator[Segment]:
    """Neighbouring runs, in logical order, of one link and one language."""
    runs = sorted(line.runs, key=lambda run: run.start)
    groups: list[list[Run]] = []
    for run in runs:
        piece = box.pieces[run.key]
        last = box.pieces[groups[-1][0].key] if groups else None
        if last is not None and (last.link, last.language) == (piece.link, piece.language):
            groups[-1].append(run)
        else:
            groups.append([run])
    starts = [line.start, *(group[0].start for group in groups[1:]), line.end]
    for index, group in enumerate(groups):
        yield Segment(
            start=starts[index],
            end=starts[index + 1],
            piece=box.pieces[group[0].key],
            runs=tuple(group),
        )
