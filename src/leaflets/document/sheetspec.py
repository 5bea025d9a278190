"""The element `sheet` to its trim size, fold and type range."""

import re

from leaflets.document.fragment import fault
from leaflets.document.tree import Element, SheetSpec
from leaflets.geometry import MM

SIZES = {"A4": (297 * MM, 210 * MM)}
"""Flat sheets, landscape (ISO 216)."""

FOLDS = ("letter", "none")
RANGE = re.compile(r"(\d+(?:\.\d+)?)pt (\d+(?:\.\d+)?)pt")


def read_sheet(element: Element) -> SheetSpec:
    """LayoutError at the element if a value is not known."""
    size, fold, fit = (element.attributes.get(name, "") for name in ("size", "fold", "fit"))
    found = RANGE.fullmatch(fit)
    if size not in SIZES:
        raise fault("bad-sheet", f'no size "{size}"', element.origin, help="use " + ", ".join(SIZES))
    if fold not in FOLDS:
        raise fault("bad-sheet", f'no fold "{fold}"', element.origin, help="use " + ", ".join(FOLDS))
    if not found or float(found[1]) > float(found[2]):
        raise fault("bad-sheet", f'no type range "{fit}"', element.origin, help='write fit="10pt 12.5pt"')
    factor = element.language.size
    width, height = SIZES[size]
    return SheetSpec(
        width=width,
        height=height,
        fold="letter" if fold == "letter" else "none",
        fit=(float(found[1]) * factor, float(found[2]) * factor),
        origin=element.origin,
    )
