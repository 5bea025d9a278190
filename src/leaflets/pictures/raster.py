"""A PDF -> each of its pages as a PNG."""

import io
from collections.abc import Iterator

import pypdfium2

POINTS = 72


def page_pictures(pdf: bytes, *, dpi: float = 72, colors: int = 64) -> Iterator[bytes]:
    """One PNG a page, in so few colours that it can be mailed; annotations are drawn as in print."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            image = page.render(scale=dpi / POINTS).to_pil().convert("RGB").quantize(colors)
            out = io.BytesIO()
            image.save(out, "PNG", optimize=True)
            yield out.getvalue()
    finally:
        document.close()
