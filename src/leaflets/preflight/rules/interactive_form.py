"""A PDF -> faults: the file has a form to fill in."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.28)", ua="7.15-1 (house: none)", a="6.4.1-1 to 6.4.2-2 (house: none)")
def interactive_form(file: OpenPdf) -> Iterator[Fault]:
    """The file has a form to fill in.

    What somebody types into it could be seen by the next who opens it.
    """
    if "/AcroForm" in file.root:
        yield Fault("the catalog has an AcroForm")
    if "/NeedsRendering" in file.root:
        yield Fault("the catalog asks to be rendered anew (NeedsRendering)")
