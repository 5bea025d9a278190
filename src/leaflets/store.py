"""Bytes to files: whole or not at all, in their folder, and never over a change that somebody else made."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import OutputError


def write(path: Path, data: bytes) -> None:
    """Through a neighbour and a rename, so that a killed program leaves no half file."""
    try:
        handle, name = _neighbour(path)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise unwritable(path, error) from None


def _neighbour(path: Path) -> tuple[int, str]:
    """A new file beside it; folders are made when one is missing, which is seldom."""
    try:
        return tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")


def replace(path: Path, data: bytes, *, old: bytes | None) -> None:
    """Write a file whose content was `old` (None: no file) when it was read.

    OutputError if it is another one now: somebody saved it, whose work would be lost.
    """
    if _current(path) != old:
        raise _changed(path)
    if data != old:
        write(path, data)


def write_new(files: Mapping[Path, bytes]) -> None:
    """All of these files, or none: OutputError if another one stands at a place of theirs.

    Whoever got such a file fills it in and sends it back under its name: the same text is written silently,
    and what may be somebody's work is never replaced.
    """
    filled = [path for path, data in files.items() if _current(path) not in (None, data)]
    if filled:
        raise _filled(filled)
    for path, data in files.items():
        write(path, data)


def own_file(folder: Path, path: str) -> Path | None:
    """The file at a path that stands in a list which anybody may have edited.

    None if it leads outside of the folder, if there is none, or if none can be called so.
    """
    try:
        inside = (folder / path).resolve()
        return inside if inside.is_relative_to(folder.resolve()) and inside.is_file() else None
    except (OSError, ValueError):
        return None


def unwritable(path: Path, error: OSError) -> OutputError:
    message = f"{path} cannot be written: {error.strerror}"
    fault = Diagnostic(
        rule="unwritable",
        message=message,
        notes=("nothing was changed there",),
        help="check the permissions and the free space of the folder, or choose another one",
    )
    return OutputError(message, fault)


def _current(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unwritable(path, error) from None


def _filled(paths: list[Path]) -> OutputError:
    fault = Diagnostic(
        rule="other-file",
        message=f"{paths[0]} is there already, with another content than would be written",
        place=Place(file=str(paths[0])),
        notes=(
            "somebody may have filled it in, or the texts have changed since; nothing was written",
            *(f"so is {path}" for path in paths[1:]),
        ),
        help="take it back first if somebody has filled it in; then move or delete it, or choose another"
        " folder: --to DIR",
    )
    return OutputError(fault.message, fault)


def _changed(path: Path) -> OutputError:
    fault = Diagnostic(
        rule="changed-meanwhile",
        message=f"{path} was changed by another program while this command was running",
        place=Place(file=str(path)),
        notes=("nothing was written to it, so that no work is lost",),
        help="save the file and close it in other programs, then run the command again",
    )
    return OutputError(fault.message, fault)
