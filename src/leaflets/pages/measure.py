"""Boxes to heights at a scale: first fit only, nothing is placed."""

from collections.abc import Sequence

from leaflets.geometry import Length
from leaflets.pages.boxes import Box, GroupBox, ImageBox, RuleBox, TextBox
from leaflets.text.paragraph import count_lines


def height(box: Box, *, width: float, scale: float) -> float:
    """Points from the top of the box to its bottom, padding included, margins not."""
    match box:
        case TextBox():
            return _padding(box, scale) + leading(box, scale) * lines(box, width=width, scale=scale)
        case ImageBox():
            return 0.0 if box.style.floats else image_size(box, width=width, scale=scale)[1]
        case RuleBox():
            return box.count * rule_step(box, scale)
        case GroupBox():
            if box.style.height is not None:
                return box.style.height.at(scale)
            return natural_height(box, width=width, scale=scale)


def natural_height(box: GroupBox, *, width: float, scale: float) -> float:
    """Of a group's content and padding, whatever height its style gives."""
    return _padding(box, scale) + stack_height(
        box.children, width=inner_width(box, width=width, scale=scale), scale=scale
    )


def stack_height(boxes: Sequence[Box], *, width: float, scale: float) -> float:
    """Of boxes one above the other; no margin before the first and after the last."""
    total = 0.0
    previous: Box | None = None
    for box in boxes:
        total += gap(previous, box, scale) + height(box, width=width_in(box, width, scale), scale=scale)
        previous = previous if is_floating(box) else box
    return total


def gap(previous: Box | None, box: Box, scale: float) -> float:
    """Points between two blocks: the larger of their margins (CSS 2, 8.3.1); none at the start."""
    if previous is None or is_floating(box):
        return 0.0
    return max(previous.style.margin.block_end.at(scale), box.style.margin.block_start.at(scale))


def is_floating(box: Box) -> bool:
    return isinstance(box, ImageBox) and box.style.floats


def leading(box: TextBox, scale: float) -> float:
    """Points from baseline to baseline: by style, and by the tallest face of the paragraph."""
    return box.style.line_height * box.paragraph.leading * box.style.size.at(scale)


def lines(box: TextBox, *, width: float, scale: float) -> int:
    inner = inner_width(box, width=width, scale=scale)
    return count_lines(box.paragraph, inner / box.style.size.at(scale))


def rule_step(box: RuleBox, scale: float) -> float:
    """Points from one ruled line to the next: 8 mm at least, for a hand."""
    return max(Length(1.9).at(scale), Length(0.0, 22.7).at(scale))


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
    margin = box.style.margin
    return width - margin.inline_start.at(scale) - margin.inline_end.at(scale)


def inner_width(box: TextBox | GroupBox, *, width: float, scale: float) -> float:
    padding = box.style.padding
    return width - padding.inline_start.at(scale) - padding.inline_end.at(scale)


def _padding(box: TextBox | GroupBox, scale: float) -> float:
    return box.style.padding.block_start.at(scale) + box.style.padding.block_end.at(scale)
