"""The advances of a run -> the same, with blanks as wide as their family and their neighbours ask for, and
a gap where Han or kana meets Latin letters or digits."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from leaflets.fonts.load import Face
from leaflets.text import ucd
from leaflets.text.itemize import CONTROLS, Item
from leaflets.text.tailoring import LETTER

BLANKS = " \u00a0"
UPRIGHT = frozenset({"L", "EN", "AN"})
"""Bidi classes of what does not lean over its neighbours: letters from the left, and numbers."""
BESIDE_UPRIGHT = 0.26
"""Ems, the blank of Noto Sans. Nastaliq has half of it, as its words lean over each other."""

GAPPED = frozenset({"ja", "zh"})
"""Languages in which Han and kana stand clear of Latin letters and digits (JLREQ and CLREQ, mixed text; CSS
Text 4, text-autospace)."""
GAP = 0.09
"""Ems between them: less than a tenth, from which on programs that read a PDF take a gap for a blank."""

SQUARE = (
    r"\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0003ffff"
)
MEETING = re.compile(
    rf"[{SQUARE}](?=[\u2066-\u2069]?[0-9{LETTER}])|[0-9{LETTER}](?=[\u2066-\u2069]?[{SQUARE}])"
)
"""The letter before such a gap; an isolate may open or close in it."""


def spaced(
    text: str, item: Item, *, face: Face, language: str, clusters: Sequence[int], advances: Sequence[int]
) -> tuple[int, ...]:
    """`advances` of the glyphs of `item`, in font units; `clusters` count from its start."""
    beside = _beside_upright(text, item)
    gaps = [] if item.level % 2 else [*gaps_after(text, language, item.start, item.end)]
    if face.blank == 1 and not beside and not gaps:
        return tuple(advances)
    found = list(advances)
    if face.blank != 1:
        for glyph, cluster in enumerate(clusters):
            if text[item.start + cluster] in BLANKS:
                found[glyph] = round(found[glyph] * face.blank)
    least = round(BESIDE_UPRIGHT * face.upem / face.size)
    for index in beside:
        if index - item.start in clusters:
            glyph = clusters.index(index - item.start)
            found[glyph] = max(found[glyph], least)
    for index in gaps:
        found[bisect_right(clusters, index - item.start) - 1] += gap_of(face)
    return tuple(found)


def gaps_after(text: str, language: str, start: int, end: int) -> Iterator[int]:
    """Indices in start:end of the letters that a letter of the other kind follows, at `end` too."""
    if language.partition("-")[0] in GAPPED:
        for match in MEETING.finditer(text, start, end + 2):
            if match.start() < end:
                yield match.start()


def gap_of(face: Face) -> int:
    """The gap in font units of the face; it is as wide in a face of another size factor."""
    return round(GAP * face.upem / face.size)


def _beside_upright(text: str, item: Item) -> list[int]:
    """Blanks at the ends of right-to-left text that a number or a word from the left stands next to."""
    if not item.level % 2:
        return []
    first, last = item.start, item.end - 1
    before, after = first - 1, last + 1
    while before >= 0 and text[before] in CONTROLS:
        before -= 1
    while after < len(text) and text[after] in CONTROLS:
        after += 1
    found = [first] if before >= 0 and ucd.bidi_class(text[before]) in UPRIGHT else []
    found += [last] if after < len(text) and ucd.bidi_class(text[after]) in UPRIGHT else []
    return [index for index in found if text[index] in BLANKS]
