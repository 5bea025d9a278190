"""A PDF -> faults: less than 3 mm are left to cut."""

from collections.abc import Iterator

from leaflets.geometry import MM
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="house rule (X8)", help='set bleed = "3mm" under [print] in leaflets.toml')
def narrow_bleed(file: OpenPdf) -> Iterator[Fault]:
    """Less than 3 mm are left to cut.

    No machine cuts exactly: white edges would show.
    """
    for number, leaf in enumerate(file.leaves, 1):
        trim, bleed = leaf.boxes.get("TrimBox"), leaf.boxes.get("BleedBox")
        if trim is not None and bleed is None:
            yield Fault("the page has no BleedBox", page=number)
        if trim is not None and bleed is not None and not bleed.contains(trim.grown(3 * MM), tolerance=0.05):
            yield Fault("the BleedBox is less than 3 mm larger than the TrimBox", page=number)
