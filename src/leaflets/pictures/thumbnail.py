"""A PDF -> small pictures of its pages, as PNG, and the size of its sheet."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from PIL import Image

COLORS = 32
"""A page of text and flat tints looks the same with few colours, at a quarter of the bytes."""

LEVEL = 6
"""Of zlib: the highest takes five times as long for a twentieth of the bytes."""

MM = 25.4 / 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A PNG, and the size of the sheet that it shows."""

    data: bytes
    trim: tuple[int, int]
    """Width and height after it is cut, in whole millimetres."""


def thumbnail(pdf: bytes, *, width: int, page: int = 0) -> Thumbnail:
    """One page, `width` pixels wide; the same bytes for the same PDF."""
    with _opened(pdf) as document:
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
    with _opened(pdf) as document:
        return _trim(document[0])


def _trim(page: pypdfium2.PdfPage) -> tuple[int, int]:
    """ISO 32000-1, 14.11.2."""
    left, bottom, right, top = page.get_trimbox()
    return round((right - left) * MM), round((top - bottom) * MM)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()
