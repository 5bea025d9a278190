"""A PDF -> faults: the file is encrypted."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.11)", ua="7.16-1", a="6.1.3-2", help="save it without a password and without restrictions")
def encrypted(file: OpenPdf) -> Iterator[Fault]:
    """The file is encrypted.

    A press cannot open it, and restrictions can shut out screen readers.
    """
    if file.pdf.is_encrypted or "/Encrypt" in file.pdf.trailer:
        yield Fault("the trailer has an Encrypt dictionary")
