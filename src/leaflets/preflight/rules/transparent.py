"""A PDF -> faults: something can be seen through."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x4="house rule (opaque)", x3="6 (no transparency)", x1a="6 (no transparency)", help="use opaque images")
def transparent(file: OpenPdf) -> Iterator[Fault]:
    """Something can be seen through.

    PDF 1.3 knows no transparency, and presses flatten it in different ways.
    """
    for found in file.dictionaries:
        mask = found.get("/SMask")
        if mask is not None and mask != "/None":
            yield Fault("an image or a graphics state has a soft mask")
        for key in ("/CA", "/ca"):
            value = found.get(key)
            if value is not None and not isinstance(value, pikepdf.Object) and float(value) < 1:
                yield Fault(f"a graphics state is {float(value):.0%} opaque")
        if isinstance(found.get("/BM"), pikepdf.Name) and found.BM not in ("/Normal", "/Compatible"):
            yield Fault(f"a graphics state blends ({str(found.BM)[1:]})")
        if isinstance(found.get("/Group"), pikepdf.Dictionary) and found.Group.get("/S") == "/Transparency":
            yield Fault("there is a transparency group")
