"""A PDF -> faults: the file says itself that its tags may be wrong."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.1-4")
def suspect_tags(file: OpenPdf) -> Iterator[Fault]:
    """The file says itself that its tags may be wrong.

    Then nobody should rely on them.
    """
    if file.root.get("/MarkInfo", pikepdf.Dictionary()).get("/Suspects") is True:
        yield Fault("MarkInfo says Suspects true")
