"""Image files of the project -> image XObjects: opaque, in the colours of the output, no finer than seen."""

import io
from collections.abc import Callable, Iterator

from PIL import Image

from leaflets.errors import PdfError
from leaflets.pages.page import Pages, Picture
from leaflets.pdf.bitmap import Bitmap, decode
from leaflets.pdf.conversion import to_print, to_screen
from leaflets.pdf.objects import Stream, Value, deflated, name

FINEST = {"CMYK": 400.0, "RGB": 200.0}
"""Pixels an inch of a photograph: more is not seen, on paper and on a telephone."""

QUALITY = 85
"""Of JPEG, for photographs on screens."""


def picture_stream(
    file: str, *, read: Callable[[str], bytes], pages: Pages, inks: bytes, cmyk: bool
) -> Stream:
    """The image of a file as the pages need it; PdfError if it is not an image.

    `inks` is the profile of the print condition; without one, inks cannot be converted.
    """
    data = read(file)
    try:
        return image_stream(decode(data), size=_largest(pages, file), inks=inks, cmyk=cmyk)
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


def _largest(pages: Pages, file: str) -> tuple[float, float]:
    """The largest size that an image is shown at, in points."""
    rects = [item.rect for item in pictures_of(pages) if item.file == file]
    return max(1.0, *(rect.width for rect in rects)), max(1.0, *(rect.height for rect in rects))


def pictures_of(pages: Pages) -> Iterator[Picture]:
    """Every bitmap on the pages, in order."""
    for page in pages.pages:
        yield from (item for item in (*page.background, *page.items) if isinstance(item, Picture))
