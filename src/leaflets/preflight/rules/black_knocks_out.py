"""A PDF -> faults: black text does not overprint."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="house rule (H1)")
def black_knocks_out(file: OpenPdf) -> Iterator[Fault]:
    """Black text does not overprint.

    White gaps would show around every letter where plates shift.
    """
    for number, leaf in enumerate(file.leaves, 1):
        black = [s for s in leaf.shown if s.fill.space == "DeviceCMYK" and s.fill.values == (0, 0, 0, 1)]
        if any(not shown.overprint for shown in black):
            yield Fault("black text knocks out what is under it", page=number)
