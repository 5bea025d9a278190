"""A placed run -> text operators: font, place, and the codes with what separates them."""

from collections.abc import Mapping
from dataclasses import dataclass

from leaflets.pages.page import Glyphs
from leaflets.pdf.encode import Encoded, encode
from leaflets.pdf.objects import literal, number
from leaflets.pdf.typefaces import Typefaces

FINEST = 0.0005
"""Thousandths of an em below which a shift is not written."""


@dataclass(slots=True)
class TextState:
    """The font and size that are set in a content stream (ISO 32000-1, 9.3.1)."""

    font: str = ""


def written(item: Glyphs, *, typefaces: Typefaces, state: TextState) -> str:
    """One text object; empty if the run has no glyphs. PdfError as of `encode`."""
    run = item.run
    if not run.glyphs:
        return ""
    typeface = typefaces.of(run)
    size = item.size * run.size
    encoded = encode(run, typeface=typeface, spacing=item.spacing * run.units / size)
    # with two more decimals than places, as its error grows with the length of the run
    font = f"/{typeface.name} {number(size, decimals=5)} Tf "
    chosen, state.font = ("" if font == state.font else font), font
    shown = _shown(encoded, size=size, units=run.units)
    place = f"{number(item.x)} {number(item.y)}"
    placed = f"0 1 -1 0 {place} Tm" if item.upwards else f"{place} Td"
    return f"BT {chosen}{placed} {shown} ET\n"


def _shown(encoded: Encoded, *, size: float, units: int) -> str:
    """One operator for all codes; more where codes stand at other heights, or need a text of their own."""
    codes, shifts = encoded.codes, _shifts(encoded.moves, units=units)
    if not (encoded.rises or encoded.actual):
        return _array(codes, shifts)
    pieces = []
    for i in range(len(codes) // 2):
        one = _array(codes[2 * i : 2 * i + 2], {0: shifts[i]} if i in shifts else {})
        rise = encoded.rises[i] if encoded.rises else 0
        pieces.append(_raised(_replaced(one, encoded.actual.get(i)), rise * size / units))
    return " ".join(pieces)


def _shifts(moves: Mapping[int, float], *, units: int) -> Mapping[int, str]:
    """Index of a code -> the number before it in a TJ (9.4.3), which makes up for what rounding left over."""
    shifts, left = {}, 0.0
    for index, move in moves.items():
        left += move
        gap = -left * 1000 / units
        if gap > FINEST or gap < -FINEST:
            shifts[index] = shift = number(gap)
            left += float(shift) * units / 1000
    return shifts


def _array(codes: str, shifts: Mapping[int, str]) -> str:
    """Codes with numbers between them."""
    if not shifts:
        return f"({literal(codes)}) Tj"
    parts, done = [], 0
    for index, shift in shifts.items():
        if index:
            parts.append(f"({literal(codes[done : 2 * index])})")
        parts.append(shift)
        done = 2 * index
    return f"[{''.join(parts)}({literal(codes[done:])})] TJ"


def _replaced(operators: str, actual: str | None) -> str:
    """Text that ToUnicode cannot give (ISO 32000-1, 14.9.4)."""
    if actual is None:
        return operators
    return f"/Span <</ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>>> BDC {operators} EMC"


def _raised(operators: str, rise: float) -> str:
    return f"{number(rise)} Ts {operators} 0 Ts" if rise else operators
