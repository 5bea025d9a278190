"""A PDF -> faults: the file does not name the PDF/X standard that it keeps."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="5 (AN 2.3)")
def no_pdfx_claim(file: OpenPdf) -> Iterator[Fault]:
    """The file does not name the PDF/X standard that it keeps.

    A print shop's machine sorts by that name, and asks by telephone where it is missing.
    """
    version = str(file.info.get("/GTS_PDFXVersion", ""))
    wanted = {"PDF/X-1a:2001": "PDF/X-1:2001"}.get(file.standard_name, file.standard_name)
    if version != wanted:
        yield Fault(f"GTS_PDFXVersion is {version or 'missing'}, where {wanted} is expected")
    if wanted == "PDF/X-1:2001" and file.info.get("/GTS_PDFXConformance") != "PDF/X-1a:2001":
        yield Fault("GTS_PDFXConformance is not PDF/X-1a:2001")
    if wanted == "PDF/X-4" and file.packet.text("pdfxid:GTS_PDFXVersion") != wanted:
        yield Fault("the XMP metadata does not say pdfxid:GTS_PDFXVersion PDF/X-4")
