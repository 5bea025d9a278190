"""Full-width punctuation to what of it takes half its room: at the end of a line, and beside its like.

A full-width mark holds its ink in one half of its square. JLREQ 3.1.2 and CLREQ 3.1.6 take the empty
half away where a line ends with it, and where two such marks meet. The face's own feature `halt` says
how, so that the ink is what HarfBuzz draws; a face without it keeps full width.
"""

from collections.abc import Iterator
from functools import lru_cache

import uharfbuzz as hb

from leaflets.fonts.load import Face

WIDE = frozenset({"Hani", "Hira", "Kana", "Bopo"})
"""Scripts that are set in full-width squares."""

CLOSING = frozenset("、。，．」』）】〉》〕〗〙〛｝］’”")
OPENING = frozenset("「『（【〈《〔〖〘〚｛［‘“")
MARKS = CLOSING | OPENING

HALF = "halt"
"""The feature Alternate Half Widths (OpenType feature tags)."""


def pairs(text: str, start: int, end: int) -> Iterator[int]:
    """Indices in start:end of marks that take half their room, because of the mark that follows."""
    if MARKS.isdisjoint(text[start:end]):
        return
    for index in range(start, end - 1):
        this, following = text[index], text[index + 1]
        if (this in CLOSING and following in MARKS) or (this in OPENING and following in OPENING):
            yield index


def hanging(face: Face, text: str, end: int) -> int:
    """Font units by which the mark before `end` is narrower where a line ends after it.

    0 for what is no such mark, and for one that already takes half its room, because of the next.
    """
    if not end or text[end - 1] not in CLOSING or text[end : end + 1] in MARKS:
        return 0
    return saved(face, text[end - 1])


@lru_cache(maxsize=256)
def saved(face: Face, mark: str) -> int:
    """Font units that the feature takes off a mark."""
    return max(0, _advance(face, mark, half=False) - _advance(face, mark, half=True))


def _advance(face: Face, mark: str, *, half: bool) -> int:
    buffer = hb.Buffer()
    buffer.add_str(mark)
    buffer.direction, buffer.script = "ltr", "Hani"
    hb.shape(face.hb_font, buffer, {HALF: half})
    return sum(int(position.x_advance) for position in buffer.glyph_positions)
