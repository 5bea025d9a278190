"""A PDF -> faults: a link does not say where it leads."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.18.1-2, 7.18.5-2")
def undescribed_annotation(file: OpenPdf) -> Iterator[Fault]:
    """A link does not say where it leads.

    A screen reader would spell an address, or say "link".
    """
    for number, annotation in file.annotations:
        if not str(annotation.get("/Contents", "")).strip():
            yield Fault(
                f"a {str(annotation.get('/Subtype', '/'))[1:]} annotation has no Contents", page=number
            )
