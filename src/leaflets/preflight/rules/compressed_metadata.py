"""A PDF -> faults: the metadata is compressed."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x4="6.1 (XMP)", a="house rule (X3)")
def compressed_metadata(file: OpenPdf) -> Iterator[Fault]:
    """The metadata is compressed.

    Programs that do not understand PDF look for it in the plain bytes.
    """
    if "/Filter" in file.root.get("/Metadata", pikepdf.Dictionary()):
        yield Fault("the Metadata stream has a Filter")
