"""A web address or telephone number -> its QR code as a drawing, and what its size on paper must be."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from leaflets.color import WHITE
from leaflets.diagnostics import Diagnostic
from leaflets.document.tree import Element
from leaflets.document.vector import Shape, Vector
from leaflets.geometry import MM, Path, Step

QUIET = 4
"""Modules around the code that stay white (ISO/IEC 18004, 6.3.8)."""

LEAST, MODULE = 20 * MM, 0.4 * MM
"""Of a code without its quiet zone, and of a module: what telephones read from paper at arm's length."""

CODE = "qr-code"
"""The element that a layout's `qr` is made to, besides its text."""

SCHEMES = ("https://", "http://", "tel:")

Point = tuple[int, int]


def fits(text: str) -> bool:
    """Whether any QR code has room for the text."""
    try:
        _matrix(text)
    except ValueError:  # segno.DataOverflowError
        return False
    return True


def qr_drawing(text: str) -> Vector:
    """White with its quiet zone, so that it can be read on a tint; dark modules in the colour of the text."""
    matrix = _matrix(text)
    whole = len(matrix) + 2 * QUIET
    ground: Path = _closed([(0, 0), (whole, 0), (whole, whole), (0, whole)])
    dark: Path = tuple(step for loop in _outlines(matrix) for step in _closed(loop))
    return Vector(
        left=0,
        top=0,
        width=whole,
        height=whole,
        shapes=(Shape(path=ground, color=WHITE), Shape(path=dark, color=None)),
    )


@lru_cache(maxsize=64)
def _matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """At least level M: a quarter of a crease or stain does no harm; more where there is room for it."""
    import segno  # noqa: PLC0415 - loads half of the web with it, and few layouts have a code

    code = segno.make(text, error="m", micro=False, boost_error=True)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def _outlines(matrix: Sequence[Sequence[bool]]) -> Iterator[list[Point]]:
    """Loops around dark modules: neighbours have no seam between them, which would show as a white hair."""
    ends: dict[Point, list[Point]] = {}
    for start, end in _edges(matrix):
        ends.setdefault(start, []).append(end)
    while ends:
        start = here = next(iter(ends))
        loop = []
        while here in ends:
            loop.append(here)
            ahead = ends[here].pop()
            if not ends[here]:
                del ends[here]
            here = ahead
        assert here == start  # noqa: S101 - edges around areas always close
        yield loop


def _edges(matrix: Sequence[Sequence[bool]]) -> Iterator[tuple[Point, Point]]:
    """Edges between dark and light, the dark on the right as seen along the edge (y downwards)."""

    def is_dark(column: int, row: int) -> bool:
        return 0 <= row < len(matrix) and 0 <= column < len(matrix) and matrix[row][column]

    for row in range(len(matrix)):
        for column in range(len(matrix)):
            if not is_dark(column, row):
                continue
            x, y = column + QUIET, row + QUIET
            if not is_dark(column, row - 1):
                yield (x, y), (x + 1, y)
            if not is_dark(column + 1, row):
                yield (x + 1, y), (x + 1, y + 1)
            if not is_dark(column, row + 1):
                yield (x + 1, y + 1), (x, y + 1)
            if not is_dark(column - 1, row):
                yield (x, y + 1), (x, y)


def _closed(points: Sequence[Point]) -> Path:
    steps: list[Step] = [("L" if index else "M", (float(x), float(y))) for index, (x, y) in enumerate(points)]
    return (*steps, ("Z", ()))


def small_codes(root: Element, *, scale: float) -> Iterator[Diagnostic]:
    """Codes that telephones would not read, at the smallest type that copyfit may choose."""
    if root.name == CODE:
        yield from _too_small(root, scale)
    for child in root.children:
        if isinstance(child, Element):
            yield from small_codes(child, scale=scale)


def _too_small(element: Element, scale: float) -> Iterator[Diagnostic]:
    text = element.attributes["href"]
    modules = len(_matrix(text))
    least = max(LEAST, modules * MODULE) / modules * (modules + 2 * QUIET)
    width = element.style.width
    if width is not None and width.at(scale) >= least - 0.01:
        return
    is_now = f"is {width.at(scale) / MM:.1f} mm wide" if width else "has no width"
    yield Diagnostic(
        rule="small-qr",
        message=f'the QR code of "{text[:60]}" {is_now} and needs {least / MM:.1f} mm with its white edge',
        place=element.origin.place,
        notes=(f"it has {modules} modules a side: below 0.4 mm each, or 20 mm in all, many are not read",),
        help=f"style it: {CODE} {{ width: {least / MM + 0.05:.1f}mm; }}, or shorten the address",
    )
