"""A shaped run and its typeface -> the codes to show, and where the pen stands at each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from leaflets.pdf.spelling import Spelling, clusters, spell
from leaflets.pdf.typefaces import CidTypeface, GlyfTypeface
from leaflets.text.line import Run

SPACE = " "

FILLER = "\u034f"
"""Stands in ToUnicode for a glyph that has no text of its own: combining grapheme joiner, unseen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """Parallel sequences in visual order; pens and rises in font units."""

    codes: Sequence[int]
    moves: Mapping[int, float] = field(default_factory=dict)
    """Index of a code, in order -> how far it stands from the end of the one before it."""
    pens: Sequence[float] = ()
    """Of codes with heights or texts of their own; empty where `moves` say it all."""
    rises: Sequence[int] = ()
    """Empty where all stand on the baseline."""
    actual: dict[int, str] = field(default_factory=dict)
    """Texts which the code at that index does not stand for."""


def encode(run: Run, *, typeface: GlyfTypeface | CidTypeface, spacing: float) -> Encoded:
    """`spacing` is added to each word space, in font units. PdfError for a glyph that the face lacks."""
    if isinstance(typeface, CidTypeface):
        return _numbered(run, typeface=typeface, spacing=spacing)
    spelling, codes = spell(run, face=typeface.face), typeface.codes
    moves: Mapping[int, float] = spelling.moves
    if spacing:
        moves = _spaced(spelling, spacing=spacing)
    return Encoded(codes=[codes[pair] for pair in spelling.pairs], moves=moves)


def _spaced(spelling: Spelling, *, spacing: float) -> dict[int, float]:
    """Moves of a justified line: what follows a space stands further on."""
    moves: dict[int, float] = dict(spelling.moves)
    for index, (_shape, text) in enumerate(spelling.pairs[:-1], 1):
        if text == SPACE:
            moves[index] = moves.get(index, 0) + spacing
    return dict(sorted(moves.items()))


def _spread(pens: Sequence[float], *, texts: Sequence[str], spacing: float) -> list[float]:
    """Pens of a justified line."""
    spread, added = [], 0.0
    for pen, text in zip(pens, texts, strict=True):
        spread.append(pen + added)
        if text == SPACE:
            added += spacing
    return spread


def _numbered(run: Run, *, typeface: CidTypeface, spacing: float) -> Encoded:
    """Codes are glyphs, with their offsets beside them; texts that a glyph cannot stand for are noted."""
    codes: list[int] = []
    texts: list[str] = []
    actual: dict[int, str] = {}
    for first, last, text in clusters(run):
        for i in range(first, last):
            code = typeface.code(run.glyphs[i], text)
            texts.append(text if i == first else "")
            if not typeface.claim(code, texts[-1] or FILLER) or last - first > 1:
                actual[i] = texts[-1]
            codes.append(code)
    pens, pen = [], 0
    for x, advance in zip(run.xs, run.advances, strict=True):
        pens.append(pen + x)
        pen += advance
    spread = _spread(pens, texts=texts, spacing=spacing)
    return Encoded(codes=codes, pens=spread, rises=run.ys if any(run.ys) else (), actual=actual)
