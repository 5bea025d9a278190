"""Image files of the project -> image XObjects: opaque, in the colours of the output, no finer than seen."""

import io
from collections.abc import Callable, Iterator

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from leaflets.errors import PdfError
from leaflets.geometry import Rect
from leaflets.pages.page import Pages, Picture
from leaflets.pdf.bitmap import Bitmap, decode
from leaflets.pdf.conversion import to_print, to_screen
from leaflets.pdf.objects import Stream, Value, deflated, name, numbers, refer
from leaflets.pdf.variants import Variant

FINEST = {"CMYK": 400.0, "RGB": 200.0}
"""Pixels an inch of a photograph: more is not seen, on paper and on a telephone."""

QUALITY = 85
"""Of JPEG, for photographs on screens."""


class Pictures:
    """The image files of one document: each is read, converted and written once."""

    def __init__(
        self,
        read: Callable[[str], bytes],
        *,
        pages: Pages,
        document: PDFDocument,
        variant: Variant,
        inks: bytes,
    ) -> None:
        """`inks` is the profile of the print condition; without one, inks cannot be converted."""
        self._read = read
        self._sizes = _largest(pages)
        self._document = document
        self._variant = variant
        self._inks = inks
        self._names: dict[str, str] = {}
        self.objects: dict[str, PDFObjectReference] = {}
        """Name of the resource -> image."""

    def written(self, item: Picture) -> str:
        """The operators that draw a picture; PdfError if its file is not an image."""
        found = self._names.get(item.file)
        if found is None:
            found = self._names[item.file] = f"I{len(self._names) + 1}"
            self.objects[found] = refer(self._document, self._image(item.file))
        return f"q {_matrix(item.rect)} cm /{found} Do Q\n"

    def _image(self, file: str) -> Stream:
        data = self._read(file)
        try:
            bitmap = decode(data)
            return image_stream(bitmap, size=self._sizes[file], inks=self._inks, cmyk=self._variant.inks)
        except PdfError as error:
            raise PdfError(f"the image {file} cannot be used: {error.message}") from error


def image_stream(bitmap: Bitmap, *, size: tuple[float, float], inks: bytes, cmyk: bool) -> Stream:
    """An image XObject (ISO 32000-1, 8.9.5) for a place of `size` points."""
    image = to_print(bitmap, inks=inks) if cmyk else to_screen(bitmap, inks=inks)
    if bitmap.photo:
        image = _no_finer(image, size=size)
    entries: dict[str, Value] = {
        "Type": name("XObject"),
        "Subtype": name("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
        "ColorSpace": name(f"Device{image.mode}"),
    }
    if bitmap.photo and not cmyk:
        return Stream({**entries, "Filter": name("DCTDecode")}, _jpeg(image))
    return deflated(image.tobytes(), **entries)


def _no_finer(image: Image.Image, *, size: tuple[float, float]) -> Image.Image:
    finest = max(72 * pixels / points for pixels, points in zip(image.size, size, strict=True))
    most = FINEST[image.mode]
    if finest <= most:
        return image
    width, height = (max(1, round(pixels * most / finest)) for pixels in image.size)
    return image.resize((width, height), Image.Resampling.BOX, reducing_gap=None)


def _jpeg(image: Image.Image) -> bytes:
    """Without the camera's notes: they may say where and by whom a photograph was taken."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY, comment=b"")
    return out.getvalue()


def _largest(pages: Pages) -> dict[str, tuple[float, float]]:
    """File -> the largest size that it is shown at, in points."""
    sizes: dict[str, tuple[float, float]] = {}
    for item in pictures_of(pages):
        width, height = sizes.get(item.file, (1.0, 1.0))
        sizes[item.file] = max(width, item.rect.width), max(height, item.rect.height)
    return sizes


def pictures_of(pages: Pages) -> Iterator[Picture]:
    """Every bitmap on the pages, in order."""
    for page in pages.pages:
        yield from (item for item in (*page.background, *page.items) if isinstance(item, Picture))


def _matrix(rect: Rect) -> str:
    """Maps the unit square, which an image fills, to a rectangle (ISO 32000-1, 8.9.3)."""
    return numbers((rect.width, 0, 0, rect.height, rect.x, rect.y))
