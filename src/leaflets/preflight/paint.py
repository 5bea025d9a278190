"""The colours of a PDF against those that its pages ask for: every shape and line, the text of each page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from leaflets.color import Color
from leaflets.geometry import Matrix, Rect, Step
from leaflets.pages.page import Fill, Glyphs, Item, Pages, Stroke
from leaflets.preflight.interpreter import applied
from leaflets.preflight.marks import Leaf, Paint, around
from leaflets.preflight.oracle import on_media
from leaflets.preflight.rule import Fault
from leaflets.sheets.sheet import Sheet

Shape = tuple[str, tuple[float, ...], tuple[float, ...]]
"""Fill or stroke, its colour, and its bounds in points of the media."""

NEAR = 0.05
"""Points by which a shape may be off: coordinates are written with three decimals, and added up."""


def paint_faults(
    leaves: Sequence[Leaf], pages: Pages, sheets: Sequence[Sheet], *, inks: bool
) -> Iterator[Fault]:
    """Shapes and texts in another colour or place than asked for; marks and images are left out."""
    for number, (leaf, sheet) in enumerate(zip(leaves, sheets, strict=True), 1):
        items = tuple(_items(pages, sheet, inks=inks))
        wanted = [shape for item, place in items for shape in _shape(item, place, inks=inks)]
        missing, more = _unmatched(wanted, tuple(_found(leaf)))
        for shapes, state in ((missing, "is missing or moved"), (more, "was not asked for")):
            for kind, color, _bounds in shapes:
                yield Fault(f"a {kind} in {_named(color)} {state}", page=number)
        texts = {_values(item.run.color, inks=inks) for item, _place in items if isinstance(item, Glyphs)}
        shown = {_rounded(item.fill.values) for item in leaf.shown if item.is_visible}
        for color in sorted(texts ^ shown):
            state = "is missing" if color in texts else "was not asked for"
            yield Fault(f"text in {_named(color)} {state}", page=number)


def _unmatched(wanted: Sequence[Shape], found: Sequence[Shape]) -> tuple[list[Shape], list[Shape]]:
    """Shapes of each that the other has not, within NEAR; both are looked through by what is alike."""
    rest: dict[tuple[object, ...], list[Shape]] = defaultdict(list)
    for shape in found:
        rest[_cell(shape)].append(shape)
    missing = []
    for shape in wanted:
        near = (s for dx in (0, -1, 1) for dy in (0, -1, 1) for s in rest.get(_cell(shape, dx, dy), ()))
        match = next((other for other in near if _is_near(shape, other)), None)
        if match is None:
            missing.append(shape)
        else:
            rest[_cell(match)].remove(match)
    return missing, [shape for shapes in rest.values() for shape in shapes]


def _cell(shape: Shape, dx: int = 0, dy: int = 0) -> tuple[object, ...]:
    kind, color, bounds = shape
    return kind, color, round(bounds[0]) + dx, round(bounds[1]) + dy


def _is_near(first: Shape, second: Shape) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(first[2], second[2], strict=True))


def _items(pages: Pages, sheet: Sheet, *, inks: bool) -> Iterator[tuple[Item, Matrix]]:
    """Everything on a sheet but marks for a press, and how its page stands on the media."""
    for placement in sheet.placements:
        page, place = pages.pages[placement.page], on_media(placement, sheet)
        yield from ((item, place) for item in (*page.background, *page.items))
    media = sheet.media_box
    own: tuple[Item, ...] = sheet.slug_line if inks else sheet.marks
    yield from ((item, (1, 0, 0, 1, -media.x, -media.y)) for item in own)


def _shape(item: Item, place: Matrix, *, inks: bool) -> Iterator[Shape]:
    if isinstance(item, Fill | Stroke):
        kind = "fill" if isinstance(item, Fill) else "stroke"
        yield kind, _values(item.color, inks=inks), _bounds(_around(item.path, place))


def _found(leaf: Leaf) -> Iterator[Shape]:
    for item in leaf.painted:
        paint: Paint = item.stroke if item.kind == "stroke" else item.fill
        if item.kind in ("fill", "stroke") and paint.space != "All":
            yield item.kind, _rounded(paint.values), _bounds(around(item.points))


def _around(path: Sequence[Step], place: Matrix) -> Rect:
    numbers = [value for _kind, values in path for value in values]
    points = zip(numbers[::2], numbers[1::2], strict=True)
    return around([applied(place, point) for point in points])


def _bounds(rect: Rect) -> tuple[float, ...]:
    return rect.x, rect.y, rect.right, rect.top


def _values(color: Color, *, inks: bool) -> tuple[float, ...]:
    return _rounded(color.print if inks else color.screen)


def _rounded(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(round(value, 3) for value in values)


def _named(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.0%}" for value in values)
