"""Bytes to files: whole or not at all, and never over a change that somebody else made meanwhile."""

import os
import tempfile
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


def _changed(path: Path) -> OutputError:
    fault = Diagnostic(
        rule="changed-meanwhile",
        message=f"{path} was changed by another program while this command was running",
        place=Place(file=str(path)),
        notes=("nothing was written to it, so that no work is lost",),
        help="save the file and close it in other programs, then run the command again",
    )
    return OutputError(fault.message, fault)
