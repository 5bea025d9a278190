"""Boxes to heights at a scale, and to what of them stands in a height: first fit only, nothing is placed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from leaflets.frozen import dataclass
from leaflets.geometry import Length
from leaflets.pages import forced
from leaflets.pages.boxes import Box, GroupBox, ImageBox, RuleBox, StripsBox, TableBox, TextBox
from leaflets.pages.tables import column_widths
from leaflets.text.setting import count_lines, part_after, undivided

TOLERANCE = 0.01
"""Points: sums of heights in two orders differ by less."""

FEWEST = 2
"""Lines of a paragraph that stand together before and after a break: no widows and orphans."""

Boxes = tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A group in one column as a sum: what of its height is linear in the scale as one length, and its boxes.

    Copyfit asks for groups at many scales; margins and padding of all that is in them are added up once.
    """

    fixed: Length
    gaps: tuple[tuple[Length, Length], ...]
    """Margins that meet, where neither is the larger one at every scale."""
    boxes: tuple[tuple[Box, Length], ...]
    """Each with how much narrower than the group it is; those of groups in it stand for them."""

    def at(self, scale: float, *, width: float) -> float:
        """Points of its height, in a group that is `width` wide."""
        total = self.fixed.at(scale)
        for end, start in self.gaps:
            total += max(end.at(scale), start.at(scale))
        for box, inset in self.boxes:
            total += height(box, width=width - inset.at(scale), scale=scale)
        return total


@lru_cache(maxsize=4096)
def height(box: Box, *, width: float, scale: float) -> float:
    """Points from the top of the box to its bottom, padding included, margins not.

    Kept for the boxes around it, and for placing: copyfit asks for most heights of a scale more than once.
    """
    match box:
        case TextBox():
            return _text_height(box, width=width, scale=scale)
        case ImageBox():
            return 0.0 if box.style.floats else image_size(box, width=width, scale=scale)[1]
        case RuleBox():
            return box.count * rule_step(box, scale)
        case TableBox():
            return sum(row_heights(box, width=width, scale=scale))
        case StripsBox():
            return strip_length(box, scale)
        case GroupBox():
            given = box.style.height
            return given.at(scale) if given else natural_height(box, width=width, scale=scale)


def _text_height(box: TextBox, *, width: float, scale: float) -> float:
    """The size is worked out once for both factors: half of copyfit is this."""
    padding, size = box.style.padding, box.style.size.at(scale)
    count = count_lines(box.paragraph, (width - padding.inline.at(scale)) / size)
    return padding.block.at(scale) + _leading(box, size) * count


def natural_height(box: GroupBox, *, width: float, scale: float) -> float:
    """Of a group's content and padding, whatever height its style gives."""
    if box.style.columns == 1:
        return _column(box).at(scale, width=width)
    inner = inner_width(box, width=width, scale=scale)
    each = column_width(box, width=inner, scale=scale)
    columns = balanced(box, width=inner, scale=scale)
    return _padding(box, scale) + max(stack_height(c, width=each, scale=scale) for c in columns)


@lru_cache(maxsize=1024)
def _column(group: GroupBox) -> Column:
    """Groups in it that are as tall as their content are taken apart, those of fixed height stay whole."""
    fixed, gaps, boxes = group.style.padding.block, [], []
    children = [child for child in group.children if not is_floating(child)]
    for above, below in pairwise(children):
        end, start = above.style.margin.block_end, below.style.margin.block_start
        larger = end.larger(start)
        if larger is None:
            gaps.append((end, start))
        else:
            fixed = fixed.plus(larger)
    for child in children:
        inset = group.style.padding.inline.plus(child.style.margin.inline)
        if isinstance(child, GroupBox) and child.style.height is None and child.style.columns == 1:
            inner = _column(child)
            fixed = fixed.plus(inner.fixed)
            gaps += inner.gaps
            boxes += [(box, inset.plus(own)) for box, own in inner.boxes]
        else:
            boxes.append((child, inset))
    return Column(fixed=fixed, gaps=tuple(gaps), boxes=tuple(boxes))


def stack_height(boxes: Sequence[Box], *, width: float, scale: float) -> float:
    """Of boxes one above the other; no margin before the first and after the last."""
    total = 0.0
    previous: Box | None = None
    for box in boxes:
        if not is_floating(box):
            total += gap(previous, box, scale) + height(box, width=width_in(box, width, scale), scale=scale)
            previous = box
    return total


def grows(box: Box) -> bool:
    """Whether it never gets lower as type gets larger.

    Tables and columns may, pictures as wide as their container do, as does what has negative margins.
    """
    style = box.style
    sides = [side for s in (style.margin, style.padding) for side in (s.block_start, s.block_end, s.inline)]
    if any(side.em < 0 for side in sides):
        return False
    match box:
        case ImageBox():
            return style.floats or style.width is not None or style.height is not None
        case GroupBox():
            return style.height is not None or (style.columns == 1 and all(map(grows, box.children)))
    return not isinstance(box, TableBox)


