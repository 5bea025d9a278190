"""A PDF to pictures of its pages, as PDFium draws them."""

from collections.abc import Iterator

import pypdfium2
from PIL import Image

POINTS = 72


def drawn_pages(data: bytes, *, resolution: float, is_whole: bool = False) -> Iterator[Image.Image]:
    """One picture a page in sRGB; `resolution` in pixels an inch.

    The trim box is shown, without bleed and marks unless the picture is to be of the whole medium.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            yield _picture(page, resolution, is_whole=is_whole)
            page.close()
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, resolution: float, *, is_whole: bool) -> Image.Image:
    left, bottom, right, top = page.get_mediabox()
    media = (left, bottom, right, top)
    trim = media if is_whole else page.get_trimbox() or media
    crop = (trim[0] - left, trim[1] - bottom, right - trim[2], top - trim[3])
    bitmap = page.render(scale=resolution / POINTS, crop=crop)
    found: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return found
