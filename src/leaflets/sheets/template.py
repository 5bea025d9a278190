"""A side of a sheet -> an SVG for designers: trim, bleed, folds and safe area as layers, in millimetres."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from leaflets.geometry import MM, Rect
from leaflets.pages.page import Pages
from leaflets.sheets.sheet import Sheet

SAFE = 5 * MM
"""Text keeps this far from trim and folds."""

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
    ' width="{width}mm" height="{height}mm" viewBox="{left} {top} {width} {height}">'
)
BLEED = 'fill="#f6d7d7" stroke="none"'
TRIM = 'fill="#ffffff" stroke="#000000" stroke-width="0.1"'
SAFETY = 'fill="none" stroke="#1a8f3c" stroke-width="0.15"'
FOLD = 'stroke="#c4007a" stroke-width="0.2" stroke-dasharray="2 1.5"'
LETTERS = 'font-family="sans-serif" font-size="4" text-anchor="middle" fill="#606060"'


def side_template(sheet: Sheet, pages: Pages, *, title: str) -> bytes:
    """0, 0 is the upper left corner of the trim; y goes down, as in SVG."""
    bleed, panels = sheet.bleed_box, tuple(_panels(sheet, pages))
    head = HEAD.format(
        left=_mm(bleed.x), top=_mm(-sheet.bleed), width=_mm(bleed.width), height=_mm(bleed.height)
    )
    layers = (
        _layer("bleed", _rect(bleed, sheet, BLEED)),
        _layer("trim", _rect(sheet.trim, sheet, TRIM)),
        _layer("folds", "".join(_fold(x, sheet) for x in sheet.folds)),
        _layer("safe area", "".join(_rect(rect.grown(-SAFE), sheet, SAFETY) for _name, rect in panels)),
        _layer("names", "".join(_name(name, rect, sheet) for name, rect in panels)),
    )
    lines = (head, f"<title>{escape(title)}</title>", *layers, "</svg>")
    return ("\n".join(lines) + "\n").encode()


def _panels(sheet: Sheet, pages: Pages) -> Iterator[tuple[str, Rect]]:
    """Panels from left to right, without bleed."""
    for place in sorted(sheet.placements, key=lambda placement: placement.x):
        page = pages.pages[place.page]
        yield page.name, place.on_sheet(Rect(0, 0, page.width, page.height))


def _layer(name: str, content: str) -> str:
    key = quoteattr(name.replace(" ", "-"))
    return f'<g id={key} inkscape:groupmode="layer" inkscape:label={quoteattr(name)}>{content}</g>'


def _rect(rect: Rect, sheet: Sheet, look: str) -> str:
    x, y = _mm(rect.x), _mm(sheet.height - rect.top)
    return f'<rect x="{x}" y="{y}" width="{_mm(rect.width)}" height="{_mm(rect.height)}" {look}/>'


def _fold(x: float, sheet: Sheet) -> str:
    """From edge to edge of the bleed."""
    low, high = _mm(-sheet.bleed), _mm(sheet.height + sheet.bleed)
    return f'<line x1="{_mm(x)}" y1="{low}" x2="{_mm(x)}" y2="{high}" {FOLD}/>'


def _name(name: str, rect: Rect, sheet: Sheet) -> str:
    """With the size of the panel: its drawing has a view box of the same shape."""
    size = f"{_mm(rect.width)} × {_mm(rect.height)} mm"
    x, y = _mm(rect.x + rect.width / 2), (sheet.height - rect.top + rect.height / 2) / MM
    return (
        f'<text x="{x}" y="{y:.3f}" {LETTERS}>{escape(name)}</text>'
        f'<text x="{x}" y="{y + 6:.3f}" {LETTERS}>{size}</text>'
    )


def _mm(points: float) -> str:
    return f"{points / MM:.3f}".rstrip("0").rstrip(".") if points else "0"
