"""Full-width punctuation to what of it takes half its room: at the end of a line, and beside its like.

A full-width mark holds its ink in one half of its square. JLREQ 3.1.2 and CLREQ 3.1.6 take the empty
half away where a line ends with it, and where two such marks meet. The face's own feature `halt` says
how, so that the ink is what HarfBuzz draws; a face without it keeps full width.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import uharfbuzz as hb

from leaflets.fonts.load import Face
from leaflets.text.line import Run

WIDE = frozenset({"Hani", "Hira", "Kana", "Bopo"})
"""Scripts that are set in full-width squares."""

CLOSING = frozenset("、。，．」』）】〉》〕〗〙〛｝］’”")
OPENING = frozenset("「『（【〈《〔〖〘〚｛［‘“")
MARKS = CLOSING | OPENING

CLOSE, OPEN = "".join(sorted(CLOSING)), "".join(sorted(OPENING))
PAIR = re.compile(f"[{CLOSE}](?=[{CLOSE}{OPEN}])|[{OPEN}](?=[{OPEN}])")
"""The one of two marks that meet that gives up its empty half."""

HALF = "halt"
"""The feature Alternate Half Widths (OpenType feature tags)."""


def pairs(text: str, start: int, end: int) -> Iterator[int]:
    """Indices in start:end of marks that take half their room, because of the mark that follows."""
    return (match.start() for match in PAIR.finditer(text, start, end))


def is_paired(run: Run, index: int) -> bool:
    """Whether the character takes half its room in its paragraph, because of the next one of the run."""
    return bool(PAIR.match(run.text, index - run.start))


def hanging(face: Face, run: Run, index: int) -> int:
    """Font units by which the character is narrower than in its paragraph where a line ends after it.

    0 for what is no closing mark, and for one that already takes half its room, because of the next.
    """
    mark = run.text[index - run.start]
    return 0 if mark not in CLOSING or is_paired(run, index) else saved(face, mark)


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
