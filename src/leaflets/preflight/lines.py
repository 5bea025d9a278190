"""What a page shows -> its lines of text, each with the room that it takes."""

import re
from collections.abc import Iterator
from itertools import groupby

from leaflets.geometry import MM, Rect
from leaflets.preflight.marks import Leaf, Shown

KEEP_CLEAR = 3 * MM
"""What no number or address may come nearer to than an edge or a fold."""

NUMBER = re.compile(r"\+?[0-9][0-9 \u00a0\u202f./-]{1,}[0-9]")
ADDRESS = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")

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


def addresses_of(leaf: Leaf) -> Iterator[tuple[str, Rect]]:
    """Lines with a telephone number or an address of the net.

    What stands outside of the bleed, such as the slug line, is cut off on purpose.
    """
    bleed = leaf.boxes.get("BleedBox")
    for text, box in lines_of(leaf):
        outside = bleed is not None and (box.top < bleed.y or box.y > bleed.top)
        if not outside and (NUMBER.search(text) or ADDRESS.search(text)):
            yield text, box
