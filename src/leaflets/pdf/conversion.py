"""A decoded bitmap -> pixels in the colours of the output: sRGB, or the inks of a print condition."""

import io
from functools import lru_cache
from typing import Any

from PIL import Image, ImageCms, ImageMath

from leaflets.color import INK_LIMIT
from leaflets.errors import PdfError
from leaflets.pdf.bitmap import Bitmap

MOST = int(INK_LIMIT * 255)
"""Total ink of a pixel, all four plates."""

INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION


def to_screen(bitmap: Bitmap, *, inks: bytes) -> Image.Image:
    """sRGB. Inks without a profile of their own are taken for those of the print condition `inks`."""
    if bitmap.kind == "grey":
        return bitmap.image.convert("RGB")
    source = bitmap.profile or (inks if bitmap.kind == "CMYK" else b"")
    if not source:
        return bitmap.image if bitmap.kind == "RGB" else bitmap.image.convert("RGB")
    return _converted(bitmap.image, source=source, target=b"", mode="RGB")


def to_print(bitmap: Bitmap, *, inks: bytes) -> Image.Image:
    """Inks of the condition whose profile is `inks`, at most 280 % in a pixel; greys are black ink only."""
    if bitmap.kind == "grey":
        black = bitmap.image.point(list(_black_of_grey(inks)))
        none = Image.new("L", black.size, 0)
        return Image.merge("CMYK", (none, none, none, black))
    if bitmap.kind == "CMYK" and bitmap.profile in (b"", inks):
        return limited(bitmap.image)
    return limited(_converted(bitmap.image, source=bitmap.profile, target=inks, mode="CMYK"))


def limited(image: Image.Image) -> Image.Image:
    """The colours give way where a pixel has more ink than paper bears; black stays, it has the drawing."""
    cyan, magenta, yellow, black = image.split()

    def share(plates: dict[str, Any]) -> Any:  # Any: expressions of ImageMath
        colors = plates["c"] + plates["m"] + plates["y"]
        room = MOST - plates["k"]
        over = plates["convert"](colors > room, "F")
        return over * (plates["float"](room) / plates["max"](plates["float"](colors), 1.0)) + (1.0 - over)

    def reduced(name: str) -> Image.Image:
        found: Image.Image = ImageMath.lambda_eval(
            lambda plates: plates["convert"](plates["float"](plates[name]) * share(plates) + 0.0, "L"),
            c=cyan,
            m=magenta,
            y=yellow,
            k=black,
        )
        return found

    if not _exceeds(image):
        return image
    return Image.merge("CMYK", (reduced("c"), reduced("m"), reduced("y"), black))


def _exceeds(image: Image.Image) -> bool:
    """Whether any pixel has too much ink; asked first, as few images do."""
    cyan, magenta, yellow, black = image.split()
    total = ImageMath.lambda_eval(
        lambda plates: plates["c"] + plates["m"] + plates["y"] + plates["k"],
        c=cyan,
        m=magenta,
        y=yellow,
        k=black,
    )
    return bool(total.getextrema()[1] > MOST)


def _converted(image: Image.Image, *, source: bytes, target: bytes, mode: str) -> Image.Image:
    try:
        transform = _transform(source, target, image.mode, mode)
    except (ImageCms.PyCMSError, OSError) as error:
        raise PdfError(f"its colours cannot be converted: {error}") from error
    found = ImageCms.applyTransform(image, transform)
    return image if found is None else found


@lru_cache(maxsize=8)
def _transform(source: bytes, target: bytes, from_mode: str, to_mode: str) -> ImageCms.ImageCmsTransform:
    """Relative colorimetric with black point compensation, as print shops convert."""
    profiles = _profile(source), _profile(target)
    return ImageCms.buildTransform(*profiles, from_mode, to_mode, renderingIntent=INTENT, flags=FLAGS)


def _profile(icc: bytes) -> ImageCms.ImageCmsProfile:
    """A profile from its bytes; sRGB where there are none."""
    if icc:
        return ImageCms.ImageCmsProfile(io.BytesIO(icc))
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@lru_cache(maxsize=8)
def _black_of_grey(inks: bytes) -> bytes:
    """Grey value -> black ink that looks as light, scaled so that black is all ink and white is paper."""
    scale = Image.frombytes("L", (256, 1), bytes(range(256)))
    none = Image.new("L", scale.size, 0)
    printed = _lightness(Image.merge("CMYK", (none, none, none, scale)), source=inks)
    shown = _lightness(scale.convert("RGB"), source=b"")
    paper, solid = printed[0], printed[-1]
    wanted = [solid + (paper - solid) * value / shown[-1] for value in shown]
    return bytes(min(range(256), key=lambda ink: abs(printed[ink] - light)) for light in wanted)


def _lightness(image: Image.Image, *, source: bytes) -> tuple[int, ...]:
    """L* of each pixel (CIE 1976), from 0 to 255."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    transform = ImageCms.buildTransform(_profile(source), lab, image.mode, "LAB", renderingIntent=INTENT)
    found = ImageCms.applyTransform(image, transform)
    return tuple((image if found is None else found).split()[0].tobytes())
