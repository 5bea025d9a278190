"""A PDF -> faults: the file has no identifier."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="5 (trailer)", a="6.1.3-1")
def no_file_id(file: OpenPdf) -> Iterator[Fault]:
    """The file has no identifier.

    Two states of a leaflet could not be told apart in a print shop's system.
    """
    found = file.pdf.trailer.get("/ID")
    if found is None or len(found) != 2 or not bytes(found[0]):
        yield Fault("the trailer has no ID of two parts")
