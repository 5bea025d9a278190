"""A shaped run -> shapes to draw in visual order, each with the text it stands for and its pen.

A viewer orders text by the places of glyphs, and knows what a code means from ToUnicode alone. So each
code is a whole cluster: several glyphs, or a glyph with an offset, become one composite. A cluster of a
right-to-left run is one code for each character instead, since viewers reverse codes and not what a
code means: the logically first draws all of the cluster, the others are blank and share its advance.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from unicodedata import combining

from leaflets.fonts.composites import Composite
from leaflets.fonts.face import Face
from leaflets.text.line import Run

Shape = int | Composite
"""What one code draws: a glyph of the face, or several glyphs with their offsets."""

KERNED = frozenset(("Latn", "Grek", "Cyrl"))
"""Scripts whose kerning is a shift between codes. That of others is part of the code's advance: a shift
within a word looks like a space to some readers there."""

BYTE_ORDER_MARK, WORD_JOINER = "\ufeff", "\u2060"
"""ToUnicode must not hold U+FEFF (ISO 19005-2, 6.2.11.7.2); U+2060 is its successor (Unicode 23.2.1)."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Parallel lists, finished; pens are in font units from the left end of the run."""

    pairs: list[tuple[Shape, str]] = field(default_factory=list)
    pens: list[int] = field(default_factory=list)
    moves: dict[int, int] = field(default_factory=dict)
    """Index of a shape -> font units between the end of the one before it and its pen: kerning."""

    def add(self, shape: Shape, text: str, *, pen: int) -> None:
        self.pairs.append((shape, text))
        self.pens.append(pen)


Cluster = tuple[int, int, str]
"""First glyph, the one after the last, and their text in logical order. No class: there is one a letter."""


@lru_cache(maxsize=1024)
def spell(run: Run, *, face: Face) -> Spelling:
    """Of a face with TrueType outlines. Kept for the next profile that the same pages are written in."""
    plain = run.script in KERNED and not run.is_rtl and _is_plain(run)
    found = _plain(run) if plain else _composed(run, face=face)
    found.moves.update(_moves(found, face))
    return found


def _moves(spelling: Spelling, face: Face) -> Iterator[tuple[int, int]]:
    """Index of each shape that does not stand where the one before it ends, and by how much."""
    end = 0
    for index, ((shape, _text), pen) in enumerate(zip(spelling.pairs, spelling.pens, strict=True)):
        if pen != end:
            yield index, pen - end
        end = pen + (face.advance(shape) if isinstance(shape, int) else shape.advance)


def _is_plain(run: Run) -> bool:
    """Whether each cluster is one visible glyph without an offset: true of nearly all Latin runs."""
    moved = any(run.xs) or any(run.ys)
    return not moved and len(set(run.clusters)) == len(run.clusters) and all(run.advances)


def _plain(run: Run) -> Spelling:
    text = unmarked(run.text)
    texts = [text[a:b] for a, b in zip(run.clusters, (*run.clusters[1:], len(text)), strict=True)]
    return Spelling(list(zip(run.glyphs, texts, strict=True)), list(accumulate(run.advances[:-1], initial=0)))


def _composed(run: Run, *, face: Face) -> Spelling:
    found, pen = Spelling(), 0
    kerned, backwards = run.script in KERNED, run.is_rtl
    glyphs, advances = run.glyphs, run.advances
    for cluster in clusters(run):
        first, last, text = cluster
        alone = last - first == 1 and not (run.xs[first] or run.ys[first])
        width = advances[first] if alone else sum(advances[first:last])
        lettered = backwards and len(text) > 1
        own = alone and (width == face.advance(glyphs[first]) or (kerned and width != 0))
        if own and not lettered:
            found.add(glyphs[first], text, pen=pen)
        elif lettered:
            _add_letters(found, run, cluster, pen=pen, width=width)
        else:
            found.add(_composite(run, cluster, advance=width, shift=0), text, pen=pen)
        pen += width
    return found


def clusters(run: Run) -> Iterator[Cluster]:
    """The clusters of a run in visual order."""
    text, numbers = unmarked(run.text), run.clusters
    starts = sorted(set(numbers))
    ends = dict(zip(starts, (*starts[1:], len(text)), strict=True))
    first = 0
    for last, number in enumerate((*numbers[1:], None), 1):
        start = numbers[first]
        if number != start:
            yield first, last, text[start : ends[start]]
            first = last


def _add_letters(found: Spelling, run: Run, cluster: Cluster, *, pen: int, width: int) -> None:
    """A right-to-left cluster: its characters from the left, which is from the logically last."""
    text = cluster[2]
    letters = [not combining(character) for character in text]
    share = max(0, round(width / sum(letters))) if sum(letters) > 1 else 0
    used = 0
    for index in range(len(text) - 1, 0, -1):
        advance = share if letters[index] else 0
        found.add(Composite(advance, ()), text[index], pen=pen + used)
        used += advance
    shape = _composite(run, cluster, advance=width - used, shift=-used)
    found.add(shape, text[0], pen=pen + used)


def _composite(run: Run, cluster: Cluster, *, advance: int, shift: int) -> Composite:
    parts, x = [], shift
    for i in range(cluster[0], cluster[1]):
        parts.append((run.glyphs[i], x + run.xs[i], run.ys[i]))
        x += run.advances[i]
    return Composite(max(0, advance), tuple(parts))


def unmarked(text: str) -> str:
    """Without the one character that a PDF must not give as text."""
    return text.replace(BYTE_ORDER_MARK, WORD_JOINER)
