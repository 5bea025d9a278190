"""A placed run -> text operators: font, place, and the codes with what separates them."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leaflets.pages.page import Glyphs
from leaflets.pdf.encode import Encoded, encode
from leaflets.pdf.objects import number
from leaflets.pdf.typefaces import CidTypeface, GlyfTypeface, Typefaces

FINEST = 0.0005
"""Thousandths of an em below which a shift is not written."""


@dataclass(slots=True)
class TextState:
    """The font and size that are set in a content stream (ISO 32000-1, 9.3.1)."""

    font: str = ""


def written(item: Glyphs, *, typefaces: Typefaces, state: TextState) -> str:
    """One text object; empty if the run has no glyphs. PdfError for a glyph that the face lacks."""
    run = item.run
    if not run.glyphs:
        return ""
    typeface = typefaces.of(run)
    size = item.size * run.size
    encoded = encode(run, typeface=typeface, spacing=item.spacing * run.units / size)
    font = f"/{typeface.name} {_size(size)} Tf "
    chosen, state.font = ("" if font == state.font else font), font
    shown = _shown(encoded, typeface=typeface, size=size)
    place = f"{number(item.x)} {number(item.y)}"
    placed = f"0 1 -1 0 {place} Tm" if item.upwards else f"{place} Td"
    return f"BT {chosen}{placed} {shown} ET\n"


def _size(size: float) -> str:
    """A font size with two more decimals than places: its error grows with the length of the run."""
    return f"{size:.5f}".rstrip("0").rstrip(".")


def _shown(encoded: Encoded, *, typeface: GlyfTypeface | CidTypeface, size: float) -> str:
    """One TJ for all codes; more where codes stand at other heights, or need a text of their own."""
    units, widths = typeface.face.upem, typeface.widths
    if not encoded.pens:
        return _moved(encoded.codes, encoded.moves, units=units)
    if not (encoded.rises or encoded.actual):
        return _strings(encoded.codes, encoded.pens, widths=widths, units=units, start=0)[0]
    pieces, pen = [], 0.0
    for i, code in enumerate(encoded.codes):
        one, pen = _strings([code], encoded.pens[i : i + 1], widths=widths, units=units, start=pen)
        rise = encoded.rises[i] if encoded.rises else 0
        pieces.append(_raised(_replaced(one, encoded.actual.get(i)), rise * size / units))
    return " ".join(pieces)


def _moved(codes: Sequence[int], moves: Mapping[int, float], *, units: int) -> str:
    """One TJ with a number wherever a code does not stand at the end of the one before it (9.4.3)."""
    digits = struct.pack(f">{len(codes)}H", *codes).hex()
    parts, done, left = [], 0, 0.0
    for index, move in moves.items():
        gap = -(move + left) * 1000 / units
        if gap > FINEST or gap < -FINEST:
            shift = number(gap)
            parts.append(f"{digits[done : 4 * index]}>{shift}<")
            done, left = 4 * index, move + left + float(shift) * units / 1000
        else:
            left += move
    return f"[<{''.join(parts)}{digits[done:]}>] TJ".replace("<>", "")


def _strings(
    codes: Sequence[int],
    pens: Sequence[float],
    *,
    widths: Sequence[int] | Mapping[int, int],
    units: int,
    start: float,
) -> tuple[str, float]:
    """TJ with a number wherever the pen is not where the last code left it (9.4.3); where the pen ends."""
    digits = struct.pack(f">{len(codes)}H", *codes).hex()
    parts, done, pen = [], 0, start
    for i, (code, wanted) in enumerate(zip(codes, pens, strict=True)):
        if pen != wanted:
            gap = (pen - wanted) * 1000 / units
            if gap > FINEST or gap < -FINEST:
                shift = number(gap)
                parts.append(f"{digits[done : 4 * i]}>{shift}<")
                done, pen = 4 * i, pen - float(shift) * units / 1000
        pen += widths[code]
    return f"[<{''.join(parts)}{digits[done:]}>] TJ".replace("<>", ""), pen


def _replaced(operators: str, actual: str | None) -> str:
    """Text that ToUnicode cannot give (ISO 32000-1, 14.9.4)."""
    if actual is None:
        return operators
    return f"/Span <</ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>>> BDC {operators} EMC"


def _raised(operators: str, rise: float) -> str:
    return f"{number(rise)} Ts {operators} 0 Ts" if rise else operators
