"""A PDF -> faults: two links are described in the same words and lead to different places."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="house rule (WCAG 2.2, 2.4.4)")
def ambiguous_link(file: OpenPdf) -> Iterator[Fault]:
    """Two links are described in the same words and lead to different places.

    Who hears a list of links cannot choose.
    """
    targets: dict[str, str] = {}
    for number, annotation in file.annotations:
        text = str(annotation.get("/Contents", ""))
        target = str(annotation.get("/A", pikepdf.Dictionary()).get("/URI", ""))
        if text and targets.setdefault(text, target) != target:
            yield Fault(f"two links {text!r} lead to different places", page=number)
