"""The bytes of an .xlsx or .docx file: from outside -> nothing, or the reason why it is not opened; of our
own -> the same without the time at which they were made."""

import io
import lzma
import re
import zipfile
import zlib

from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import InputError
from leaflets.zips import member

MOST_BYTES = 20_000_000
MOST_UNPACKED = 25_000_000
MOST_PARTS = 400
"""A hand-off of 800 messages unpacks to 2 MB in 15 parts."""

DAMAGES = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError),
    *(SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error, lzma.LZMAError),
)
"""What readers of such files raise when bytes of them were lost; faults of XML are a SyntaxError."""

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a compound file begins ([MS-CFB] 2.2): old programs save such, and all that is encrypted is one."""

_TIME = re.compile(rb"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")


def guard(data: bytes, *, file: str) -> None:
    """InputError for what is no such file, unpacks too large, holds macros, or XML with definitions."""
    if data.startswith(_OLD):
        raise _refused(
            file, "it is protected by a password, or of an older kind (.xls, .doc)", "its texts are hidden"
        )
    if len(data) > MOST_BYTES:
        raise _refused(file, f"it has {len(data) / 1e6:.0f} MB", "it was not opened")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, file)
    except DAMAGES:
        raise _refused(file, "it is damaged, or no such file", "it cannot be unpacked") from None


def steady(data: bytes) -> bytes:
    """The same texts give the same bytes: whoever writes a file again can see whether it was filled in."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(stream, "w") as archive:
        for part in made.infolist():
            content = made.read(part)
            if part.filename == "docProps/core.xml":
                content = _TIME.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            archive.writestr(member(part.filename), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _check(archive: zipfile.ZipFile, file: str) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _refused(
            file, "it unpacks to far more than a leaflet's texts", "such files are made to do harm"
        )
    left = MOST_UNPACKED
    for part in parts:
        name = part.filename.lower()
        if name.endswith(("vbaproject.bin", ".bas", ".exe", ".dll")):
            raise _refused(file, "it holds macros", "programs in a document can do harm, and none is needed")
        with archive.open(part) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise _refused(file, "it unpacks to more than it says", "such files are made to do harm")
        if name.endswith((".xml", ".rels")):
            _check_xml(content, file)


def _check_xml(content: bytes, file: str) -> None:
    """Office files are UTF-8 and define nothing; in UTF-16 a definition could hide."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\x00" in content:
        raise _refused(file, "its XML holds definitions", "they can read other files or fill the memory")


def _refused(file: str, what: str, why: str) -> InputError:
    return InputError.of(
        Diagnostic(
            rule="unsafe-file",
            message=f"the file is not opened: {what}",
            place=Place(file=file),
            notes=(why,),
            help="ask for it again as .xlsx or .docx without password or macros; or take the texts by mail",
        )
    )
