"""An image file of the project -> opaque pixels in the colour space of the output."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageCms, UnidentifiedImageError
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from leaflets.errors import PdfError
from leaflets.geometry import Rect
from leaflets.pages.page import Picture
from leaflets.pdf.objects import Stream, deflated, name, numbers, refer
from leaflets.pdf.variants import Variant

WHITE = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """Rows from the top, three or four bytes for each pixel."""

    width: int
    height: int
    data: bytes


class Pictures:
    """The image files of one document: each is read, converted and written once."""

    def __init__(
        self, read: Callable[[str], bytes], *, document: PDFDocument, variant: Variant, icc: bytes
    ) -> None:
        self._read = read
        self._document = document
        self._variant = variant
        self._icc = icc
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
        icc = self._icc if self._variant.inks else b""
        pixels = converted(self._read(file), file=file, icc=icc)
        return deflated(
            pixels.data,
            Type=name("XObject"),
            Subtype=name("Image"),
            Width=pixels.width,
            Height=pixels.height,
            BitsPerComponent=8,
            ColorSpace=name("DeviceCMYK" if icc else "DeviceRGB"),
        )


def _matrix(rect: Rect) -> str:
    """Maps the unit square, which an image fills, to a rectangle (ISO 32000-1, 8.9.3)."""
    return numbers((rect.width, 0, 0, rect.height, rect.x, rect.y))


def converted(data: bytes, *, file: str, icc: bytes) -> Pixels:
    """Pixels in sRGB, or in the space of a CMYK profile if one is given; transparent parts on white."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.load()
            own = opened.info.get("icc_profile")
            flat = _flattened(opened)
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise PdfError(f"the image {file} cannot be read: {error}; save it as PNG or JPEG") from error
    try:
        image = _transformed(flat, source=own, icc=icc)
    except ImageCms.PyCMSError as error:
        raise PdfError(f"the colours of the image {file} cannot be converted: {error}") from error
    return Pixels(width=image.width, height=image.height, data=image.tobytes())


def _flattened(image: Image.Image) -> Image.Image:
    """Opaque: PDF/X-4 allows transparency, but print shops and old telephones render it differently."""
    if not image.has_transparency_data:
        return image if image.mode in {"RGB", "CMYK"} else image.convert("RGB")
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, WHITE), layer).convert("RGB")


def _transformed(image: Image.Image, *, source: bytes | None, icc: bytes) -> Image.Image:
    """By the image's own profile if it fits, else from sRGB; perceptual, without a clock or a display."""
    mode = "CMYK" if icc else "RGB"
    if source is None and image.mode == mode:
        return image
    if source is None and image.mode == "CMYK":
        return image.convert("RGB")
    from_profile = _profile(source)
    if from_profile.profile.xcolor_space.strip() != image.mode:
        from_profile = _profile(None)
    found = ImageCms.profileToProfile(
        image, from_profile, _profile(icc), renderingIntent=ImageCms.Intent.PERCEPTUAL, outputMode=mode
    )
    return image if found is None else found


def _profile(icc: bytes | None) -> ImageCms.ImageCmsProfile:
    """A profile from its bytes; sRGB where there are none."""
    if icc:
        return ImageCms.ImageCmsProfile(io.BytesIO(icc))
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
