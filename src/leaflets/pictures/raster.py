"""A PDF -> each of its pages as a PNG."""

import io
from collections.abc import Iterator

from leaflets.pictures.render import drawn_pages


def page_pictures(pdf: bytes, *, dpi: float = 72, colors: int = 64) -> Iterator[bytes]:
    """One PNG a page, in so few colours that it can be mailed; annotations are drawn as in print."""
    for image in drawn_pages(pdf, resolution=dpi):
        out = io.BytesIO()
        image.quantize(colors).save(out, "PNG", optimize=True)
        yield out.getvalue()
