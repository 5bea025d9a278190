"""A PDF -> faults: a line is thinner than 0.25 points."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

THINNEST = 0.25


@rule(x="house rule (H2)", help="draw lines of 0.25 pt or more")
def hairline(file: OpenPdf) -> Iterator[Fault]:
    """A line is thinner than 0.25 points.

    It looks right on screen and is not seen on paper.
    """
    for number, leaf in enumerate(file.leaves, 1):
        thin = {i.width for i in leaf.painted if i.kind in ("stroke", "both") and i.width < THINNEST - 0.001}
        for width in sorted(thin):
            yield Fault(f"a line is {width:.3f} points wide", page=number)
