"""A PDF -> faults: colour that reaches the edge of the sheet does not fill the bleed."""

from collections.abc import Iterator

from leaflets.geometry import Rect
from leaflets.preflight.marks import Painted, common
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

NEAR = 0.2
"""Points: what ends this close to the edge was meant to reach it."""


@rule(x="house rule (bleed)", help="let colours at the edge of a sheet reach 3 mm beyond it")
def unfilled_bleed(file: OpenPdf) -> Iterator[Fault]:
    """Colour that reaches the edge of the sheet does not fill the bleed.

    A white line would show where the machine cuts a hair too far out.
    """
    for number, leaf in enumerate(file.leaves, 1):
        trim, bleed = leaf.boxes.get("TrimBox"), leaf.boxes.get("BleedBox")
        if trim is None or bleed is None:
            continue
        for item in leaf.painted:
            if item.kind in ("fill", "image") and (item.kind == "image" or any(item.fill.values)):
                yield from (
                    Fault(f"colour ends at the {s} edge", page=number) for s in _short(item, trim, bleed)
                )


def _short(item: Painted, trim: Rect, bleed: Rect) -> Iterator[str]:
    """Edges that it reaches, but not through the bleed."""
    box = item.bounds
    if not (box.width and box.height) or not trim.grown(NEAR).contains(common(box, trim)):
        return
    edges = (
        ("left", box.x - trim.x, box.x - bleed.x),
        ("lower", box.y - trim.y, box.y - bleed.y),
        ("right", trim.right - box.right, bleed.right - box.right),
        ("upper", trim.top - box.top, bleed.top - box.top),
    )
    touches = box.right > trim.x and box.x < trim.right and box.top > trim.y and box.y < trim.top
    for name, from_trim, from_bleed in edges:
        if touches and from_trim <= NEAR and from_bleed > NEAR:
            yield name
