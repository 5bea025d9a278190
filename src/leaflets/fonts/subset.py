"""A face and the glyphs used of it -> a font program to embed in a PDF."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import uharfbuzz as hb

from leaflets.diagnostics import Diagnostic
from leaflets.fonts.face import Face
from leaflets.fonts.faults import damaged, file_fault, font_error
from leaflets.fonts.sfnt import join_tables
from leaflets.frozen import dataclass

KEPT = frozenset(("CFF ", "glyf", "head", "hhea", "hmtx", "loca", "maxp"))
"""What a reader of PDF needs of an unhinted font with codes of its own (ISO 32000-1 9.9)."""

FLAGS = (
    hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.DESUBROUTINIZE
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
)
"""No layout closure: shaping has chosen the glyphs. Identity charset: CIDs are the subset's glyph ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subset:
    """A font program, and where it has the glyphs of the face."""

    program: bytes
    """A TrueType font without layout, names and cmap; or, if `is_cff`, a bare CID-keyed `CFF ` table."""
    old_to_new: Mapping[int, int]
    """Glyph id of the face -> glyph id of the program, which is the CID in a CFF program."""
    is_cff: bool


@lru_cache(maxsize=16)
def subset_face(face: Face, gids: frozenset[int]) -> Subset:
    """The glyphs asked for, .notdef, and the parts that composite glyphs are made of.

    Raises FontError for a face that must not be embedded, and for a glyph id that it does not have. Kept for
    the other profiles of a job, which show the same glyphs (a Han face takes 6 ms). Never through
    hb.subset_preprocess: that costs more than it saves.
    """
    faults = tuple(_faults(face, gids))
    if faults:
        raise font_error(*faults)
    try:
        whole = face.hb_face if face.is_cff else _outlines(face)
        plan = hb.SubsetPlan(whole, _request(whole, gids))
        program = plan.execute()
    except RuntimeError as error:
        raise damaged(face.id) from error
    data = program.reference_table("CFF ").data if face.is_cff else program.blob.data
    mapping = dict(sorted(plan.old_to_new_glyph_mapping.items()))
    return Subset(program=bytes(data), old_to_new=mapping, is_cff=face.is_cff)


@lru_cache(maxsize=16)
def _outlines(face: Face) -> hb.Face:
    """What is kept of a face: a plan would read its cmap of thousands of letters, and then drop it.

    CFF programs are of one large table, and are not copied.
    """
    whole = face.hb_face
    kept = KEPT.intersection(whole.table_tags)
    return hb.Face(hb.Blob(join_tables({tag: whole.reference_table(tag).data for tag in kept})))


def _request(whole: hb.Face, gids: frozenset[int]) -> hb.SubsetInput:
    request = hb.SubsetInput()
    request.flags = FLAGS
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
    dropped = sorted(set(whole.table_tags) - KEPT)
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode()) for tag in dropped)
    return request


def _faults(face: Face, gids: frozenset[int]) -> Iterator[Diagnostic]:
    def fault(problem: str, step: str) -> Diagnostic:
        return file_fault(problem, file=face.id, step=step)

    if not face.can_embed:
        yield fault("its licence bits (OS/2 fsType) forbid embedding", "use an open font instead")
    unknown = sorted(gid for gid in gids if not 0 <= gid < face.glyph_count)
    if unknown:
        yield fault(f"it has no glyph {unknown[0]}", f"glyph ids go to {face.glyph_count - 1}")
