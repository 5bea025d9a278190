"""Families as a project lists them, and their files -> families that are whole.

What the list leaves out is read from the files, or measured beside the toolkit's own fonts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from leaflets.diagnostics import Diagnostic
from leaflets.errors import FontError
from leaflets.fonts.family import FaceSpec, Family, Style
from leaflets.fonts.faults import file_fault, font_error, list_fault
from leaflets.fonts.liken import factors
from leaflets.fonts.load import LIST, FontLibrary, nearest
from leaflets.fonts.opening import open_face, refuse_restricted
from leaflets.fonts.own import UNSAID
from leaflets.fonts.sfnt import count_faces
from leaflets.fonts.source import told_of
from leaflets.fonts.survey import Survey, scripts_of, survey

LATIN = "Latn"
REGULAR, BOLD = 400, 700
"""What a variable file is cut at."""


def completed(
    families: Sequence[Family], *, locate: Callable[[str], Path], shipped: FontLibrary
) -> tuple[Family, ...]:
    """With all that the files say, and factors that bring them to the size of the shipped fonts.

    FontError has the faults of all families.
    """
    found: list[Family] = []
    faults: list[Diagnostic] = []
    for family in families:
        try:
            found.append(_completed(family, locate=locate, shipped=shipped))
        except FontError as error:
            faults += error.diagnostics
    if faults:
        raise font_error(*faults)
    return tuple(found)


def _completed(family: Family, *, locate: Callable[[str], Path], shipped: FontLibrary) -> Family:
    surveys = tuple(_surveyed(family, spec, locate=locate) for spec in family.faces)
    faces = tuple(face for spec, found in surveys for face in _cut(spec, found))
    _spec, first = surveys[0]
    named = replace(
        family,
        name=family.name or first.name,
        license=family.license or first.license,
        source=family.source or "the project's own",
        version=family.version or first.version,
        faces=faces,
    )
    if len({(face.weight, face.style) for face in faces}) < len(faces):
        step = "say weight and style of each under [[family.….faces]], or leave one out"
        key = f"family.{family.id}"
        raise font_error(list_fault("has two faces of one weight and style", file=LIST, key=key, step=step))
    return _measured(named, locate=locate, shipped=shipped)


def _surveyed(family: Family, spec: FaceSpec, *, locate: Callable[[str], Path]) -> tuple[FaceSpec, Survey]:
    path = locate(spec.file)
    with told_of(path, family=family.id):
        if spec.index == UNSAID:
            spec = replace(spec, index=0)
            count = count_faces(path)
            if count > 1:
                raise font_error(_collection(path, spec, count=count))
        found = survey(path, index=spec.index)
    refuse_restricted(found.fs_type, path=path)
    return spec, found


def _collection(path: Path, spec: FaceSpec, *, count: int) -> Diagnostic:
    """Which face of a collection is meant decides how Han is written: so it has to be said."""
    names = (f'"{spec.file}#{index}" is {survey(path, index=index).name}' for index in range(count))
    step = 'write for example file = "' + spec.file + '#0"; ' + ", ".join(names)
    return file_fault(f"is a collection of {count} faces", file=str(path), step=step)


def _cut(spec: FaceSpec, found: Survey) -> Iterator[FaceSpec]:
    """The faces of one file: a variable one is cut at the weights that leaflets are set in."""
    style: Style = "italic" if "italic" in (spec.style, found.style) else "normal"
    weight = spec.weight or found.weight
    if found.weights is None:
        yield replace(spec, weight=weight, style=style)
        return
    low, high = found.weights
    wanted = (spec.weight,) if spec.weight else (REGULAR, BOLD)
    for cut in [weight for weight in wanted if low <= weight <= high] or [min(max(weight, low), high)]:
        yield replace(spec, weight=cut, style=style, variable=True)


def _measured(family: Family, *, locate: Callable[[str], Path], shipped: FontLibrary) -> Family:
    """By the regular face; the others are opened when they are used."""
    spec = nearest(family.faces, weight=REGULAR, style="normal")
    rough = replace(family, size=1.0, leading=1.0)
    regular = open_face(rough, spec, path=locate(spec.file))
    if not regular.code_points:
        problem, step = "has no characters: its table cmap is empty", "get the original again"
        raise font_error(file_fault(problem, file=spec.file, step=step))
    scripts = family.scripts or scripts_of(regular.code_points)
    script = scripts[0] if scripts else LATIN
    alike = (*shipped.by_script(script), *shipped.by_script(LATIN))[0]
    size, leading = factors(regular, shipped=shipped.face(alike.id), script=script)
    return replace(family, scripts=scripts, size=family.size or size, leading=family.leading or leading)
