"""Pictures of pages to a contact sheet: one row for each language, to be looked at side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

GAP, LABEL = 8, 22
"""Pixels between pictures, and of the line of text above a row."""

WIDEST = 8
"""Heights of a page that a line is wide before the next one begins."""

GROUND, INK = "#808080", "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The pages of one rendition, and what is written above them."""

    label: str
    pictures: tuple[Image.Image, ...]


def contact_sheet(rows: Sequence[Row], *, height: int) -> Image.Image:
    """All pages scaled to one height, in pixels; rows that are narrow stand beside each other."""
    scaled = [Row(label=row.label, pictures=tuple(_scaled(p, height) for p in row.pictures)) for row in rows]
    widths = [_width(row) for row in scaled]
    lines = _lines(widths, max(max(widths, default=0), WIDEST * height))
    across = max((sum(widths[index] for index in line) for line in lines), default=0)
    sheet = Image.new("RGB", (across + GAP, len(lines) * (height + LABEL + GAP) + GAP), GROUND)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(14)
    for number, line in enumerate(lines):
        x, y = GAP, GAP + number * (height + LABEL + GAP)
        for index in line:
            draw.text((x, y), scaled[index].label, fill=INK, font=font)
            for picture in scaled[index].pictures:
                sheet.paste(picture, (x, y + LABEL))
                x += picture.width + GAP
    return sheet


def _scaled(picture: Image.Image, height: int) -> Image.Image:
    width = max(1, round(picture.width * height / picture.height))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _width(row: Row) -> int:
    return sum(picture.width + GAP for picture in row.pictures)


def _lines(widths: Sequence[int], across: int) -> list[list[int]]:
    """Rows in their order, as many on a line as it is wide."""
    lines: list[list[int]] = []
    used = across + 1
    for index, width in enumerate(widths):
        if used + width > across:
            lines.append([])
            used = 0
        lines[-1].append(index)
        used += width
    return lines
