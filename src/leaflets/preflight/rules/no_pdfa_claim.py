"""A PDF -> faults: the file does not say that it keeps PDF/A-2a."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.6.4-1 to 6.6.4-3")
def no_pdfa_claim(file: OpenPdf) -> Iterator[Fault]:
    """The file does not say that it keeps PDF/A-2a.

    An archive takes it for an ordinary file.
    """
    claimed = file.packet.text("pdfaid:part"), file.packet.text("pdfaid:conformance")
    if claimed == ("2", "A") and b"pdfaid:part" not in file.packet.data:
        yield Fault("the prefix of the PDF/A claim is not pdfaid")
    if claimed != ("2", "A"):
        yield Fault(f"the XMP metadata says PDF/A part {claimed[0] or '-'}, conformance {claimed[1] or '-'}")
