"""A shaped run and its typeface -> the codes to show, and what stands between them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import accumulate

from leaflets.frozen import dataclass
from leaflets.pdf.objects import literal
from leaflets.pdf.spelling import Pair, Spelling, clusters, spell
from leaflets.pdf.typefaces import CidTypeface, GlyfTypeface
from leaflets.text.line import Run

SPACE = " "

JOINING = "\u00a0"

GROUPS = re.compile(r"\d \d")

FILLER = "\u034f"
"""Stands in ToUnicode for a glyph that has no text of its own: combining grapheme joiner, unseen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """Codes in visual order; lengths in font units."""

    codes: list[str]
    """Each as it stands in a string of operators."""
    moves: Mapping[int, float]
    """Index of a code, in order -> how far it stands from the end of the one before it."""
    rises: Sequence[int] = ()
    """Empty where all stand on the baseline."""
    actual: dict[int, str] = field(default_factory=dict)
    """Texts which the code at that index does not stand for."""


def encode(
    run: Run, *, typeface: GlyfTypeface | CidTypeface, spacing: float, joined: bool = False
) -> Encoded:
    """`spacing` is added to each word space, in font units; `joined`: groups of digits are one number.

    PdfError for a glyph that a CID-keyed face lacks, or for too many shapes; `made_font` refuses what other
    faces lack.
    """
    if isinstance(typeface, CidTypeface):
        return _numbered(run, typeface=typeface, spacing=spacing)
    spelling = spell(run, face=typeface.face)
    moves = _spaced(spelling, spacing=spacing) if spacing else spelling.moves
    pairs = _joined(spelling.pairs) if joined else spelling.pairs
    return Encoded(codes=list(map(typeface.codes.__getitem__, pairs)), moves=moves)


def is_grouped(run: Run) -> bool:
    """Whether groups of digits stand in it, from the left."""
    return not run.is_rtl and GROUPS.search(run.text) is not None


def _joined(pairs: Sequence[Pair]) -> list[Pair]:
    """A blank between digits is read as one that joins them (CS of UAX #9, W4).

    Viewers that order a line by the classes of its characters, such as PDFium, would copy and speak 000 116
    for 116 000.
    """
    found = list(pairs)
    for index in range(1, len(found) - 1):
        (shape, text), before, after = found[index], found[index - 1][1], found[index + 1][1]
        if text == SPACE and before[-1:].isdigit() and after[:1].isdigit():
            found[index] = shape, JOINING
    return found


def _spaced(spelling: Spelling, *, spacing: float) -> Mapping[int, float]:
    """Moves of a justified line: what follows a space stands further on."""
    moves: dict[int, float] = dict(spelling.moves)
    for index, (_shape, text) in enumerate(spelling.pairs[:-1], 1):
        if text == SPACE:
            moves[index] = moves.get(index, 0) + spacing
    return dict(sorted(moves.items()))


def _numbered(run: Run, *, typeface: CidTypeface, spacing: float) -> Encoded:
    """Codes are glyphs, with their offsets beside them; texts that a glyph cannot stand for are noted."""
    codes: list[str] = []
    texts: list[str] = []
    actual: dict[int, str] = {}
    for first, last, text in clusters(run):
        for i in range(first, last):
            code = typeface.code(run.glyphs[i], text)
            texts.append(text if i == first else "")
            if not typeface.claim(code, texts[-1] or FILLER) or last - first > 1:
                actual[i] = texts[-1]
            codes.append(literal(code))
    return Encoded(
        codes=codes,
        moves=_steps(run, typeface=typeface, texts=texts, spacing=spacing),
        rises=run.ys if any(run.ys) else (),
        actual=actual,
    )


def _steps(run: Run, *, typeface: CidTypeface, texts: Sequence[str], spacing: float) -> Mapping[int, float]:
    """From the end of each glyph's own advance to where the next one stands."""
    wide = [spacing if text == SPACE else 0 for text in texts]
    pens = accumulate(map(sum, zip(run.advances, wide, strict=True)), initial=0.0)
    steps, end = {}, 0.0
    for index, (pen, x, glyph) in enumerate(zip(pens, run.xs, run.glyphs, strict=False)):
        if pen + x != end:
            steps[index] = pen + x - end
        end = pen + x + typeface.face.advance(glyph)
    return steps
