"""A placed run -> text operators: font, place, and the codes with what separates them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import itemgetter, ne

from leaflets.pages.page import Glyphs
from leaflets.pdf.encode import SPACE, Encoded, encode, is_grouped
from leaflets.pdf.objects import number
from leaflets.pdf.spelling import KERNED, unmarked
from leaflets.pdf.typefaces import CidTypeface, GlyfTypeface, Picked, Typefaces
from leaflets.text.line import IN_ORDER, Run

FINEST = 0.0005
"""Thousandths of an em below which a shift is not written."""


@dataclass(slots=True)
class TextState:
    """The typeface and size that are set in a content stream (ISO 32000-1, 9.3.1)."""

    font: tuple[object, float] | None = None
    backwards: Collection[float] = ()
    """Baselines on which right-to-left words stand."""


def written(item: Glyphs, *, typefaces: Typefaces, state: TextState) -> str:
    """One text object; empty if the run has no glyphs. PdfError as of `encode`."""
    run = item.run
    if not run.glyphs:
        return ""
    typeface = typefaces.of(run)
    size = item.size * run.size
    spacing = item.spacing * run.units / size
    joined = item.y in state.backwards and is_grouped(run)
    shown = "" if joined else _plainly(run, typeface=typeface, spacing=spacing)
    if not shown:
        encoded = encode(run, typeface=typeface, spacing=spacing, joined=joined)
        shown = _shown(encoded, size=size, units=run.units)
    chosen = ""
    if state.font != (typeface, size):
        # with two more decimals than places, as its error grows with the length of the run
        chosen, state.font = f"/{typeface.name} {number(size, decimals=5)} Tf ", (typeface, size)
    place = f"{number(item.x)} {number(item.y)}"
    placed = f"0 1 -1 0 {place} Tm" if item.upwards else f"{place} Td"
    return f"BT {chosen}{placed} {shown} ET\n"


def _plainly(run: Run, *, typeface: GlyfTypeface | CidTypeface, spacing: float) -> str:
    """The operator of a run in which each glyph stands for a text of its own; empty for any other run.

    It is what `encode` comes to as well, in a few steps for all glyphs and not for each: nearly all runs of
    Latin and Cyrillic are so.
    """
    if isinstance(typeface, CidTypeface) or not (texts := _texts(run)):
        return ""
    picked: Picked = itemgetter(*run.glyphs)
    advances: Sequence[float] = run.advances
    own = picked(typeface.face.advances)
    kerned = own != advances
    if kerned and not (run.script in KERNED and all(advances)):
        return ""
    codes = typeface.codes.of_glyphs(run.glyphs, texts, picked=picked)
    if not (kerned or spacing):
        return _array(codes, moved=False)
    if spacing:
        pairs = zip(advances, texts, strict=True)
        advances = [advance + spacing if text == SPACE else advance for advance, text in pairs]
    # moved is what stands behind a glyph that is not as wide as it is alone
    moved = compress(range(1, len(own)), map(ne, advances, own))
    moves = [(index, advances[index - 1] - own[index - 1]) for index in moved]
    return _array(_moved(codes, moves, units=run.units), moved=bool(moves))


def _texts(run: Run) -> str | tuple[str, ...]:
    """Of each glyph, where there are several, from left to right, and none is moved; else nothing.

    It is the text itself where each glyph is one character, as nearly everywhere.
    """
    text, starts = unmarked(run.text), run.clusters
    count = len(starts)
    if count < 2 or run.is_rtl or any(run.xs) or any(run.ys):
        return ""
    if len(text) == count and starts == IN_ORDER[:count]:
        return text
    ends = (*starts[1:], len(text))
    return tuple([text[a:b] for a, b in zip(starts, ends, strict=True)]) if len(set(starts)) == count else ""


def _shown(encoded: Encoded, *, size: float, units: int) -> str:
    """One operator for all codes; more where codes stand at other heights, or need a text of their own."""
    codes = _moved(encoded.codes, encoded.moves.items(), units=units)
    if not (encoded.rises or encoded.actual):
        return _array(codes, moved=bool(encoded.moves))
    pieces = []
    for i, code in enumerate(codes):
        rise = encoded.rises[i] if encoded.rises else 0
        one = _array(code, moved=code.startswith(")"))
        pieces.append(_raised(_replaced(one, encoded.actual.get(i)), rise * size / units))
    return " ".join(pieces)


def _moved(codes: Iterable[str], moves: Iterable[tuple[int, float]], *, units: int) -> list[str]:
    """Codes with the numbers before them (9.4.3), each of which makes up for what rounding left over."""
    found, left = list(codes), 0.0
    for index, move in moves:
        shift, left = _shift(left + move, units)
        if shift:
            found[index] = f"){shift}({found[index]}"
    return found


@lru_cache(maxsize=4096)
def _shift(move: float, units: int) -> tuple[str, float]:
    """The number that moves by so many font units, empty if it is too small, and how many are left over.

    Kept, as few pairs of letters are kerned, and those that are come again and again.
    """
    gap = -move * 1000 / units
    if -FINEST <= gap <= FINEST:
        return "", move
    shift = number(gap)
    return shift, move + float(shift) * units / 1000


def _array(codes: Iterable[str], *, moved: bool) -> str:
    """The operator that shows codes; if `moved`, some of them have a number before them."""
    if not moved:
        return f"({''.join(codes)}) Tj"
    return f"[({''.join(codes)})] TJ".replace("[()", "[", 1)


def _replaced(operators: str, actual: str | None) -> str:
    """Text that ToUnicode cannot give (ISO 32000-1, 14.9.4)."""
    if actual is None:
        return operators
    return f"/Span <</ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>>> BDC {operators} EMC"


def _raised(operators: str, rise: float) -> str:
    return f"{number(rise)} Ts {operators} 0 Ts" if rise else operators
