"""The advances of a run -> the same, with blanks as wide as their family and their neighbours ask for."""

from collections.abc import Sequence

from leaflets.fonts.load import Face
from leaflets.text import ucd
from leaflets.text.itemize import CONTROLS, Item

BLANKS = " \u00a0"
UPRIGHT = frozenset({"L", "EN", "AN"})
"""Bidi classes of what does not lean over its neighbours: letters from the left, and numbers."""
BESIDE_UPRIGHT = 0.26
"""Ems, the blank of Noto Sans. Nastaliq has half of it, as its words lean over each other."""


def spaced(
    text: str, item: Item, *, face: Face, clusters: Sequence[int], advances: Sequence[int]
) -> tuple[int, ...]:
    """`advances` of the glyphs of `item`, in font units; `clusters` count from its start."""
    beside = _beside_upright(text, item)
    if face.blank == 1 and not beside:
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
    return tuple(found)


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
