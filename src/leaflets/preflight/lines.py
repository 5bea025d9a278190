"""What a page shows -> its lines of text, each with the room that it takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import copysign

from leaflets.geometry import MM, Rect
from leaflets.preflight.marks import Leaf, Shown, around

KEEP_CLEAR = 3 * MM
"""What no number or address may come nearer to than an edge or a fold."""

NUMBER = re.compile(r"\+?[0-9][0-9 \u00a0\u202f./-]{1,}[0-9]")
ADDRESS = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")

ASCENT, DESCENT = 0.8, 0.2
"""Em: about the room of letters above and below the baseline."""

WIDE = 1.5
"""Em from the pen of one letter to that of the next beyond which something else begins."""

Way = tuple[int, int]
"""Cosine and sine of the direction in which a baseline runs."""

WAYS: tuple[Way, ...] = ((1, 0), (0, 1), (-1, 0), (0, -1))


@dataclass(frozen=True, slots=True)
class Letter:
    """A shown glyph, and where it stands once its baseline runs to the right."""

    shown: Shown
    x: float
    y: float


def lines_of(leaf: Leaf) -> Iterator[tuple[str, Rect]]:
    """Letters on one baseline, in the direction in which it runs, apart where there is a gap."""
    letters: dict[Way, list[Letter]] = {way: [] for way in WAYS}
    for shown in leaf.shown:
        if shown.text and shown.is_visible:
            way = _way(shown)
            letters[way].append(Letter(shown, *_turned(way, shown.x, shown.y)))
    for way, found in letters.items():
        ordered = sorted(found, key=lambda letter: (-round(letter.y, 1), letter.x))
        for _y, line in groupby(ordered, key=lambda letter: round(letter.y, 1)):
            for part in _parts(list(line)):
                text, box = _line(part)
                yield text, _box(way, box)


def _way(shown: Shown) -> Way:
    """The direction of its baseline, to the nearest of four."""
    a, b = shown.matrix[:2]
    return (int(copysign(1, a)), 0) if abs(a) >= abs(b) else (0, int(copysign(1, b)))


def _turned(way: Way, x: float, y: float) -> tuple[float, float]:
    """The point once the page is turned so that the baseline runs to the right."""
    cos, sin = way
    return x * cos + y * sin, y * cos - x * sin


def _box(way: Way, box: Rect) -> Rect:
    """As it stands on the page."""
    back = (way[0], -way[1])
    return around([_turned(back, x, y) for x in (box.x, box.right) for y in (box.y, box.top)])


def _parts(line: list[Letter]) -> Iterator[list[Letter]]:
    part: list[Letter] = []
    for letter in line:
        if part and letter.x - part[-1].x > WIDE * letter.shown.size:
            yield part
            part = []
        part.append(letter)
    yield part


def _line(part: list[Letter]) -> tuple[str, Rect]:
    size = max(letter.shown.size for letter in part)
    last = part[-1]
    right = last.x + last.shown.size * 0.55
    box = Rect(part[0].x, last.y - DESCENT * size, right - part[0].x, (ASCENT + DESCENT) * size)
    return "".join(letter.shown.text or "" for letter in part), box


def addresses_of(leaf: Leaf) -> Iterator[tuple[str, Rect]]:
    """Lines with a telephone number or an address of the net.

    What stands outside of the bleed, such as the slug line, is cut off on purpose.
    """
    bleed = leaf.boxes.get("BleedBox")
    for text, box in lines_of(leaf):
        outside = bleed is not None and (box.top < bleed.y or box.y > bleed.top)
        if not outside and (NUMBER.search(text) or ADDRESS.search(text)):
            yield text, box
