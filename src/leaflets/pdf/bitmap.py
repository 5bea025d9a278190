"""The bytes of a PNG or JPEG of a stranger -> an upright, opaque image of 8 bits, and what was done to it."""

import io
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from leaflets.errors import PdfError

FORMATS = ("PNG", "JPEG")
"""No others are tried: each reader of a format is a door for hostile files."""

MAX_PIXELS = 50_000_000
"""A larger bitmap is refused before it is decoded: A3 at 500 pixels an inch has 48 million."""

WHITE = (255, 255, 255, 255)

Kind = Literal["grey", "RGB", "CMYK"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitmap:
    """A decoded image. `profile` is its own ICC profile, empty if it has none that fits."""

    image: Image.Image
    kind: Kind
    profile: bytes
    photo: bool
    """Whether it came as a JPEG: then it is a photograph, and loses nothing that it has not lost before."""
    facts: tuple[str, ...]
    """What was done to it, in words for the author of the layout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the layout and its checks need to know of an image."""

    width: int
    height: int
    kind: Kind
    facts: tuple[str, ...]


@lru_cache(maxsize=64)
def facts_of(data: bytes) -> Facts:
    """Decodes it once a process. PdfError says why it cannot be read."""
    found = decode(data)
    return Facts(width=found.image.width, height=found.image.height, kind=found.kind, facts=found.facts)


def decode(data: bytes) -> Bitmap:
    """PdfError if it is not an image, not whole, or so large that it is a trap."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                return _decoded(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PdfError(_too_large("more than 89 million pixels")) from None
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        why = "" if isinstance(error, UnidentifiedImageError) else f" ({error})"  # an address in memory
        raise PdfError(f"it is damaged or of another kind than PNG and JPEG{why}") from error


def _decoded(opened: Image.Image) -> Bitmap:
    if opened.width * opened.height > MAX_PIXELS:
        raise PdfError(_too_large(f"{opened.width} x {opened.height} pixels"))
    facts: list[str] = []
    opened.load()
    image = ImageOps.exif_transpose(opened) or opened
    if image.size != opened.size:
        facts.append("it was turned upright, as its camera said")
    image = _opaque(_plain(image, adobe="adobe" in opened.info, facts=facts), facts=facts)
    kind = _kind(image)
    return Bitmap(
        image=image.convert("L") if kind == "grey" else image,
        kind=kind,
        profile=_own_profile(opened.info.get("icc_profile"), kind=kind),
        photo=opened.format == "JPEG",
        facts=tuple(facts),
    )


def _plain(image: Image.Image, *, adobe: bool, facts: list[str]) -> Image.Image:
    """Eight bits a channel, and inks that count upwards.

    Pillow takes every CMYK JPEG for one of Adobe's, whose inks are upside down; one without Adobe's
    marker is not.
    """
    if image.mode.startswith("I"):
        facts.append("its 16 bits became 8")
        return image.point(lambda value: value * (1 / 257)).convert("L")
    if image.mode == "CMYK" and not adobe:
        return ImageChops.invert(image)
    return image


def _opaque(image: Image.Image, *, facts: list[str]) -> Image.Image:
    """Transparent parts on white: print shops and old telephones render transparency differently."""
    if image.has_transparency_data:
        facts.append("its transparent parts became white")
        layer = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layer.size, WHITE), layer).convert("RGB")
    return image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB")


def _kind(image: Image.Image) -> Kind:
    """An RGB image whose pixels are all grey is grey: it needs one ink."""
    if image.mode == "CMYK":
        return "CMYK"
    if image.mode == "L":
        return "grey"
    red, green, blue = image.split()
    pairs = ((red, green), (green, blue))
    colored = any(ImageChops.difference(a, b).getbbox() is not None for a, b in pairs)
    return "RGB" if colored else "grey"


def _own_profile(icc: bytes | None, *, kind: Kind) -> bytes:
    """An embedded profile of another kind than the pixels says nothing about them."""
    space = {"RGB": b"RGB ", "CMYK": b"CMYK"}.get(kind)
    return icc if icc is not None and icc[16:20] == space else b""


def _too_large(size: str) -> str:
    return f"it has {size}, and at most {MAX_PIXELS // 1_000_000} million are decoded"
