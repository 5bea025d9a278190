"""A PDF -> faults: a mark of the printer stands on the leaflet, or is not on every plate."""

from collections.abc import Iterator

from leaflets.preflight.marks import Leaf, common
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="house rule (X18)")
def marks_in_bleed(file: OpenPdf) -> Iterator[Fault]:
    """A mark of the printer stands on the leaflet, or is not on every plate.

    It would be seen by the reader, or not help to align the plates. A sheet without bleed is one of several
    pieces, such as cards, between which the marks of their cuts stand.
    """
    for number, leaf in enumerate(file.leaves, 1):
        bleed = leaf.boxes.get("BleedBox")
        for item in leaf.painted:
            paint = item.stroke if item.kind == "stroke" else item.fill
            shared = None if bleed is None else common(item.bounds.grown(item.width / 2), bleed)
            inside = shared is not None and shared.width > 0.01 and shared.height > 0.01
            if paint.space == "All" and inside and not _is_of_pieces(leaf):
                yield Fault("a mark in registration colour stands within the bleed", page=number)
            if bleed is not None and paint.space != "All" and item.kind == "stroke" and not inside:
                yield Fault("a mark outside of the bleed is not in registration colour", page=number)


def _is_of_pieces(leaf: Leaf) -> bool:
    trim, bleed = leaf.boxes.get("TrimBox"), leaf.boxes.get("BleedBox")
    return trim is not None and bleed is not None and trim.contains(bleed)
