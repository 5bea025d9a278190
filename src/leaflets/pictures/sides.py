"""The sides of a print file -> small pictures with an arrow at the head and the names of the panels."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

LONGEST = 900
"""Pixels of the longer edge of a side."""
HEAD, FOOT, EDGE, SIZE = 110, 64, 3, 34
"""Pixels above and below a side, of its frame and of letters."""
INK, LINE, GROUND = "#000000", "#808080", "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name below the middle of a panel: `left` and `right` are parts of the side's width."""

    text: str
    left: float
    right: float


def side_picture(side: Image.Image, *, labels: Sequence[Label]) -> bytes:
    """PNG: the side in a frame, dashes where it folds, an arrow and UP above."""
    factor = LONGEST / max(side.size)
    wide, tall = (max(1, round(pixels * factor)) for pixels in side.size)
    whole = Image.new("RGB", (wide + 2 * EDGE, tall + HEAD + FOOT), GROUND)
    draw, font = ImageDraw.Draw(whole), ImageFont.load_default(SIZE)
    whole.paste(side.resize((wide, tall), Image.Resampling.LANCZOS), (EDGE, HEAD))
    draw.rectangle((0, HEAD - EDGE, wide + 2 * EDGE - 1, HEAD + tall + EDGE - 1), outline=INK, width=EDGE)
    _arrow(draw, whole.width // 2, font)
    for label in labels:
        middle = EDGE + (label.left + label.right) / 2 * wide
        draw.text((middle, HEAD + tall + FOOT / 2), label.text, fill=INK, font=font, anchor="mm")
        if label.left > 0.001:
            _dashes(draw, round(EDGE + label.left * wide), HEAD, HEAD + tall)
    stream = io.BytesIO()
    whole.quantize(64).convert("RGB").save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _arrow(draw: ImageDraw.ImageDraw, x: int, font: ImageFont.ImageFont | ImageFont.FreeTypeFont) -> None:
    draw.polygon(((x, 6), (x - 34, 50), (x + 34, 50)), fill=INK)
    draw.rectangle((x - 12, 50, x + 12, HEAD - 14), fill=INK)
    draw.text((x + 52, HEAD / 2), "UP", fill=INK, font=font, anchor="lm")


def _dashes(draw: ImageDraw.ImageDraw, x: int, top: int, bottom: int) -> None:
    for y in range(top, bottom, 18):
        draw.line((x, y, x, min(y + 10, bottom)), fill=LINE, width=2)
