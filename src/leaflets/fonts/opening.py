"""A row of fonts.toml and its file -> an opened Face."""

import re
from pathlib import Path, PurePosixPath

import uharfbuzz as hb

from leaflets.fonts import tables
from leaflets.fonts.face import Face, may_embed
from leaflets.fonts.family import FaceSpec, Family
from leaflets.fonts.faults import file_fault, font_error
from leaflets.fonts.source import read_face, told_of

POSTSCRIPT_NAME = 6


def open_face(family: Family, spec: FaceSpec, *, path: Path) -> Face:
    """Open one face.

    FontError if the file is missing, damaged, not the one that fonts.toml names, or not free to embed.
    """
    with told_of(path, family=family.id):
        hb_face, numbered = read_face(path, spec)
        face = _face(family, spec, hb_face=hb_face, numbered=numbered)
    refuse_restricted(face.fs_type, path=path)
    return face


def refuse_restricted(fs_type: int, *, path: Path) -> None:
    """FontError for a font whose maker does not allow what leaflets do with it."""
    if not may_embed(fs_type):
        problem = f"its licence bits (OS/2 fsType {fs_type:#06x}) forbid a PDF with its letters"
        step = "use an open font, or ask its maker for one that may be embedded and subset"
        raise font_error(file_fault(problem, file=str(path), step=step))


def _face(family: Family, spec: FaceSpec, *, hb_face: hb.Face, numbered: bool) -> Face:
    font = hb.Font(hb_face)
    tags = frozenset(hb_face.table_tags)
    head, lines = tables.read_head(_table(hb_face, "head")), tables.read_hhea(_table(hb_face, "hhea"))
    os2 = tables.read_os2(_table(hb_face, "OS/2")) if "OS/2" in tags else tables.NO_OS2
    lines = os2.typo or lines
    return Face(
        id=spec.id,
        family=family.id,
        weight=spec.weight,
        style=spec.style,
        size=family.size,
        leading=family.leading,
        blank=family.blank,
        without=family.without,
        upem=head.upem,
        ascent=lines.ascent,
        descent=lines.descent,
        cap_height=os2.cap_height or _top(font, "H") or lines.ascent,
        # CSS Values and Units 4, 6.1.1: where an x-height cannot be found, 0.5 em is assumed
        x_height=os2.x_height or _top(font, "x") or head.upem // 2,
        bbox=head.bbox,
        weight_class=os2.weight_class or spec.weight,
        italic_angle=tables.italic_angle(_table(hb_face, "post")) if "post" in tags else 0.0,
        ps_name=_ps_name(hb_face) or PurePosixPath(spec.file).stem,
        fs_type=os2.fs_type,
        is_cff="glyf" not in tags,
        is_cid_keyed=numbered,
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
