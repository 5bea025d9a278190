"""A PDF -> faults: the file says nothing about itself in XMP."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x4="6.1 (XMP)", ua="7.1-8", a="6.6.2.1-1")
def no_metadata(file: OpenPdf) -> Iterator[Fault]:
    """The file says nothing about itself in XMP.

    Shops, libraries and screen readers look there for title, language and standard.
    """
    stream = file.root.get("/Metadata")
    if stream is None or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield Fault("the catalog has no Metadata stream of type XML")
