"""Boxes to the breaks that styles force between them (CSS Fragmentation 3, 3.1)."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from leaflets.document.tree import Forced
from leaflets.pages.boxes import Box, GroupBox, ImageBox, TableBox, TextBox


@lru_cache(maxsize=4096)
def between(previous: Box, box: Box) -> Forced:
    """The break between two neighbours; that of a first or last child is its parent's too."""
    return _stronger(_after(previous), _before(box))


def _stronger(one: Forced, other: Forced) -> Forced:
    """Of two breaks that meet."""
    return one if not other or one == "page" else other


def at(head: Sequence[Box], rest: Sequence[Box]) -> Forced:
    """The break where boxes are parted."""
    before, after = _first(reversed(head)), _first(rest)
    return between(before, after) if before is not None and after is not None else ""


def _before(box: Box) -> Forced:
    first = _first(box.children) if isinstance(box, GroupBox) else None
    inner = _outward(box, _before(first)) if first is not None else ""
    return _stronger(box.style.break_before, inner)


def _after(box: Box) -> Forced:
    last = _first(reversed(box.children)) if isinstance(box, GroupBox) else None
    inner = _outward(box, _after(last)) if last is not None else ""
    return _stronger(box.style.break_after, inner)


def _first(boxes: Iterable[Box]) -> Box | None:
    return next(iter(_flowing(boxes)), None)


def _flowing(boxes: Iterable[Box]) -> list[Box]:
    """Without pictures that float beside what follows them: they go where that goes."""
    return [box for box in boxes if not (isinstance(box, ImageBox) and box.style.floats)]


def _outward(box: Box, forced: Forced) -> Forced:
    """A break between columns says nothing about what is around them."""
    return "" if forced == "column" and box.style.columns > 1 else forced


@lru_cache(maxsize=4096)
def inside(box: Box) -> bool:
    """Whether the box goes on in another region, however much room there is."""
    whole = box.whole if isinstance(box, TextBox | GroupBox | TableBox) else None
    if whole is not None and not inside(whole):
        return False  # without a look at every part of a long text
    return any(True for _ in leaving((box,)))


def leaving(boxes: Sequence[Box]) -> Iterator[Box]:
    """What must stand in another region than what is before it."""
    yield from [box for previous, box in pairwise(_flowing(boxes)) if between(previous, box)]
    for box in boxes:
        if isinstance(box, TableBox):
            yield from leaving(box.rows[box.heads :])
        elif isinstance(box, GroupBox) and box.style.height is None:
            yield from _leaving_columns(box) if box.style.columns > 1 else leaving(box.children)


def _leaving_columns(box: GroupBox) -> Iterator[Box]:
    """As long as there are columns, they take what breaks move."""
    used = 1
    for previous, child in pairwise(_flowing(box.children)):
        kind = between(previous, child)
        used = used + 1 if kind == "column" else used
        if kind == "page" or used > box.style.columns:
            used = 1
            yield child
