"""The tables of a face that hold facts about all of it: bytes -> records, in font units."""

import struct

from leaflets.frozen import dataclass

ITALIC, USE_TYPO_METRICS = 1 << 0, 1 << 7
"""OS/2 fsSelection: the face leans; the font wants its sTypo values as line metrics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    upem: int
    bbox: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Extent of a line; `descent` is negative below the baseline."""

    ascent: int
    descent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Os2:
    weight_class: int
    fs_type: int
    typo: Lines | None
    """The sTypo values, if the font asks for them."""
    x_height: int
    """0 where the font does not say; so is cap_height."""
    cap_height: int


NO_OS2 = Os2(weight_class=0, fs_type=0, typo=None, x_height=0, cap_height=0)


def read_head(data: bytes) -> Head:
    """Table head; struct.error if it is too short, as in all functions here."""
    (upem,) = struct.unpack_from(">H", data, 18)
    x0, y0, x1, y1 = struct.unpack_from(">4h", data, 36)
    return Head(upem=upem, bbox=(x0, y0, x1, y1))


def read_hhea(data: bytes) -> Lines:
    ascent, descent, _gap = struct.unpack_from(">3h", data, 4)
    return Lines(ascent=ascent, descent=descent)


def read_os2(data: bytes) -> Os2:
    version, _average, weight_class, _width, fs_type = struct.unpack_from(">5H", data)
    (selection,) = struct.unpack_from(">H", data, 62)
    typo = None
    if selection & USE_TYPO_METRICS:
        ascent, descent, _gap = struct.unpack_from(">3h", data, 68)
        typo = Lines(ascent=ascent, descent=descent)
    x_height, cap_height = struct.unpack_from(">2h", data, 86) if version >= 2 else (0, 0)
    return Os2(
        weight_class=weight_class, fs_type=fs_type, typo=typo, x_height=x_height, cap_height=cap_height
    )


def is_italic(os2: bytes) -> bool:
    """Whether table OS/2 calls the face italic."""
    (selection,) = struct.unpack_from(">H", os2, 62)
    return bool(selection & ITALIC)


def italic_angle(post: bytes) -> float:
    """Of table post: degrees, counter-clockwise, so negative for a face that leans to the right."""
    angle, _position, _thickness = struct.unpack_from(">i2h", post, 4)
    return float(angle / 65536)
