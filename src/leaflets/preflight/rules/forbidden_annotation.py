"""A PDF -> faults: an annotation is of a kind that is not allowed."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.18.2-1, 7.18.8-1", a="6.3.1-1")
def forbidden_annotation(file: OpenPdf) -> Iterator[Fault]:
    """An annotation is of a kind that is not allowed.

    It plays sound or film, or belongs to a press.
    """
    refused = ("/3D", "/Sound", "/Screen", "/Movie", "/TrapNet", "/RichMedia", "/PrinterMark")
    for number, annotation in file.annotations:
        if annotation.get("/Subtype") in refused:
            yield Fault(f"there is an annotation of type {str(annotation.Subtype)[1:]}", page=number)
