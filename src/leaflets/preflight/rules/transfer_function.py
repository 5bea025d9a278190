"""A PDF -> faults: the file changes how the machine makes its dots."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.13, 2.14)", a="6.2.5-1 to 6.2.5-5")
def transfer_function(file: OpenPdf) -> Iterator[Fault]:
    """The file changes how the machine makes its dots.

    A shop sets its machine for its paper and ink; a file must not.
    """
    for found in file.dictionaries:
        if found.get("/TR") is not None and not isinstance(found.get("/TR"), pikepdf.Name):
            yield Fault("a graphics state has a transfer function")
        if found.get("/TR2", pikepdf.Name.Default) != "/Default":
            yield Fault("a graphics state has a transfer function (TR2)")
        if "/HTP" in found:
            yield Fault("a graphics state moves halftones (HTP)")
        halftone = found.get("/HT")
        if isinstance(halftone, pikepdf.Dictionary) and int(halftone.get("/HalftoneType", 1)) not in (1, 5):
            yield Fault(f"a halftone is of type {halftone.HalftoneType}")
