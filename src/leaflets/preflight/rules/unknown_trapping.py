"""A PDF -> faults: the file does not say whether it is trapped."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.17)")
def unknown_trapping(file: OpenPdf) -> Iterator[Fault]:
    """The file does not say whether it is trapped.

    A shop would trap it twice or not at all: white gaps or dark edges.
    """
    found = file.info.get("/Trapped")
    if found not in ("/True", "/False"):
        yield Fault(f"Trapped is {found}, where /True or /False is expected")
    elif file.standard_name == "PDF/X-4" and file.packet.text("pdf:Trapped") != str(found)[1:]:
        yield Fault("Trapped and pdf:Trapped differ")
