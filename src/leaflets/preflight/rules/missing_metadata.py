"""A PDF -> faults: the metadata lacks what tells two states of a file apart."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

NEEDED = (
    *("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"),
    *("xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"),
)


@rule(x4="6.1 (XMP)")
def missing_metadata(file: OpenPdf) -> Iterator[Fault]:
    """The metadata lacks what tells two states of a file apart.

    A shop could print last year's edition and not see it.
    """
    for name in NEEDED:
        if not file.packet.text(name):
            yield Fault(f"the XMP metadata has no {name}")
