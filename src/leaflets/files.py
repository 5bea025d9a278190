"""The only reader of input: a project's folder, or a snapshot of what was read from one."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Protocol

from leaflets.controls import NAMES, loose, with_code
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import InputError

ABSENT = "absent"
"""The digest recorded for a file that was looked for and not there."""

SHARED = (("fonts",), ("layouts", "_base"))
"""Folders of which a project takes from the toolkit what it does not have itself."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"
    "\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffd"
    "\u2065\u206a-\u206f\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(15))
    + "]"
)
"""Characters that no input may hold: what they print, if anything, is chance.

Controls but for tab and line ends (among them U+000C and U+0085, which line-based readers know), private
use, surrogates, noncharacters (U+FDD0 and U+FDD1 mark translated text inside templates), a byte order mark
inside of a file, and U+FFFD, which stands where a letter was lost. Unicode 17.0, chapter 23. And what can
hide words from everybody but a program: tags, which only flags of regions have a use for, annotations,
deprecated format characters, controls of music, and code points that are kept for more of the kind (23.2,
23.3, 23.8, 23.9).
"""

KINDS = MappingProxyType(
    {
        "Cc": ("control character", "nothing of it can be printed"),
        "Cs": ("surrogate", "it is half of a character"),
    }
)
"""By General_Category, what a forbidden character is called and why it is refused."""
HIDDEN = ("hidden character", "words can be hidden with it that only programs read")

INNOCENT = bytes(set(range(256)) - {*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, *range(0xEE, 0xF5)})
"""Bytes with which no forbidden character begins in UTF-8, but for the RARE ones."""
RARE = re.compile(rb"\xc2[\x80-\x9f]|\xe2\x81[\xa5\xaa-\xaf]")
"""The forbidden ones after bytes that many files have: U+0080 to U+009F, U+2065, and U+206A to U+206F."""


class Files(Protocol):
    """Input by its path in the project: POSIX, relative, never outside of the root."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. InputError if it is not there or outside of the project."""

    def exists(self, path: str) -> bool:
        """Whether the file is there; the question is recorded like a read."""

    def children(self, path: str) -> tuple[str, ...]:
        """The names in a folder, sorted; empty if there is no such folder."""

    def locate(self, path: str) -> Path:
        """A file on this machine with the bytes of `path`, to be memory mapped (fonts); else as `read`."""

    @property
    def reads(self) -> Mapping[str, str]:
        """path -> SHA-256, or `absent`, of everything asked for so far."""


