"""What a page shows -> its lines of text, each with the room that it takes."""

from collections.abc import Iterator
from itertools import groupby

from leaflets.geometry import Rect
from leaflets.preflight.marks import Leaf, Shown

ASCENT, DESCENT = 0.8, 0.2
"""Em: about the room of letters above and below the baseline."""

WIDE = 0.75
"""Em from one letter to the next beyond which something else begins."""


def lines_of(leaf: Leaf) -> Iterator[tuple[str, Rect]]:
    """Letters on one baseline, from the left, apart where there is a gap."""
    visible = [shown for shown in leaf.shown if shown.text and shown.mode != 3]
    ordered = sorted(visible, key=lambda shown: (-round(shown.y, 1), shown.x))
    for _y, line in groupby(ordered, key=lambda shown: round(shown.y, 1)):
        yield from _parts(list(line))


def _parts(line: list[Shown]) -> Iterator[tuple[str, Rect]]:
    part: list[Shown] = []
    for shown in line:
        if part and shown.x - part[-1].x > (WIDE + 0.75) * shown.size:
            yield _line(part)
            part = []
        part.append(shown)
    if part:
        yield _line(part)


def _line(part: list[Shown]) -> tuple[str, Rect]:
    size = max(shown.size for shown in part)
    last = part[-1]
    right = last.x + last.size * 0.55
    box = Rect(part[0].x, last.y - DESCENT * size, right - part[0].x, (ASCENT + DESCENT) * size)
    return "".join(shown.text or "" for shown in part), box
