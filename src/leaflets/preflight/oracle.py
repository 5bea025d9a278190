"""The ink of a PDF against the ink that its pages ask for: every contour point within one font unit.

Text and ActualText can be perfect while the ink is wrong. So what a PDF draws is decoded from its content
streams and embedded fonts, and compared with HarfBuzz's drawing of the runs from the original faces.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import dist, floor, hypot

from leaflets.fonts.face import Face
from leaflets.geometry import Matrix
from leaflets.pages.page import Glyphs, Pages
from leaflets.preflight.interpreter import applied, product
from leaflets.preflight.marks import Contents, Point
from leaflets.preflight.outlines import Contour, OutlineOf, drawn_by_face, drawn_by_program
from leaflets.preflight.reader import read_pdf
from leaflets.sheets.sheet import Placement, Sheet
from leaflets.text.line import Run

SPACE = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """The contours of a cluster or of a shown code, in points of its page."""

    page: int
    """Counts from 0."""
    text: str
    contours: tuple[Contour, ...]
    unit: float
    """One font unit in points: how far off it may be."""


def ink_of_pdf(data: bytes) -> tuple[Ink, ...]:
    """What is drawn by the codes of a PDF, through its own fonts."""
    contents = read_pdf(data)
    drawers = {key: drawn_by_program(font) for key, font in contents.fonts.items()}
    return tuple(_ink_of_codes(contents, drawers=drawers))


def _ink_of_codes(contents: Contents, *, drawers: dict[str, OutlineOf]) -> Iterator[Ink]:
    for number, leaf in enumerate(contents.leaves):
        for shown in leaf.shown:
            outline = drawers[shown.font](shown.gid)
            if outline and shown.is_visible:
                contours = tuple(_moved(contour, shown.matrix) for contour in outline)
                text = shown.text or f"code {shown.code}"
                yield Ink(page=number, text=text, contours=contours, unit=shown.size / 1000)


def ink_of_pages(pages: Pages, sheets: Sequence[Sheet], faces: Callable[[str], Face]) -> tuple[Ink, ...]:
    """What should be drawn: the runs by HarfBuzz, where the sheets place them."""
    drawers: dict[str, OutlineOf] = {}

    def drawer_of(face_id: str) -> OutlineOf:
        if face_id not in drawers:
            drawers[face_id] = drawn_by_face(faces(face_id))
        return drawers[face_id]

    return tuple(
        ink
        for number, sheet in enumerate(sheets)
        for item, place in _glyphs_of(pages, sheet)
        for ink in _ink_of_run(item, page=number, place=place, drawer=drawer_of(item.run.face))
    )


def _glyphs_of(pages: Pages, sheet: Sheet) -> Iterator[tuple[Glyphs, Matrix]]:
    """Every run of a sheet, and how its page stands on the media."""
    for placement in sheet.placements:
        page, place = pages.pages[placement.page], on_media(placement, sheet)
        yield from ((item, place) for item in (*page.background, *page.items) if isinstance(item, Glyphs))
    media = sheet.media_box
    yield from ((item, (1, 0, 0, 1, -media.x, -media.y)) for item in sheet.slug_line)


def on_media(placement: Placement, sheet: Sheet) -> Matrix:
    """From coordinates of the page to those of the PDF's page."""
    a, b, c, d, e, f = placement.matrix
    return (a, b, c, d, e - sheet.media_box.x, f - sheet.media_box.y)


def _ink_of_run(item: Glyphs, *, page: int, place: Matrix, drawer: OutlineOf) -> Iterator[Ink]:
    """One ink for each glyph, named by the text of its cluster."""
    run = item.run
    size = item.size * run.size
    unit = size / run.units
    texts = _cluster_texts(run)
    along = (0, 1, -1, 0, item.x, item.y) if item.upwards else (1, 0, 0, 1, item.x, item.y)
    place = product(along, place)
    scale = hypot(place[0], place[1])
    pen = 0.0
    for i, gid in enumerate(run.glyphs):
        matrix = (size, 0, 0, size, pen + run.xs[i] * unit, run.ys[i] * unit)
        contours = tuple(_moved(_moved(contour, matrix), place) for contour in drawer(gid))
        if contours:
            yield Ink(page=page, text=texts[run.clusters[i]], contours=contours, unit=unit * scale)
        pen += run.advances[i] * unit
        if texts[run.clusters[i]] == SPACE:
            pen += item.spacing


