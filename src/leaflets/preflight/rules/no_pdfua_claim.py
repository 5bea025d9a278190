"""A PDF -> faults: the file does not say that it keeps PDF/UA-1."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="5-1 to 5-5")
def no_pdfua_claim(file: OpenPdf) -> Iterator[Fault]:
    """The file does not say that it keeps PDF/UA-1.

    Offices that must publish accessible files only look for that mark.
    """
    if file.packet.text("pdfuaid:part") != "1":
        yield Fault("the XMP metadata does not say pdfuaid:part 1")
    elif b"pdfuaid:part" not in file.packet.data:
        yield Fault("the prefix of the PDF/UA claim is not pdfuaid")
