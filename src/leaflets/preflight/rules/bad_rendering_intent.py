"""A PDF -> faults: a rendering intent is not one of the four that exist."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

INTENTS = ("/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation")


@rule(a="6.2.6-1")
def bad_rendering_intent(file: OpenPdf) -> Iterator[Fault]:
    """A rendering intent is not one of the four that exist.

    Readers would choose one of their own.
    """
    for found in file.dictionaries:
        for key in ("/RI", "/Intent"):
            if isinstance(found.get(key), pikepdf.Name) and found.get(key) not in INTENTS:
                yield Fault(f"the rendering intent {str(found.get(key))[1:]} does not exist")