def gap(previous: Box | None, box: Box, scale: float) -> float:
    """Points between two blocks: the larger of their margins (CSS 2, 8.3.1); none at the start."""
    if previous is None or is_floating(box):
        return 0.0
    return max(previous.style.margin.block_end.at(scale), box.style.margin.block_start.at(scale))


def is_floating(box: Box) -> bool:
    return isinstance(box, ImageBox) and box.style.floats


def leading(box: TextBox, scale: float) -> float:
    """Points from baseline to baseline: by style, and by the tallest face of the paragraph."""
    return _leading(box, box.style.size.at(scale))


def _leading(box: TextBox, size: float) -> float:
    return box.style.line_height * box.paragraph.leading * size


def lines(box: TextBox, *, width: float, scale: float) -> int:
    return count_lines(box.paragraph, inner_width(box, width=width, scale=scale) / box.style.size.at(scale))


def rule_step(box: RuleBox, scale: float) -> float:
    """Points from one ruled line to the next: 8 mm at least, for a hand."""
    return max(Length(1.9).at(scale), Length(0.0, 22.7).at(scale))


def strip_length(box: StripsBox, scale: float) -> float:
    """Points along a strip: across the lines between them it has what its content needs."""
    return box.style.height.at(scale) if box.style.height is not None else 0.0


def strip_need(box: StripsBox, scale: float) -> float:
    """Points that the content of one strip needs from line to line."""
    return natural_height(box.content, width=strip_length(box, scale), scale=scale)


def strip_count(box: StripsBox, *, width: float, scale: float) -> int:
    """As many as the layout says, else as fit."""
    return box.count or max(1, int((width + TOLERANCE) / strip_need(box, scale)))


def row_heights(box: TableBox, *, width: float, scale: float) -> tuple[float, ...]:
    """Of each row: the tallest cell."""
    widths = column_widths(box, width=width, scale=scale)
    return tuple(
        max(
            (height(c, width=w, scale=scale) for c, w in zip(row.children, widths, strict=False)), default=0.0
        )
        for row in box.rows
    )


def image_size(box: ImageBox, *, width: float, scale: float) -> tuple[float, float]:
    """Width and height in points; one that the style does not give follows from the aspect."""
    style = box.style
    if style.width is None and style.height is not None:
        tall = style.height.at(scale)
        return tall / box.aspect, tall
    wide = style.width.at(scale) if style.width is not None else width
    return wide, (style.height.at(scale) if style.height is not None else wide * box.aspect)


def width_in(box: Box, width: float, scale: float) -> float:
    """Of a box in a container that is `width` wide inside."""
    return width - box.style.margin.inline.at(scale)


def inner_width(box: TextBox | GroupBox, *, width: float, scale: float) -> float:
    return width - box.style.padding.inline.at(scale)


def _padding(box: TextBox | GroupBox, scale: float) -> float:
    return box.style.padding.block.at(scale)


def column_width(box: GroupBox, *, width: float, scale: float) -> float:
    """Of one column of a group that is `width` wide inside."""
    count = box.style.columns
    return (width - box.style.column_gap.at(scale) * (count - 1)) / count


def inside(box: GroupBox, *, width: float, scale: float) -> float:
    """Points of width that what is in it has: of one column, where it has several."""
    inner = inner_width(box, width=width, scale=scale)
    return inner if box.style.columns == 1 else column_width(box, width=inner, scale=scale)


def balanced(box: GroupBox, *, width: float, scale: float) -> tuple[Boxes, ...]:
    """A group's children in its columns, at the least height that holds them all."""
    count, each = box.style.columns, column_width(box, width=width, scale=scale)
    total = stack_height(box.children, width=each, scale=scale)
    low, high = total / count, total
    best, rest = _poured(box.children, count, width=each, tall=high, scale=scale)
    if rest:  # more breaks than columns, in what is not parted: nothing is lost
        return (*best[:-1], (*best[-1], *rest))
    while high - low > 0.5:
        middle = (low + high) / 2
        found, rest = _poured(box.children, count, width=each, tall=middle, scale=scale)
        if rest:
            low = middle
        else:
            best, high = found, middle
    return best


def _poured(
    boxes: Boxes, count: int, *, width: float, tall: float, scale: float, fresh: bool = True
) -> tuple[tuple[Boxes, ...], Boxes]:
    """Columns of a height, and what is left over."""
    columns: list[Boxes] = []
    for _ in range(count):
        head, boxes = cut(boxes, width=width, room=tall, scale=scale, fresh=fresh)
        columns.append(head)
        if forced.at(head, boxes) == "page":
            break
    return tuple(columns), boxes


