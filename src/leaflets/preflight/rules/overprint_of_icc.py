"""A PDF -> faults: overprint mode 1 meets a colour by ICC profile."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x4="6.2 (overprint)", a="6.2.4.2-2")
def overprint_of_icc(file: OpenPdf) -> Iterator[Fault]:
    """Overprint mode 1 meets a colour by ICC profile.

    Programs differ in what they do then: ink goes missing or is printed double.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for item in leaf.items:
            if item.overprint and item.fill.space == "ICCBased" and len(item.fill.values) == 4:
                yield Fault("a CMYK colour by ICC profile overprints in mode 1", page=number)
                break