def _cluster_texts(run: Run) -> dict[int, str]:
    starts = sorted(set(run.clusters))
    return {a: run.text[a:b] for a, b in zip(starts, (*starts[1:], len(run.text)), strict=True)}


def _moved(contour: Contour, matrix: Matrix) -> Contour:
    return tuple(applied(matrix, point) for point in contour)


@dataclass(frozen=True, slots=True)
class _Place:
    """A contour by its centre, which moves no further than its points do."""

    ink: Ink
    contour: Contour
    centre: Point


def differences(expected: Sequence[Ink], found: Sequence[Ink]) -> tuple[str, ...]:
    """Contours without a counterpart: page, text and distance of each; empty if the ink is right.

    Contours are compared one by one, page by page, so that it does not matter how a PDF groups them.
    """
    cell = max((ink.unit for ink in expected), default=1.0) * 2
    grid = _Grid(found, cell=cell)
    missing = [place for place in _places(expected) if not grid.take(place)]
    left = grid.rest()
    faults = [_missing_fault(place, left) for place in missing]
    if not missing:
        faults = [f"page {p.ink.page + 1}: ink of {p.ink.text!r} that no run asks for" for p in left]
    return tuple(dict.fromkeys(faults))


def _places(inks: Sequence[Ink]) -> Iterator[_Place]:
    for ink in inks:
        for contour in ink.contours:
            xs, ys = zip(*contour, strict=True)
            yield _Place(ink, contour, (sum(xs) / len(xs), sum(ys) / len(ys)))


class _Grid:
    """Contours found, by page, number of points and centre; each can be taken once."""

    def __init__(self, inks: Sequence[Ink], *, cell: float) -> None:
        self._cell = cell
        self._places: dict[tuple[int, int, int, int], list[_Place]] = defaultdict(list)
        for place in _places(inks):
            self._places[self._key(place)].append(place)

    def _key(self, place: _Place, dx: int = 0, dy: int = 0) -> tuple[int, int, int, int]:
        x, y = place.centre
        return place.ink.page, len(place.contour), floor(x / self._cell) + dx, floor(y / self._cell) + dy

    def take(self, wanted: _Place) -> bool:
        """Whether a contour is there; it is not found a second time."""
        for dx in (0, -1, 1):
            for dy in (0, -1, 1):
                near = self._places.get(self._key(wanted, dx, dy), [])
                for place in near:
                    if distance(wanted.contour, place.contour) <= wanted.ink.unit:
                        near.remove(place)
                        return True
        return False

    def rest(self) -> list[_Place]:
        return [place for places in self._places.values() for place in places]


def distance(first: Contour, second: Contour) -> float:
    """The largest distance of two points that belong together; contours may begin at different points."""
    if len(first) != len(second):
        return float("inf")
    start = min(range(len(second)), key=lambda i: dist(first[0], second[i]))
    rotated = second[start:] + second[:start]
    return max(dist(a, b) for a, b in zip(first, rotated, strict=True))


def _missing_fault(place: _Place, left: Sequence[_Place]) -> str:
    """Names the nearest contour of that shape, which is most likely the one that has moved."""
    where = f"page {place.ink.page + 1}: ink of {place.ink.text!r}"
    alike = [p for p in left if p.ink.page == place.ink.page and len(p.contour) == len(place.contour)]
    if not alike:
        return f"{where} is missing"
    nearest = min(alike, key=lambda p: dist(p.centre, place.centre))
    points = dist(nearest.centre, place.centre)
    return f"{where} is off by {points / place.ink.unit:.1f} font units ({points:.3f} pt)"