def cut(boxes: Boxes, *, width: float, room: float, scale: float, fresh: bool = True) -> tuple[Boxes, Boxes]:
    """What of `boxes` stands in `room` points of height, and what goes on in the next region.

    Headings stay with what they head; blocks that stay together are parted only where a whole region
    (`fresh`: nothing stands there yet) is too small for them.
    """
    used = 0.0
    previous: Box | None = None
    for index, box in enumerate(boxes):
        if previous is not None and forced.between(previous, box):
            return _with_floats(boxes, index)
        top, wide = gap(previous, box, scale), width_in(box, width, scale)
        tall = height(box, width=wide, scale=scale)
        is_over = used + top + tall > room + TOLERANCE
        if is_over or forced.inside(box):
            alone = fresh and used == 0
            parts = _parted(box, width=wide, room=room - used - top, scale=scale, alone=alone)
            if parts is not None:
                return (*boxes[:index], parts[0]), (parts[1], *boxes[index + 1 :])
        if is_over:
            head, rest = _before(boxes, index)
            if fresh and index and not head and not is_floating(boxes[index - 1]):
                return boxes[:index], boxes[index:]  # both do not fit into any region of this size
            return head, rest
        used += top + tall
        previous = previous if is_floating(box) else box
    return boxes, ()


def _with_floats(boxes: Boxes, index: int) -> tuple[Boxes, Boxes]:
    """A break before `index`, and before the pictures that float beside what stands there."""
    while is_floating(boxes[index - 1]):
        index -= 1
    return boxes[:index], boxes[index:]


def _before(boxes: Boxes, index: int) -> tuple[Boxes, Boxes]:
    """A break before `index`, or further up, where what stands there must stay with it."""
    while index and _stay(boxes[index - 1], boxes[index]):
        index -= 1
    return boxes[:index], boxes[index:]


def _stay(box: Box, after: Box) -> bool:
    return box.style.keep_next or after.style.keep_previous or is_floating(box)


def _parted(box: Box, *, width: float, room: float, scale: float, alone: bool) -> tuple[Box, Box] | None:
    match box:
        case TextBox():
            return _parted_text(box, width=width, room=room, scale=scale, alone=alone)
        case TableBox():
            return _parted_table(box, width=width, room=room, scale=scale)
        case GroupBox():
            whole = box.style.keep_together or box.background is not None
            if box.style.height is None and (alone or not whole or forced.inside(box)):
                return _parted_group(box, width=width, room=room, scale=scale, fresh=alone)
    return None


def _parted_text(
    box: TextBox, *, width: float, room: float, scale: float, alone: bool
) -> tuple[Box, Box] | None:
    """Between two lines and, where that can be, two words; headings and items of lists are not parted."""
    style = box.style
    if style.keep_next or style.keep_together or box.role == "LBody":
        return None
    count = lines(box, width=width, scale=scale)
    fitting = int((room - _padding(box, scale) + TOLERANCE) / leading(box, scale))
    inner = inner_width(box, width=width, scale=scale) / style.size.at(scale)
    fitting = min(fitting, count - FEWEST)
    words = undivided(box.paragraph, max(fitting, 0), width=inner)
    fitting = fitting if alone and words < FEWEST else words
    if fitting < FEWEST:
        return None
    head, tail = part_after(box.paragraph, fitting, width=inner)
    whole = box.whole or box
    return replace(box, paragraph=head, whole=whole), replace(box, paragraph=tail, whole=whole)


def _parted_table(box: TableBox, *, width: float, room: float, scale: float) -> tuple[Box, Box] | None:
    """Between two rows; the rows at its head are repeated."""
    used, count = 0.0, 0
    for index, tall in enumerate(row_heights(box, width=width, scale=scale)):
        used += tall
        is_forced = index > box.heads and forced.between(box.rows[index - 1], box.rows[index])
        if used > room + TOLERANCE or is_forced:
            break
        count += 1
    if count <= box.heads or count == len(box.rows):
        return None
    whole = box.whole or box
    rest = (*box.rows[: box.heads], *box.rows[count:])
    return replace(box, rows=box.rows[:count], whole=whole), replace(
        box, rows=rest, whole=whole, goes_on=True
    )


def _parted_group(
    box: GroupBox, *, width: float, room: float, scale: float, fresh: bool
) -> tuple[Box, Box] | None:
    """Between or inside of its children; both parts have its padding, borders and background."""
    inner, room = inner_width(box, width=width, scale=scale), room - _padding(box, scale)
    if box.style.columns > 1:
        each = column_width(box, width=inner, scale=scale)
        count = box.style.columns
        columns, tail = _poured(box.children, count, width=each, tall=room, scale=scale, fresh=fresh)
        head = tuple(child for column in columns for child in column)
    else:
        head, tail = cut(box.children, width=inner, room=room, scale=scale, fresh=fresh)
    if not head or not tail:
        return None
    whole = box.whole or box
    return replace(box, children=head, whole=whole), replace(box, children=tail, whole=whole)
