"""A PDF -> faults: a stream is compressed in a way that its standard forbids."""

from collections.abc import Iterator

from leaflets.preflight.colors import filters_of
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

LOSSY = ("/LZWDecode", "/LZW", "/Crypt")
EARLY = ("/JBIG2Decode", "/JPXDecode")
"""Not in PDF 1.3, or left out of PDF/X by AN 2.8."""


@rule(x="6 (AN 2.8)", a="6.1.7.2-1, 6.1.10-1", help="save images with Flate or JPEG compression")
def forbidden_filter(file: OpenPdf) -> Iterator[Fault]:
    """A stream is compressed in a way that its standard forbids.

    Not every press and not every archive can unpack it.
    """
    version = str(file.info.get("/GTS_PDFXVersion", ""))
    refused = (*LOSSY, *EARLY) if "200" in version else LOSSY
    for name in filters_of(file):
        if name in refused:
            yield Fault(f"a stream uses {name[1:]}")
