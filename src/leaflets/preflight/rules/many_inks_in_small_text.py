"""A PDF -> faults: small text is made of three or four inks."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

SMALL = 12.0
"""Points."""


@rule(x="house rule (D4)", help="print small text in black, or in at most two inks")
def many_inks_in_small_text(file: OpenPdf) -> Iterator[Fault]:
    """Small text is made of three or four inks.

    Plates never meet exactly: the letters get coloured edges and cannot be read.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for shown in leaf.shown:
            inks = sum(value > 0 for value in shown.fill.values)
            if shown.fill.space == "DeviceCMYK" and inks > 2 and shown.size < SMALL and shown.is_visible:
                yield Fault(f"text of {shown.size:.1f} points is printed in {inks} inks", page=number)
                break
