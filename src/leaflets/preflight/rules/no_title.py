"""A PDF -> faults: the file has no title."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6.1 (AN 2.6)", ua="7.1-9", a="house rule (X5)")
def no_title(file: OpenPdf) -> Iterator[Fault]:
    """The file has no title.

    A screen reader would announce its file name.
    """
    if not str(file.info.get("/Title", "")).strip():
        yield Fault("the Info dictionary has no Title")
    if not file.packet.text("dc:title"):
        yield Fault("the XMP metadata has no dc:title")
