"""Families and a place to find their files -> the faces of a process, each opened once.

What other packages need to name is importable from here.
"""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path

from leaflets.diagnostics import Diagnostic, Place
from leaflets.fonts.face import Face
from leaflets.fonts.family import FaceSpec, Family, Style, read_families
from leaflets.fonts.faults import font_error
from leaflets.fonts.opening import open_face
from leaflets.fonts.source import file_digest

LIST = "fonts/fonts.toml"

__all__ = ["Face", "FaceSpec", "Family", "FontLibrary", "Style", "nearest", "open_face", "read_families"]


class FontLibrary:
    """The fonts of a worker process: opened with it, and used by all jobs that run there."""

    def __init__(self, families: Sequence[Family], locate: Callable[[str], Path]) -> None:
        """`locate` turns the name of a file in fonts.toml into its path."""
        self.families = tuple(families)
        self._locate = locate
        self._faces: dict[str, Face] = {}

    def family(self, name: str) -> Family:
        """The family of that id or name, in any case of letters; FontError if there is none."""
        wanted = name.casefold()
        for family in self.families:
            if wanted in (family.id.casefold(), family.name.casefold()):
                return family
        names = [family.name for family in self.families]
        near = get_close_matches(name, names, n=1)
        step = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
        step += "; a family of your own is added in fonts/fonts.toml"
        raise font_error(_unknown(f"there is no font family {name!r}", step=step))

    def by_script(self, script: str) -> tuple[Family, ...]:
        """The families for a script (ISO 15924), in the order of fonts.toml; empty if there is none."""
        return tuple(family for family in self.families if script in family.scripts)

    def face(self, family: str, *, weight: int = 400, style: Style = "normal") -> Face:
        """The face of a family that is nearest to a weight and style; opened on first use."""
        found = self.family(family)
        spec = nearest(found.faces, weight=weight, style=style)
        if spec.id not in self._faces:
            self._faces[spec.id] = open_face(found, spec, path=self._locate(spec.file))
        return self._faces[spec.id]

    def by_id(self, face: str) -> Face:
        """The face of that id, opened on first use; FontError if fonts.toml does not have it."""
        if face in self._faces:
            return self._faces[face]
        family, spec = self._listed(face)
        return self.face(family.id, weight=spec.weight, style=spec.style)

    def digest(self, face: str) -> str:
        """SHA-256 of the file that holds the face of that id; FontError if fonts.toml does not have it."""
        _family, spec = self._listed(face)
        return spec.sha256 or file_digest(self._locate(spec.file))

    def _listed(self, face: str) -> tuple[Family, FaceSpec]:
        for family in self.families:
            for spec in family.faces:
                if spec.id == face:
                    return family, spec
        raise font_error(_unknown(f"there is no face {face!r}", step="open the project's own fonts"))


def _unknown(problem: str, *, step: str) -> Diagnostic:
    return Diagnostic(rule="unknown-font", message=problem, place=Place(file=LIST), help=step)


def nearest(faces: Sequence[FaceSpec], *, weight: int, style: Style) -> FaceSpec:
    """CSS Fonts 4, 5.2: style decides before weight, and a weight has one direction to search first."""
    return min(faces, key=lambda face: (face.style != style, *_distance(face.weight, wanted=weight)))


def _distance(weight: int, *, wanted: int) -> tuple[int, int]:
    """How late a weight is found: in which search, and how far along."""
    if 400 <= wanted <= 500:
        return (0 if wanted <= weight <= 500 else 1 if weight < wanted else 2), abs(weight - wanted)
    first = weight <= wanted if wanted < 400 else weight >= wanted
    return (0 if first else 1), abs(weight - wanted)
