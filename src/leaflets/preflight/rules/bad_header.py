"""A PDF -> faults: the file does not begin as its standard says."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

HEADER = re.compile(rb"%PDF-1\.([0-7])(?:\r\n|\r|\n)%[\x80-\xff]{4}")
NEWEST = {"PDF/X-4": 6, "PDF/X-3:2002": 3, "PDF/X-1a:2001": 3}


@rule(x="5 (PDF version)", ua="6.1-1", a="6.1.2-1, 6.1.2-2")
def bad_header(file: OpenPdf) -> Iterator[Fault]:
    """The file does not begin as its standard says.

    Programs see by the first bytes that it is a PDF, of which version, and that it is not plain text.
    """
    match = HEADER.match(file.data)
    newest = NEWEST.get(str(file.info.get("/GTS_PDFXVersion", "")).replace("X-1:", "X-1a:"), 7)
    if match is None:
        yield Fault("it does not begin with %PDF-1.n and a comment of four bytes above 127")
    elif int(match[1]) > newest:
        yield Fault(f"it is PDF 1.{match[1].decode()}, and its standard ends at 1.{newest}")
