"""A PDF -> its pages as JPEGs for phone messages: nothing in them but the picture."""

import io
from collections.abc import Iterator

WIDTH = 1080
"""Pixels: that of most telephones, and what messengers do not make smaller."""

QUALITY = 82
"""Messengers encode once more; below 80 digits get a fringe."""


def phone_pictures(pdf: bytes, *, width: float) -> Iterator[bytes]:
    """One a page, which is `width` points wide. Colours at full resolution, as text has them too; no EXIF."""
    from leaflets.pictures.render import drawn_pages  # noqa: PLC0415 - PDFium loads slowly, for one format only

    for image in drawn_pages(pdf, resolution=WIDTH / width * 72):
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
        yield stream.getvalue()
