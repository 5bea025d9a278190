"""A PDF -> faults: a property of the metadata is neither predefined nor described."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule
from leaflets.preflight.xmp import PREFIXES

PREDEFINED = frozenset(
    f"{prefix}:{name}"
    for prefix, names in {
        "dc": "contributor coverage creator date description format identifier language publisher relation "
        "rights source subject title type",
        "pdf": "Keywords PDFVersion Producer",
        "xmp": "Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname "
        "Rating Thumbnails",
        "xmpMM": "DerivedFrom DocumentID History InstanceID ManagedFrom Manager ManageTo ManageUI "
        "ManagerVariant RenditionClass RenditionParams VersionID Versions LastURL RenditionOf SaveID",
        "xmpRights": "Certificate Marked Owner UsageTerms WebStatement",
        "pdfaid": "part conformance amd corr rev",
        "pdfaExtension": "schemas",
    }.items()
    for name in names.split()
)
"""XMP of 2005, as far as a leaflet could use it; pdf:Trapped is not in it."""


@rule(a="6.6.2.3-1, 6.6.2.3-2")
def undeclared_metadata(file: OpenPdf) -> Iterator[Fault]:
    """A property of the metadata is neither predefined nor described.

    In an archive nobody will know what it means.
    """
    for space, name in sorted(file.packet.used):
        known = f"{PREFIXES.get(space, space)}:{name}" in PREDEFINED
        if not known and space not in file.packet.declared:
            yield Fault(f"the property {name} of {space} is not described")
