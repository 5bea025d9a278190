"""A PDF -> faults: more ink than 280 % stands in one place."""

from collections.abc import Iterator
from typing import Any

from leaflets.color import INK_LIMIT
from leaflets.preflight.marks import Painted, Shown
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="house rule (H2)", help="take less of the colours and more black; at most 280 % in total")
def too_much_ink(file: OpenPdf) -> Iterator[Fault]:
    """More ink than 280 % stands in one place.

    Uncoated paper does not dry, and the ink comes off on the next sheet.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for total in sorted({t for item in leaf.painted for t in _totals(item)} | _text_totals(leaf.shown)):
            yield Fault(f"a colour has {total:.0%} of ink", page=number)
    for image in file.images:
        most = _densest(image)
        if most > INK_LIMIT + 0.02:
            yield Fault(f"an image has {most:.0%} of ink")


def _totals(item: Painted) -> Iterator[float]:
    paints = {"fill": (item.fill,), "stroke": (item.stroke,), "both": (item.fill, item.stroke)}
    for paint in paints.get(item.kind, ()):
        if paint.space == "DeviceCMYK" and sum(paint.values) > INK_LIMIT + 1e-6:
            yield sum(paint.values)


def _text_totals(shown: tuple[Shown, ...]) -> set[float]:
    sums = {sum(s.fill.values) for s in shown if s.fill.space == "DeviceCMYK"}
    return {total for total in sums if total > INK_LIMIT + 1e-6}


def _densest(image: Any) -> float:  # pikepdf's stream
    """Total ink of the darkest pixel of a plain CMYK image, 0 to 4."""
    if image.get("/ColorSpace") != "/DeviceCMYK" or image.get("/Filter") != "/FlateDecode":
        return 0.0
    data = image.read_bytes()
    return max((sum(pixel) for pixel in zip(*(data[i::4] for i in range(4)), strict=True)), default=0) / 255
