"""A shaped run -> shapes to draw in visual order, each with the text it stands for and its place.

A viewer orders text by the places of glyphs, and knows what a code means from ToUnicode alone. So each
code is a whole cluster: several glyphs, or a glyph with an offset, become one composite. A cluster of a
right-to-left run is one code for each character instead, since viewers reverse codes and not what a
code means: the logically first draws all of the cluster, the others are blank and share its advance.
"""

from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from unicodedata import combining

from leaflets.fonts.composites import Composite
from leaflets.fonts.face import Face
from leaflets.frozen import dataclass
from leaflets.text.line import Run

Shape = int | Composite
"""What one code draws: a glyph of the face, or several glyphs with their offsets."""

KERNED = frozenset(("Latn", "Grek", "Cyrl"))
"""Scripts whose kerning is a shift between codes. That of others is part of the code's advance: a shift
within a word looks like a space to some readers there."""

BYTE_ORDER_MARK, WORD_JOINER = "\ufeff", "\u2060"
"""ToUnicode must not hold U+FEFF (ISO 19005-2, 6.2.11.7.2); U+2060 is its successor (Unicode 23.2.1)."""

Pair = tuple[Shape, str]
"""A shape and the text it stands for."""

Cell = tuple[int, int, int, int]
"""A glyph, its advance, and how far it is moved right and up."""

Cluster = tuple[int, int, str]
"""First glyph, the one after the last, and their text in logical order. No class: there is one a letter."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What is shown, from the left."""

    pairs: list[Pair] = field(default_factory=list)
    moves: dict[int, int] = field(default_factory=dict)
    """Index of a shape, in order -> font units between the end of the one before it and its pen: kerning."""


def spell(run: Run, *, face: Face) -> Spelling:
    """Of a face with TrueType outlines."""
    found = Spelling()
    pairs, moves = found.pairs, found.moves
    kerned, backwards = run.script in KERNED, run.is_rtl
    natural = list(map(face.advances.__getitem__, run.glyphs))
    cells = list(zip(run.glyphs, run.advances, run.xs, run.ys, strict=True))
    rest = 0
    for first, last, text in clusters(run):
        if rest:
            moves[len(pairs)], rest = rest, 0
        if last - first == 1 and not (backwards and len(text) > 1):
            glyph, width, x, y = cells[first]
            if not (x or y) and (width == natural[first] or (kerned and width)):
                pairs.append((glyph, text))
                rest = width - natural[first]
                continue
        more, rest = _drawn(text, backwards, *cells[first:last])
        pairs += more
    return found


@lru_cache(maxsize=4096)
def _drawn(text: str, backwards: bool, *cells: Cell) -> tuple[tuple[Pair, ...], int]:
    """A cluster as one composite, or as one and blanks. Kept, as clusters return where words do not.

    Also font units from its end to where the next one stands: 0 but for a cluster of negative width.
    """
    parts, pen = [], 0
    for glyph, advance, x, y in cells:
        parts.append((glyph, pen + x, y))
        pen += advance
    blanks = tuple(_blanks(text, width=pen)) if backwards else ()
    used = sum([shape.advance for shape, _text in blanks])
    shape = Composite(max(0, pen - used), tuple([(glyph, x - used, y) for glyph, x, y in parts]))
    return (*blanks, (shape, text[:1] if backwards else text)), min(0, pen - used)


def _blanks(text: str, *, width: int) -> Iterator[tuple[Composite, str]]:
    """All characters of a right-to-left cluster but the first, from the logically last."""
    letters = [not combining(character) for character in text]
    share = max(0, round(width / sum(letters))) if sum(letters) > 1 else 0
    for index in range(len(text) - 1, 0, -1):
        yield Composite(share if letters[index] else 0, ()), text[index]


def clusters(run: Run) -> Iterator[Cluster]:
    """The clusters of a run in visual order."""
    text, numbers = unmarked(run.text), run.clusters
    # from the end, so that the first glyph of each cluster is the one that stays
    begun = dict(zip(reversed(numbers), range(len(numbers) - 1, -1, -1), strict=True))
    starts, firsts = list(reversed(begun)), list(reversed(begun.values()))
    ends = [len(text), *starts[:-1]] if run.is_rtl else [*starts[1:], len(text)]
    texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return zip(firsts, [*firsts[1:], len(numbers)], texts, strict=True)


def unmarked(text: str) -> str:
    """Without the one character that a PDF must not give as text."""
    return text.replace(BYTE_ORDER_MARK, WORD_JOINER)
