"""Pages and downloads -> a folder: only what changed is written, and nothing of others is touched."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from leaflets.diagnostics import Diagnostic
from leaflets.errors import OutputError
from leaflets.store import own_file, write

MARKER = ".leaflets-site.json"
"""Says that a folder is a site of ours, and which files in it we wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of a folder: paths below it."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


def check_folder(folder: Path) -> None:
    """OutputError if the folder holds files and was not made by us: they might be somebody's work."""
    if folder.exists() and not folder.is_dir():
        raise _refused(folder, "it is a file")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).is_file():
        raise _refused(folder, "it holds files that are not of a site made by leaflets")


def earlier(folder: Path) -> "Earlier":
    """What an earlier site holds there."""
    return Earlier(folder=folder, files=_marked(folder))


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Path -> bytes of a file as we wrote it; None where it is missing or somebody changed it."""

    folder: Path
    files: Mapping[str, str]

    def __call__(self, path: str) -> bytes | None:
        try:
            data = (self.folder / path).read_bytes() if path in self.files else b""
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == self.files.get(path) else None


def fill(folder: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Write what differs, and remove what an earlier site had and this one has not."""
    check_folder(folder)
    before = _marked(folder)
    write(folder / MARKER, _marker(before))
    now: dict[str, str] = {}
    changed: list[str] = []
    removed: list[str] = []
    for path, data in files:
        now[path] = hashlib.sha256(data).hexdigest()
        if not _holds(folder / path, data):
            removed += _make_room(folder, path, before)
            write(folder / path, data)
            changed.append(path)
    removed += [path for path in before if path not in now and _remove(folder, path)]
    write(folder / MARKER, _marker(now))
    return Written(changed=tuple(changed), removed=tuple(removed), kept=len(now) - len(changed))


def _make_room(folder: Path, path: str, before: Iterable[str]) -> list[str]:
    """A file of ours gives way to a folder of its name, and the other way round: an edition was withdrawn."""
    target = folder / path
    if target.is_dir():
        return [old for old in before if old.startswith(f"{path}/") and _remove(folder, old)]
    if target.parent.is_dir():
        return []
    above = {parent.as_posix() for parent in PurePosixPath(path).parents}
    return [old for old in before if old in above and _remove(folder, old)]


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _marked(folder: Path) -> dict[str, str]:
    try:
        told: Any = json.loads((folder / MARKER).read_bytes())  # Any: a file that anybody may have edited
        return {str(path): str(digest) for path, digest in told["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _marker(files: dict[str, str]) -> bytes:
    return (json.dumps({"schema": 1, "files": dict(sorted(files.items()))}, indent=0) + "\n").encode()


def _remove(folder: Path, path: str) -> bool:
    """Whether it was there; folders that become empty go too. A path that leads outside is left alone."""
    target = folder / path
    if own_file(folder, path) is None:
        return False
    target.unlink()
    for parent in target.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
    return True


def _refused(folder: Path, why: str) -> OutputError:
    fault = Diagnostic(
        rule="foreign-files",
        message=f"{folder} is not used for the site: {why}",
        notes=("a site replaces and removes files in its folder",),
        help="choose an empty or a new folder with --output",
    )
    return OutputError(fault.message, fault)