@dataclass(frozen=True, slots=True)
class Disk:
    """Files of the project, the first of `roots`; SHARED ones also of what the toolkit ships, the others."""

    roots: tuple[Path, ...]
    reads: dict[str, str] = field(default_factory=dict, compare=False)
    contents: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """What was read: a file that changes during a build is one and the same for all of its jobs."""

    def read(self, path: str) -> bytes:
        if path in self.contents:
            return self.contents[path]
        found = self._find(path)
        if found is None:
            raise missing(path)
        try:
            data = found.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from None
        self.reads[path] = digest(data)
        self.contents[path] = data
        return data

    def exists(self, path: str) -> bool:
        if path not in self.contents and self._find(path) is None:
            self.reads[path] = ABSENT
            return False
        self.read(path)
        return True

    def children(self, path: str) -> tuple[str, ...]:
        names: set[str] = set()
        for index, root in enumerate(self.roots):
            folder = _inside(root, path)
            found = [child.name for child in folder.iterdir()] if _is_there(folder.is_dir) else []
            names.update(name for name in found if not index or _is_shared(f"{path}/{name}"))
        listing = tuple(sorted(names))
        self.reads[f"{path}/"] = digest("\n".join(listing).encode())
        return listing

    def locate(self, path: str) -> Path:
        """The file itself."""
        found = self._find(path)
        if found is None:
            raise missing(path)
        return found

    def snapshot(self) -> "Snapshot":
        """All that was read so far, to travel with a job."""
        present = {path: name for path, name in self.reads.items() if name != ABSENT}
        folders = {path[:-1]: self.children(path[:-1]) for path in present if path.endswith("/")}
        blobs = {name: self.read(path) for path, name in present.items() if not path.endswith("/")}
        return Snapshot(digests=dict(self.reads), blobs=blobs, folders=folders)

    def _find(self, path: str) -> Path | None:
        candidates = (_inside(root, path) for root in self._roots_of(path))
        return next((file for file in candidates if _is_there(file.is_file)), None)

    def _roots_of(self, path: str) -> tuple[Path, ...]:
        """A catalog that a project lacks is never that of another one."""
        return self.roots if _is_shared(path) else self.roots[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a job needs, by digest: it can be pickled and read on another machine."""

    digests: Mapping[str, str]
    blobs: Mapping[str, bytes]
    folders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reads: dict[str, str] = field(default_factory=dict, compare=False)

    def read(self, path: str) -> bytes:
        if not self.exists(path):
            raise missing(path)
        return self.blobs[self.digests[path]]

    def exists(self, path: str) -> bool:
        self.reads[path] = self.digests.get(path, ABSENT)
        return self.reads[path] in self.blobs

    def children(self, path: str) -> tuple[str, ...]:
        listing = self.folders.get(path, ())
        self.reads[f"{path}/"] = digest("\n".join(listing).encode())
        return listing

    def locate(self, path: str) -> Path:
        """Written once a process, under its digest and its own name."""
        data = self.read(path)
        place = Path(_unpacked().name) / self.digests[path] / PurePosixPath(path).name
        if not place.is_file():
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(data)
        return place


@lru_cache(maxsize=1)
def _unpacked() -> TemporaryDirectory[str]:
    """A folder of this process, which goes away with it."""
    return TemporaryDirectory(prefix="leaflets-")


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_text(files: Files, path: str, *, bom: bool = False) -> str:
    """A UTF-8 file as text; `bom` allows a byte order mark, which some editors write.

    InputError names the first line that is not UTF-8, that holds a forbidden character, or a bidi control
    without its partner. (In catalogs each text has to be balanced for itself.)
    """
    text = decode(files.read(path), file=path, bom=bom)
    alone = None if text.isascii() else min(loose(text), default=None)
    if alone is not None:
        raise InputError.of(_unpaired(text, alone, file=path))
    return text


def decode(data: bytes, *, file: str, bom: bool = False) -> str:
    """UTF-8 bytes to text with normalised line ends; InputError names the line."""
    if data.startswith(b"\xef\xbb\xbf"):
        if not bom:
            raise InputError.of(_byte_order_mark(file))
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError.of(_not_utf8(file, line, data[error.start])) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _may_be_forbidden(data):
        refuse_forbidden(text, file=file)
    return text


def find_forbidden(text: str) -> re.Match[str] | None:
    """The first character of a long text that no input may hold."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return FORBIDDEN.search(text)
    return FORBIDDEN.search(text) if _may_be_forbidden(data) else None


def _may_be_forbidden(data: bytes) -> bool:
    """Of few texts, and ten times as fast as to look for the characters."""
    return bool(data.translate(None, INNOCENT) or RARE.search(data))


def refuse_forbidden(text: str, *, file: str) -> None:
    """InputError at the first character that no input may hold."""
    found = FORBIDDEN.search(text)
    if found is None:
        return
    kind, why, step = _kind(found[0])
    raise InputError.of(
        Diagnostic(
            rule="forbidden-character",
            message=f"the {kind} U+{ord(found[0]):04X} is not allowed in any input",
            place=_place(text, found.start(), file=file),
            notes=(why,),
            help=step,
        )
    )


def _place(text: str, index: int, *, file: str) -> Place:
    return Place(file=file, line=text.count("\n", 0, index) + 1, column=index - text.rfind("\n", 0, index))


def _unpaired(text: str, index: int, *, file: str) -> Diagnostic:
    return Diagnostic(
        rule="unpaired-control",
        message=f"the invisible control {with_code(NAMES[text[index]])} stands without its partner",
        place=_place(text, index, file=file),
        notes=("it would turn the order of words that follow in other texts",),
        help="delete it: numbers, addresses and names are kept in order without it",
    )


def _kind(character: str) -> tuple[str, str, str]:
    """What a forbidden character is called, why it is refused, and the next step."""
    delete = "delete the character; it is invisible in most editors"
    if character == "\ufffd":
        why = "it stands where a letter was lost when the file was converted"
        return "replacement character", why, "write the lost letter, or restore the file and convert it again"
    if character == "\ufeff":
        return "byte order mark", "inside of a file it is an invisible joiner that fonts may draw", delete
    if _is_noncharacter(ord(character)):
        return (
            "noncharacter",
            "it marks translated text while a layout is rendered, or nothing at all",
            delete,
        )
    category = unicodedata.category(character)
    if category == "Co":
        why = "only the font that it was written with has a sign for it; all others print a box or nothing"
        return "private-use character", why, "write the letter in Unicode"
    name, why = KINDS.get(category, HIDDEN)
    return name, why, delete


def _is_noncharacter(code: int) -> bool:
    """Unicode 17.0, 23.7."""
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def missing(path: str) -> InputError:
    """The error for a file that is not there."""
    return InputError.of(
        Diagnostic(
            rule="missing-file",
            message=f"the file {path} is not there",
            place=Place(file=path),
            help="check the name and its spelling, or restore the file from version control",
        )
    )


def _is_there(found: Callable[[], bool]) -> bool:
    """A name that the system cannot have, such as one of a thousand letters, is not there."""
    try:
        return found()
    except OSError:
        return False


def _is_shared(path: str) -> bool:
    """Whether the path is in one of the shared folders."""
    parts = PurePosixPath(path).parts
    return any(parts[: len(folder)] == folder for folder in SHARED)


def _inside(root: Path, path: str) -> Path:
    """The path below the root; InputError if it would leave it, by `..` or through a link."""
    pure = PurePosixPath(path)
    joined = root / pure
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path:
        raise _outside(path)
    whole = os.path.realpath(root)
    if not os.path.realpath(joined).startswith(whole.rstrip(os.sep) + os.sep) and path != ".":
        raise _outside(path)
    return joined


def _outside(path: str) -> InputError:
    return InputError.of(
        Diagnostic(
            rule="outside-project",
            message=f"the path {path} leads outside of the project",
            notes=("files elsewhere on this computer are never read into a leaflet",),
            help="copy the file into the project and name it by its path from there",
        )
    )


def _unreadable(path: str, error: OSError) -> InputError:
    return InputError.of(
        Diagnostic(
            rule="unreadable-file",
            message=f"the file {path} cannot be read: {error.strerror}",
            place=Place(file=path),
            help="check the permissions of the file",
        )
    )


def _byte_order_mark(file: str) -> Diagnostic:
    return Diagnostic(
        rule="byte-order-mark",
        message="the file begins with a byte order mark (U+FEFF)",
        place=Place(file=file, line=1),
        notes=("an editor wrote three invisible bytes in front of the first line",),
        help='save it as "UTF-8", not as "UTF-8 with BOM"',
    )


def _not_utf8(file: str, line: int, byte: int) -> Diagnostic:
    return Diagnostic(
        rule="not-utf8",
        message=f"the byte 0x{byte:02X} is not valid UTF-8",
        place=Place(file=file, line=line),
        notes=("the file was perhaps saved as Windows-1250 or another old encoding",),
        help='open it with its old encoding, check the letters, and save it as "UTF-8"',
    )
