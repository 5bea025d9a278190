"""A PDF to pictures of its pages, as PDFium draws them."""

from collections.abc import Iterator

import pypdfium2
from PIL import Image

POINTS = 72


def drawn_pages(data: bytes, *, resolution: float, is_whole: bool = False) -> Iterator[Image.Image]:
    """One picture a page in sRGB; `resolution` in pixels an inch.

    The trim box is shown, without bleed and marks unless the picture is to be of the whole medium.
    """
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            yield _picture(page, resolution, is_whole=is_whole)
            page.close()


def _picture(page: pypdfium2.PdfPage, resolution: float, *, is_whole: bool) -> Image.Image:
    left, bottom, right, top = media = page.get_mediabox()
    shown = media if is_whole else page.get_trimbox()
    crop = (shown[0] - left, shown[1] - bottom, right - shown[2], top - shown[3])
    bitmap = page.render(scale=resolution / POINTS, crop=crop)
    found: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return found
