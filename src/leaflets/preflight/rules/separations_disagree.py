"""A PDF -> faults: an extra ink is defined in two ways."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6.2 (colour)", a="6.2.4.4-2")
def separations_disagree(file: OpenPdf) -> Iterator[Fault]:
    """An extra ink is defined in two ways.

    It would have two colours on the same sheet.
    """
    known: dict[str, Any] = {}
    for found in file.objects:
        if isinstance(found, pikepdf.Array) and len(found) == 4 and found[0] == "/Separation":
            definition = (found[2].unparse(), found[3].unparse(resolved=True))
            if known.setdefault(str(found[1]), definition) != definition:
                yield Fault(f"the ink {str(found[1])[1:]} is defined in two ways")
        if isinstance(found, pikepdf.Array) and len(found) >= 4 and found[0] == "/DeviceN":
            inks = {str(ink) for ink in found[1].as_list()} - {"/None"}
            attributes = found[4] if len(found) > 4 else pikepdf.Dictionary()
            missing = inks - set(attributes.get("/Colorants", pikepdf.Dictionary()).keys())
            if missing - {"/Cyan", "/Magenta", "/Yellow", "/Black"}:
                yield Fault("a DeviceN colour space does not describe all of its inks")
