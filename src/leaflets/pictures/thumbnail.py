"""A PDF -> a small picture of its first page, as PNG."""

import io
from dataclasses import dataclass

import pypdfium2
from PIL import Image

COLORS = 32
"""A page of text and flat tints looks the same with few colours, at a quarter of the bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A PNG and its size in pixels."""

    data: bytes
    width: int
    height: int


def thumbnail(pdf: bytes, *, width: int) -> Thumbnail:
    """The first page, `width` pixels wide; the same bytes for the same PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        bitmap = page.render(scale=width / page.get_width())
        image = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    small = image.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    small.save(buffer, "PNG", optimize=True)
    return Thumbnail(data=buffer.getvalue(), width=image.width, height=image.height)
