"""A PDF -> faults: a colour overprints."""

from collections.abc import Iterator

from leaflets.preflight.marks import Painted
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="house rule (H1)")
def color_overprints(file: OpenPdf) -> Iterator[Fault]:
    """A colour overprints.

    It would mix with what is under it and come out as another one. Only black ink alone overprints.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for item in leaf.items:
            paint = item.stroke if isinstance(item, Painted) and item.kind == "stroke" else item.fill
            image = isinstance(item, Painted) and item.kind == "image"
            colored = image or (paint.space == "DeviceCMYK" and any(paint.values[:3]))
            if item.overprint and colored:
                yield Fault("something that is not black alone overprints", page=number)
                break
