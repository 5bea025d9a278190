"""A PDF -> faults: an image has a stand-in, a link to a finer one, or asks to be smoothed."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.12)", a="6.2.8-1 to 6.2.8-3")
def forbidden_image_entry(file: OpenPdf) -> Iterator[Fault]:
    """An image has a stand-in, a link to a finer one, or asks to be smoothed.

    Another picture could be printed than the one that was approved.
    """
    for image in file.images:
        for key in ("/Alternates", "/OPI"):
            if key in image:
                yield Fault(f"an image has the key {key[1:]}")
        if image.get("/Interpolate", False) is True:
            yield Fault("an image asks to be smoothed (Interpolate)")
