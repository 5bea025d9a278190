"""A PDF -> faults: an image has fewer than 250 pixels an inch."""

from collections.abc import Iterator
from math import hypot

from leaflets.preflight.marks import Painted
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

COARSEST = 250.0
"""Pixels an inch."""


@rule(x="house rule (H2)", help="use an image with more pixels, or show it smaller")
def coarse_image(file: OpenPdf) -> Iterator[Fault]:
    """An image has fewer than 250 pixels an inch.

    Its pixels would be seen on paper.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for item in leaf.painted:
            if item.kind == "image" and pixels_per_inch(item) < COARSEST - 0.5:
                yield Fault(f"an image has {pixels_per_inch(item):.0f} pixels an inch", page=number)


def pixels_per_inch(item: Painted) -> float:
    """Of an image, in the direction in which it has fewer."""
    a, b, c, d, _e, _f = item.matrix
    inches = hypot(a, b) / 72, hypot(c, d) / 72
    return min((n / size for n, size in zip(item.pixels, inches, strict=True) if size), default=0.0)
