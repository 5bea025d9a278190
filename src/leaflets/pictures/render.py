"""A PDF to pictures of its pages, as PDFium draws them."""

from collections.abc import Iterator

import pypdfium2
from PIL import Image

POINTS = 72


def drawn_pages(data: bytes, *, resolution: float) -> Iterator[Image.Image]:
    """One picture a page in sRGB; `resolution` in pixels an inch. The trim box is shown, without bleed."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            yield _picture(page, resolution)
            page.close()
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, resolution: float) -> Image.Image:
    left, bottom, right, top = page.get_mediabox()
    trim = page.get_trimbox() or (left, bottom, right, top)
    crop = (trim[0] - left, trim[1] - bottom, right - trim[2], top - trim[3])
    bitmap = page.render(scale=resolution / POINTS, crop=crop)
    found: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return found
