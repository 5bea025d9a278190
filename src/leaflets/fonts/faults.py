"""What is wrong with fonts -> diagnostics, and the error that carries them."""

from pathlib import Path

from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import FontError


def list_fault(problem: str, *, file: str, key: str, step: str) -> Diagnostic:
    """Something in fonts.toml; `key` is a path such as `family.noto-sans.size`, `step` what to do next."""
    return Diagnostic(rule="font-list", message=f"{key}: {problem}", place=Place(file=file), help=step)


def file_fault(problem: str, *, file: str, step: str) -> Diagnostic:
    """Something in a font file; one below the current folder is named as it is found from there."""
    path = Path(file)
    if path.is_relative_to(Path.cwd()):
        file = path.relative_to(Path.cwd()).as_posix()
    return Diagnostic(rule="font-file", message=problem, place=Place(file=file), help=step)


def damaged(file: str) -> FontError:
    """Of a font file whose letters cannot be taken out of it for a document."""
    problem, step = "its glyphs cannot be taken out of it", "replace it with an undamaged file"
    return font_error(file_fault(problem, file=file, step=step))


def font_error(*diagnostics: Diagnostic) -> FontError:
    """Its message can stand alone: place, problem and next step of each diagnostic, one line each."""
    lines = (f"{fault.place}: {fault.message}; {fault.help}" for fault in diagnostics)
    return FontError("\n".join(lines), *diagnostics)
