"""A PDF -> faults: the output intent is of another standard than the file."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6.2 (AN 2.16)", a="6.2.3-1")
def wrong_output_intent(file: OpenPdf) -> Iterator[Fault]:
    """The output intent is of another standard than the file.

    Print shops look for GTS_PDFX and archives for GTS_PDFA1, and take no other.
    """
    wanted = "/GTS_PDFX" if file.for_print else "/GTS_PDFA1"
    for found in file.root.get("/OutputIntents", pikepdf.Array()).as_list():
        if found.get("/S") != wanted:
            yield Fault(f"the output intent is {found.get('/S')}, where {wanted} is expected")
