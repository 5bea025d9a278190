"""A font file -> one opened face: what layout and PDF writing ask a font."""

import hashlib
import re
import struct
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

import uharfbuzz as hb

from leaflets.fonts import tables
from leaflets.fonts.cff import is_cid_keyed
from leaflets.fonts.family import FaceSpec, Family, Style
from leaflets.fonts.faults import file_fault, font_error
from leaflets.fonts.sfnt import directory

NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
CFF_OUTLINES = ("CFF ", "CFF2")
GLYF_OUTLINES = ("glyf", "loca")
ENOUGH = 1 << 16
"""Bytes of a `CFF ` table that hold its Top DICT."""

POSTSCRIPT_NAME = 6
RESTRICTED, NO_SUBSETTING, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
"""OS/2 fsType: what a licence forbids."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Face:
    """One OpenType face, opened once in a process; two faces are equal if they are the same object.

    Lengths are in font units, `upem` of which make an em. No slots: cached properties need a __dict__.
    """

    id: str
    """Stable name, such as `noto-sans/NotoSans-Regular.ttf#0`."""
    family: str
    """Id of the family."""
    weight: int
    style: Style
    size: float
    leading: float
    """The family's factors, see fonts.toml."""

    upem: int
    ascent: int
    descent: int
    """Negative below the baseline."""
    line_gap: int
    cap_height: int
    x_height: int
    underline_position: int
    underline_thickness: int
    bbox: tuple[int, int, int, int]
    """Left, bottom, right and top of all glyphs together."""
    weight_class: int
    italic_angle: float
    """Degrees, negative for a face that leans to the right."""
    ps_name: str
    fs_type: int
    is_cff: bool
    is_cid_keyed: bool
    is_variable: bool
    glyph_count: int
    hb_face: Any  # uharfbuzz has no type stubs
    hb_font: Any  # uharfbuzz has no type stubs

    @property
    def can_embed(self) -> bool:
        """Whether the font's licence bits allow a subset of its outlines in a PDF."""
        usage = self.fs_type & 0x000F
        return usage != RESTRICTED and not self.fs_type & (NO_SUBSETTING | BITMAPS_ONLY)

    @cached_property
    def code_points(self) -> frozenset[int]:
        """The code points in its cmap."""
        return frozenset(self.hb_face.unicodes)

    @cached_property
    def _advances(self) -> dict[int, int]:
        return {}

    def advance(self, gid: int) -> int:
        """Horizontal advance in font units."""
        advance = self._advances.get(gid)
        if advance is None:
            advance = self._advances[gid] = int(self.hb_font.get_glyph_h_advance(gid))
        return advance

    def nominal_glyph(self, character: str) -> int | None:
        """The glyph that the cmap gives for one character, before any shaping."""
        gid = self.hb_font.get_nominal_glyph(ord(character))
        return None if gid is None else int(gid)


def open_face(family: Family, spec: FaceSpec, *, path: Path) -> Face:
    """Open one face; FontError if the file is missing, damaged, or not the one that fonts.toml names."""
    try:
        with path.open("rb") as file:
            places = _tables_of(file, index=spec.index)
            cid_keyed = "CFF " in places and is_cid_keyed(_beginning(file, *places["CFF "]))
        _verify(path, spec=spec)
        hb_face = hb.Face(hb.Blob.from_file_path(str(path)), spec.index)
        return _face(family, spec, hb_face=hb_face, cid_keyed=cid_keyed)
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
        step = f"put the file there, or correct `file` of family {family.id} in fonts.toml"
        raise font_error(file_fault(problem, file=str(path), step=step)) from error
    except (ValueError, IndexError, struct.error) as error:
        problem = f"is not a usable font: {error}"
        step = "replace it with an undamaged .ttf or .otf file"
        raise font_error(file_fault(problem, file=str(path), step=step)) from error


def _tables_of(file: BinaryIO, *, index: int) -> dict[str, tuple[int, int]]:
    """HarfBuzz takes any bytes for a font, without glyphs if need be: so damage is found here."""
    found = directory(file, index=index)
    outlines = () if any(tag in found for tag in CFF_OUTLINES) else GLYF_OUTLINES
    absent = [tag for tag in (*NEEDED, *outlines) if tag not in found]
    if absent:
        raise ValueError(f"table {absent[0]} is missing")
    return found


def _beginning(file: BinaryIO, offset: int, length: int) -> bytes:
    """The part of a table that says what it is: those of Chinese faces are 15 MB large."""
    file.seek(offset)
    return file.read(min(length, ENOUGH))


def _verify(path: Path, *, spec: FaceSpec) -> None:
    """A file is read whole once in a process, however many of its faces are used (20 MB: 17 ms)."""
    found = path.stat()
    digest = _digest(path, found.st_mtime_ns, found.st_size)
    if digest != spec.sha256:
        step = f'get the original again; if the file was replaced on purpose, write sha256 = "{digest}"'
        raise font_error(file_fault("differs from its sha256 in fonts.toml", file=str(path), step=step))


@lru_cache(maxsize=1024)
def _digest(path: Path, _changed: int, _size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _face(family: Family, spec: FaceSpec, *, hb_face: hb.Face, cid_keyed: bool) -> Face:
    font = hb.Font(hb_face)
    tags = frozenset(hb_face.table_tags)
    head, lines = tables.read_head(_table(hb_face, "head")), tables.read_hhea(_table(hb_face, "hhea"))
    os2 = tables.read_os2(_table(hb_face, "OS/2")) if "OS/2" in tags else tables.NO_OS2
    post = tables.read_post(_table(hb_face, "post")) if "post" in tags else tables.NO_POST
    lines = os2.typo or lines
    return Face(
        id=spec.id,
        family=family.id,
        weight=spec.weight,
        style=spec.style,
        size=family.size,
        leading=family.leading,
        upem=head.upem,
        ascent=lines.ascent,
        descent=lines.descent,
        line_gap=lines.gap,
        cap_height=os2.cap_height or _top(font, "H") or lines.ascent,
        # CSS Values and Units 4, 6.1.1: where an x-height cannot be found, 0.5 em is assumed
        x_height=os2.x_height or _top(font, "x") or head.upem // 2,
        underline_position=post.underline_position,
        underline_thickness=post.underline_thickness or head.upem // 20,
        bbox=head.bbox,
        weight_class=os2.weight_class or spec.weight,
        italic_angle=post.italic_angle,
        ps_name=_ps_name(hb_face) or PurePosixPath(spec.file).stem,
        fs_type=os2.fs_type,
        is_cff="glyf" not in tags,
        is_cid_keyed=cid_keyed,
        is_variable="fvar" in tags,
        glyph_count=hb_face.glyph_count,
        hb_face=hb_face,
        hb_font=font,
    )


def _table(hb_face: hb.Face, tag: str) -> bytes:
    return bytes(hb_face.reference_table(tag).data)


def _top(font: hb.Font, character: str) -> int:
    """Ink height of a character above the baseline; 0 if the font does not have it."""
    gid = font.get_nominal_glyph(ord(character))
    extents = None if gid is None else font.get_glyph_extents(gid)
    return 0 if extents is None else int(extents.y_bearing)


def _ps_name(hb_face: hb.Face) -> str:
    """Name 6, reduced to the characters that it may have (OpenType, table name)."""
    return re.sub(r"[^!-~]|[][(){}<>/%]", "", hb_face.get_name(POSTSCRIPT_NAME) or "")
