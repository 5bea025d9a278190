"""A PDF -> faults: the file asks for a presentation or for features that an archive may not have."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.10-1, 6.10-2, 6.11-1")
def forbidden_catalog_entry(file: OpenPdf) -> Iterator[Fault]:
    """The file asks for a presentation or for features that an archive may not have.

    Its content would not be what is shown.
    """
    if "/AlternatePresentations" in file.root.get("/Names", pikepdf.Dictionary()):
        yield Fault("there are AlternatePresentations")
    if "/Requirements" in file.root:
        yield Fault("the catalog has Requirements")
    if any("/PresSteps" in page for page in file.pages):
        yield Fault("a page has PresSteps")
