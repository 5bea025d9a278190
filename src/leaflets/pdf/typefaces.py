"""Faces as the files of one job use them: a glyph and the text it stands for -> a code."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol, TypeVar

from leaflets.errors import PdfError
from leaflets.fonts.face import Face
from leaflets.fonts.subset import Subset, subset_face
from leaflets.pdf.objects import literal
from leaflets.pdf.spelling import Pair, Shape
from leaflets.text.line import Run

Value = TypeVar("Value")


NOTDEF = 0
MOST_CODES = 0xFFFF


class Picked(Protocol):
    """What a mapping has for each glyph of a run: `itemgetter(*glyphs)`."""

    def __call__(self, found: Mapping[int, Value], /) -> tuple[Value, ...]: ...


class Codes(dict[Pair, str]):
    """(shape, text) -> code, numbered in order of use from 1, as it stands in a string of operators.

    A shape has a code for each text that it stands for, so that text can always be got back
    (a soft hyphen that is drawn as a hyphen, a no-break space).
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._texts: dict[int, str] = {}
        self._codes: dict[int, str] = {}

    def of_glyphs(
        self, glyphs: tuple[int, ...], texts: str | tuple[str, ...], *, picked: Picked
    ) -> tuple[str, ...]:
        """The codes of two glyphs or more, and of the text of each: a string is the texts of one character.

        A glyph nearly always stands for the same text: what it stood for last, and its code then, are found
        by the glyph alone, in one step for all (`picked`), which costs a third of looking for pairs.
        """
        try:
            latest = picked(self._texts)
        except KeyError:
            self._learn(glyphs, texts)
            latest = picked(self._texts)
        if texts in ("".join(latest), latest):
            return picked(self._codes)
        codes = tuple(map(self.__getitem__, zip(glyphs, texts, strict=True)))
        self._texts.update(zip(glyphs, texts, strict=True))
        self._codes.update(zip(glyphs, codes, strict=True))
        return codes

    def _learn(self, glyphs: tuple[int, ...], texts: str | tuple[str, ...]) -> None:
        """Give codes to the glyphs that had none, in the order in which they stand."""
        new = set(glyphs).difference(self._texts)
        for place in sorted(map(glyphs.index, new)):
            glyph, text = glyphs[place], texts[place]
            self._texts[glyph], self._codes[glyph] = text, self[glyph, text]

    def __missing__(self, pair: Pair) -> str:
        number = len(self) + 1
        if number > MOST_CODES:
            raise PdfError(
                f"{self._face.id} is used for more than {MOST_CODES} different shapes in one document"
            )
        code = self[pair] = code_literal(number)
        return code


def code_bytes(number: int) -> str:
    """Two characters below U+0100: strings of a content stream are written in Latin-1."""
    return chr(number >> 8) + chr(number & 0xFF)


@lru_cache(maxsize=2048)
def code_literal(number: int) -> str:
    """The code in a string of operators. Kept, as each document begins from 1."""
    return literal(code_bytes(number))


class GlyfTypeface:
    """A face with TrueType outlines: codes of its own, mapped to glyphs by a CIDToGIDMap."""

    def __init__(self, face: Face, *, name: str) -> None:
        self.name, self.face = name, face
        self.codes = Codes(face)


class CidTypeface:
    """A CID-keyed CFF face: a code is the glyph's number in the subset, which is therefore made first.

    A glyph has one code only. A second text for it stands in the content stream (see `claim`).
    """

    def __init__(self, face: Face, *, name: str, gids: frozenset[int]) -> None:
        self.name, self.face = name, face
        self.subset: Subset = subset_face(face, gids)
        self.texts: dict[str, str] = {}

    def code(self, gid: int, text: str) -> str:
        refuse_notdef(gid, text, face=self.face)
        return code_bytes(self.subset.old_to_new[gid])

    def claim(self, code: str, text: str) -> bool:
        """Whether the code stands for this text: it does so for the first that asks."""
        return self.texts.setdefault(code, text) == text


class Typefaces:
    """All faces of some runs, named `prefix` 1, 2, … in order of use."""

    def __init__(self, runs: Sequence[Run], *, faces: Callable[[str], Face], prefix: str = "F") -> None:
        self._runs = runs
        self._faces = faces
        self._prefix = prefix
        self._used: dict[str, GlyfTypeface | CidTypeface] = {}

    @property
    def used(self) -> Mapping[str, GlyfTypeface | CidTypeface]:
        """By the id of the face, in order of use."""
        return MappingProxyType(self._used)

    def of(self, run: Run) -> GlyfTypeface | CidTypeface:
        found = self._used.get(run.face)
        if found is None:
            found = self._used[run.face] = self._open(run.face)
        return found

    def _open(self, face_id: str) -> GlyfTypeface | CidTypeface:
        face = self._faces(face_id)
        name = f"{self._prefix}{len(self._used) + 1}"
        if not face.is_cff:
            return GlyfTypeface(face, name=name)
        gids = frozenset(gid for run in self._runs if run.face == face_id for gid in run.glyphs)
        return CidTypeface(face, name=name, gids=gids)


def refuse_notdef(shape: Shape, text: str, *, face: Face) -> None:
    """PdfError instead of a box on paper (ISO 14289-1, 7.21.8; ISO 15930-7, 6.3)."""
    gids = (shape,) if isinstance(shape, int) else tuple(gid for gid, _dx, _dy in shape.parts)
    if NOTDEF in gids:
        points = " ".join(f"U+{ord(character):04X}" for character in text)
        raise PdfError(f"the face {face.id} has no glyph for {text!r} ({points}); choose a font that has it")
