"""A PDF -> faults: less than 3 mm are left to cut."""

from collections.abc import Iterator

from leaflets.geometry import MM, Rect
from leaflets.preflight.marks import Painted
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

NEAR = 0.2
"""Points: what ends this close to the edge is cut through."""


@rule(x="house rule (X8)", help='set bleed = "3mm" under [print] in leaflets.toml')
def narrow_bleed(file: OpenPdf) -> Iterator[Fault]:
    """Less than 3 mm are left to cut.

    No machine cuts exactly: white edges would show where colour reaches the edge.
    """
    for number, leaf in enumerate(file.leaves, 1):
        trim, bleed = leaf.boxes.get("TrimBox"), leaf.boxes.get("BleedBox")
        if trim is not None and bleed is None:
            yield Fault("the page has no BleedBox", page=number)
        if trim is None or bleed is None or bleed.contains(trim.grown(3 * MM), tolerance=0.05):
            continue
        if any(_reaches_edge(item, trim) for item in leaf.painted):
            yield Fault("the BleedBox is less than 3 mm larger than the TrimBox", page=number)


def _reaches_edge(item: Painted, trim: Rect) -> bool:
    """Whether colour would be cut through; white is paper."""
    box, colored = item.bounds, item.kind == "image" or any(item.fill.values)
    inside = trim.grown(-NEAR)
    outside = box.right > trim.right or box.x < trim.x or box.top > trim.top or box.y < trim.y
    return colored and bool(box.width and box.height) and (outside or not inside.contains(box))
