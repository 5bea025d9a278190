"""A PDF -> faults: a colour space is described by something that is no ICC profile."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6.2 (colour)", a="6.2.4.2-1")
def bad_icc_profile(file: OpenPdf) -> Iterator[Fault]:
    """A colour space is described by something that is no ICC profile.

    Its colours cannot be known.
    """
    for found in file.objects:
        if isinstance(found, pikepdf.Array) and len(found) == 2 and found[0] == "/ICCBased":
            icc = found[1].read_bytes()
            if icc[36:40] != b"acsp" or icc[8:9] not in (b"\x02", b"\x04"):
                yield Fault("an ICCBased colour space has no ICC profile of version 2 or 4")
