"""An exception that nobody foresaw -> a diagnostic: what it stopped, where it arose, what to do next."""

import traceback
from pathlib import Path

import leaflets
from leaflets.diagnostics import Diagnostic

LAST = 6
"""Steps that are told, of which the innermost is the last."""


def mishap(error: Exception, *, stopped: str) -> Diagnostic:
    """It belongs to the one thing that it stopped, so that the others are done."""
    steps = ("nothing of it is written; all else is not touched by this", f"it arose at {_steps(error)}")
    if isinstance(error, MemoryError):
        return Diagnostic(
            rule="out-of-memory",
            message=f"{stopped}: there is not enough memory for it",
            notes=steps,
            help="run leaflets build --jobs 1, and look for a very long text or a very large picture in it",
        )
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Diagnostic(
        rule="internal-error",
        message=f"{stopped}: stopped by a fault of leaflets itself, not of yours ({what[:200]})",
        notes=steps,
        help="take back the last change of its files, and report this with them to the authors of leaflets",
    )


def _steps(error: Exception) -> str:
    """`build/job.py:90 > document/fragment.py:122`: those in this package, or else the last one."""
    root = Path(leaflets.__file__ or "").parent
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(root)]
    names = [f"{Path(frame.filename).relative_to(root).as_posix()}:{frame.lineno}" for frame in own[-LAST:]]
    return " > ".join(names or [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-1:]])
