"""A PDF -> faults: white overprints."""

from collections.abc import Iterator

from leaflets.preflight.marks import Painted
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="house rule (H1)")
def white_overprints(file: OpenPdf) -> Iterator[Fault]:
    """White overprints.

    It would vanish: text on a dark band would not be printed at all.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for item in leaf.items:
            paint = item.stroke if isinstance(item, Painted) and item.kind == "stroke" else item.fill
            image = isinstance(item, Painted) and item.kind == "image"
            if item.overprint and not image and paint.space == "DeviceCMYK" and not any(paint.values):
                yield Fault("something white overprints", page=number)
                break
