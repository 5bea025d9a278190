"""A face and the characters of a page -> a font that browsers load: WOFF2, with its rules for shaping."""

import io
import struct
from collections.abc import Iterable, Iterator

import uharfbuzz as hb
from fontTools.ttLib import TTFont, TTLibError, newTable

from leaflets.diagnostics import Diagnostic
from leaflets.fonts.face import Face
from leaflets.fonts.faults import damaged, file_fault, font_error

FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, TYPOGRAPHIC = 1, 2, 3, 4, 6, 16
KEPT = (0, STYLE, 13, 14)
"""Copyright, style, licence and where the licence is told (OpenType, name table)."""


def web_font(face: Face, characters: Iterable[str], *, name: str) -> bytes:
    """The same bytes for the same face and characters.

    It is called `name`: a subset is a modified version, which must not bear a reserved font name (OFL 1.1,
    condition 3). FontError for a face that must not be handed on, or is damaged.
    """
    if not face.can_embed:
        raise font_error(_restricted(face))
    try:
        subset = hb.SubsetPlan(face.hb_face, _request(characters)).execute()
        return _packed(bytes(subset.blob.data), names=_names(face, name))
    except (RuntimeError, IndexError, ValueError, struct.error, TTLibError) as error:
        raise damaged(face.id) from error


def _request(characters: Iterable[str]) -> hb.SubsetInput:
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING
    request.sets(hb.SubsetInputSets.UNICODE).update(ord(character) for character in characters)
    names = request.sets(hb.SubsetInputSets.NAME_ID)
    names.clear()
    names.update(KEPT)
    return request


def _packed(program: bytes, *, names: Iterable[tuple[int, str]]) -> bytes:
    """WOFF2 of a program with more names; it may have none yet."""
    font = TTFont(io.BytesIO(program), recalcTimestamp=False)
    if "name" not in font:
        font["name"] = newTable("name")
    for number, text in names:
        font["name"].setName(text, number, 3, 1, 0x409)
    font.flavor = "woff2"
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def _names(face: Face, name: str) -> Iterator[tuple[int, str]]:
    whole = f"{name} {face.weight}"
    yield from ((number, name) for number in (FAMILY, TYPOGRAPHIC))
    yield from ((number, whole) for number in (UNIQUE, FULL))
    yield POSTSCRIPT, whole.replace(" ", "-")


def _restricted(face: Face) -> Diagnostic:
    problem = "its licence bits (OS/2 fsType) forbid to hand it on"
    return file_fault(problem, file=face.id, step="use an open font instead, or leave --web-fonts out")
