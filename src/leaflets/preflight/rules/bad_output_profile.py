"""A PDF -> faults: the profile of the output intent is not one of a printer or screen."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

SPACES = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}


@rule(x="6.2 (AN 2.16)", a="6.2.3-2, 6.2.4.2-1", help="use an ICC profile of a printer, version 2 or 4")
def bad_output_profile(file: OpenPdf) -> Iterator[Fault]:
    """The profile of the output intent is not one of a printer or screen.

    Colours would be converted by nonsense, or not at all.
    """
    for found in file.root.get("/OutputIntents", pikepdf.Array()).as_list():
        profile = found.get("/DestOutputProfile")
        if profile is not None:
            yield from _profile_faults(profile, classes=(b"prtr",) if file.for_print else (b"prtr", b"mntr"))


def _profile_faults(profile: Any, *, classes: tuple[bytes, ...]) -> Iterator[Fault]:  # pikepdf's stream
    icc = profile.read_bytes()
    space, kind = icc[16:20], icc[12:16]
    if icc[36:40] != b"acsp" or icc[8:9] not in (b"\x02", b"\x04"):
        yield Fault("the output profile is not an ICC profile of version 2 or 4")
    elif int.from_bytes(icc[:4], "big") != len(icc):
        yield Fault("the output profile is cut off")
    if kind not in classes or space not in SPACES:
        yield Fault(f"the output profile is {space.decode('latin-1').strip()} {kind.decode('latin-1')}")
    elif int(profile.get("/N", 0)) != SPACES[space]:
        yield Fault(f"the output profile says {profile.get('/N')} colours and has {SPACES[space]}")
