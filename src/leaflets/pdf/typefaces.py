"""Faces as one document uses them: a glyph and the text it stands for -> a code with a width."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from leaflets.errors import PdfError
from leaflets.fonts.face import Face
from leaflets.fonts.subset import Subset, subset_face
from leaflets.pages.page import Glyphs, Pages
from leaflets.pdf.spelling import Shape
from leaflets.text.line import Run

NOTDEF = 0
MOST_CODES = 0xFFFF


class Codes(dict[tuple[Shape, str], int]):
    """(shape, text) -> code, numbered in order of use from 1, with the text that a reader copies.

    A shape has a code for each text that it stands for, so that text can always be got back
    (a soft hyphen that is drawn as a hyphen, a no-break space).
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self.shapes: list[Shape] = [NOTDEF]
        self.texts: list[str] = [""]
        self.widths: list[int] = [face.advance(NOTDEF)]

    def __missing__(self, key: tuple[Shape, str]) -> int:
        shape, text = key
        refuse_notdef(shape, text, face=self._face)
        code = self[key] = len(self.shapes)
        if code > MOST_CODES:
            raise PdfError(
                f"{self._face.id} is used for more than {MOST_CODES} different shapes in one document"
            )
        self.shapes.append(shape)
        self.texts.append(text)
        self.widths.append(self._face.advance(shape) if isinstance(shape, int) else shape.advance)
        return code


class GlyfTypeface:
    """A face with TrueType outlines: codes of its own, mapped to glyphs by a CIDToGIDMap."""

    def __init__(self, face: Face, *, name: str) -> None:
        self.name, self.face = name, face
        self.codes = Codes(face)

    @property
    def widths(self) -> list[int]:
        return self.codes.widths


class CidTypeface:
    """A CID-keyed CFF face: a code is the glyph's number in the subset, which is therefore made first.

    A glyph has one code only. A second text for it stands in the content stream (see `claim`).
    """

    def __init__(self, face: Face, *, name: str, gids: frozenset[int]) -> None:
        self.name, self.face = name, face
        self.subset: Subset = subset_face(face, gids)
        self.widths = {cid: face.advance(gid) for gid, cid in self.subset.old_to_new.items()}
        self.texts: dict[int, str] = {}

    def code(self, gid: int, text: str) -> int:
        refuse_notdef(gid, text, face=self.face)
        return self.subset.old_to_new[gid]

    def claim(self, code: int, text: str) -> bool:
        """Whether the code stands for this text: it does so for the first that asks."""
        return self.texts.setdefault(code, text) == text


class Typefaces:
    """All faces of one document, named F1, F2, … in order of use."""

    def __init__(self, pages: Pages, *, faces: Callable[[str], Face]) -> None:
        self._pages = pages
        self._faces = faces
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
        name = f"F{len(self._used) + 1}"
        if not face.is_cff:
            return GlyfTypeface(face, name=name)
        runs = (run for run in runs_of(self._pages) if run.face == face_id)
        gids = frozenset(gid for run in runs for gid in run.glyphs)
        return CidTypeface(face, name=name, gids=gids)


def runs_of(pages: Pages) -> Iterable[Run]:
    """Every run on the pages, in order of the pages."""
    for page in pages.pages:
        for item in (*page.background, *page.items):
            if isinstance(item, Glyphs):
                yield item.run


def refuse_notdef(shape: Shape, text: str, *, face: Face) -> None:
    """PdfError instead of a box on paper (ISO 14289-1, 7.21.8; ISO 15930-7, 6.3)."""
    gids = (shape,) if isinstance(shape, int) else tuple(gid for gid, _dx, _dy in shape.parts)
    if NOTDEF in gids:
        points = " ".join(f"U+{ord(character):04X}" for character in text)
        raise PdfError(f"the face {face.id} has no glyph for {text!r} ({points}); choose a font that has it")
