"""A font file -> the HarfBuzz face that is set: sound, of one weight, with outlines that can be embedded."""

import hashlib
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import uharfbuzz as hb

from leaflets.fonts.cff import is_cid_keyed
from leaflets.fonts.family import FaceSpec
from leaflets.fonts.faults import file_fault, font_error
from leaflets.fonts.pinned import pinned
from leaflets.fonts.sfnt import directory, wrong_checksum

NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
CFF_OUTLINES = ("CFF ", "CFF2")
GLYF_OUTLINES = ("glyf", "loca")
ENOUGH = 1 << 16
"""Bytes of a `CFF ` table that hold its Top DICT."""


@contextmanager
def told_of(path: Path, *, family: str) -> Iterator[None]:
    """FontError with the next step, instead of what a missing or damaged file raises."""
    try:
        yield
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
        step = f"put the file there, or correct `file` of family {family} in fonts.toml"
        raise font_error(file_fault(problem, file=str(path), step=step)) from error
    except (ValueError, IndexError, struct.error) as error:
        problem = f"is not a usable font: {error}"
        step = "replace it with an undamaged .ttf, .otf or .ttc file"
        raise font_error(file_fault(problem, file=str(path), step=step)) from error


def read_face(path: Path, spec: FaceSpec) -> tuple[hb.Face, bool]:
    """The face, and whether it is CID-keyed. OSError, ValueError and FontError, see `told_of`."""
    kind = check(path, index=spec.index)
    _verify(path, spec=spec)
    hb_face = hb.Face(hb.Blob.from_file_path(str(path)), spec.index)
    if not hb_face.has_var_data and kind != "named":
        return hb_face, kind == "numbered"
    found = path.stat()
    return _plain(path, spec, found.st_mtime_ns), False


def check(path: Path, *, index: int) -> str:
    """The kind of outlines: quadratic, named or numbered.

    HarfBuzz takes any bytes for a font, without glyphs if need be: so damage is found here.
    """
    with path.open("rb") as file:
        found = directory(file, index=index)
        outlines = () if any(tag in found for tag in CFF_OUTLINES) else GLYF_OUTLINES
        absent = [tag for tag in (*NEEDED, *outlines) if tag not in found]
        if absent:
            raise ValueError(f"table {absent[0]} is missing")
        if "CFF " in found and is_cid_keyed(_beginning(file, *found["CFF "])):
            return "numbered"
        return "quadratic" if outlines else "named"


def _beginning(file: BinaryIO, offset: int, length: int) -> bytes:
    """The part of a table that says what it is: those of Chinese faces are 15 MB large."""
    file.seek(offset)
    return file.read(min(length, ENOUGH))


def _verify(path: Path, *, spec: FaceSpec) -> None:
    """A file is read whole once in a process, however many of its faces are used (20 MB: 17 ms).

    Where no digest is pinned, its tables' own checksums say whether it is whole (OpenType, table
    directory): a damaged font may look sound but for one letter.
    """
    if not spec.sha256:
        found = path.stat()
        wrong = _wrong_table(path, spec.index, found.st_mtime_ns, found.st_size)
        if wrong:
            digest = file_digest(path)
            step = f'get the original again; if its maker ships it so, write sha256 = "{digest}"'
            problem = f"is damaged: the checksum of table {wrong.strip()} is another"
            raise font_error(file_fault(problem, file=str(path), step=step))
        return
    digest = file_digest(path)
    if digest != spec.sha256:
        step = f'get the original again; if the file was replaced on purpose, write sha256 = "{digest}"'
        raise font_error(file_fault("differs from its sha256 in fonts.toml", file=str(path), step=step))


def file_digest(path: Path) -> str:
    """SHA-256 of a font file as it is now; one that was not changed since is not read again."""
    found = path.stat()
    return _digest(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=1024)
def _digest(path: Path, _changed: int, _size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=1024)
def _wrong_table(path: Path, index: int, _changed: int, _size: int) -> str:
    with path.open("rb") as file:
        return wrong_checksum(file, index=index)


@lru_cache(maxsize=64)
def _plain(path: Path, spec: FaceSpec, _changed: int) -> hb.Face:
    """A variable face at one weight, and cubic outlines as quadratic ones: done once in a process."""
    hb_face = hb.Face(hb.Blob.from_file_path(str(path)), spec.index)
    if hb_face.has_var_data:
        hb_face = pinned(hb_face, weight=spec.weight, italic=spec.style == "italic")
    if "glyf" not in hb_face.table_tags:
        from leaflets.fonts.quadratic import quadratic  # noqa: PLC0415 - most projects have no such font

        hb_face = quadratic(hb_face)
    return hb_face
