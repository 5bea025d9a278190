"""A PDF -> small pictures of its pages, as PNG, and the size of its sheet."""

import io
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from leaflets.geometry import MM

COLORS = 32
"""A page of text and flat tints looks the same with few colours, at a quarter of the bytes."""

LEVEL = 6
"""Of zlib: the highest takes five times as long for a twentieth of the bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A PNG, and the size of the sheet that it shows."""

    data: bytes
    trim: tuple[int, int]
    """Width and height after it is cut, in whole millimetres."""


def thumbnail(pdf: bytes, *, width: int, page: int = 0) -> Thumbnail:
    """One page, `width` pixels wide; the same bytes for the same PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        shown = document[page]
        image = shown.render(scale=width / shown.get_width()).to_pil().convert("RGB")
        trim = _trim(shown)
    small = image.quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    small.save(buffer, "PNG", compress_level=LEVEL)
    return Thumbnail(data=buffer.getvalue(), trim=trim)


def png_size(data: bytes) -> tuple[int, int]:
    """Pixels of a picture that was drawn before."""
    with Image.open(io.BytesIO(data)) as image:
        return image.size


def trim_size(pdf: bytes) -> tuple[int, int]:
    """That of the first page, of which no picture is wanted."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _trim(document[0])


def _trim(page: pypdfium2.PdfPage) -> tuple[int, int]:
    """ISO 32000-1, 14.11.2."""
    left, bottom, right, top = page.get_trimbox()
    return round((right - left) / MM), round((top - bottom) / MM)
