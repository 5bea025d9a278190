"""A PDF -> faults: the file does not say that it is tagged."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="6.2-1", a="6.7.2.2-1")
def not_marked(file: OpenPdf) -> Iterator[Fault]:
    """The file does not say that it is tagged.

    A screen reader then guesses the order of the text.
    """
    if file.root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked") is not True:
        yield Fault("MarkInfo does not say Marked true")
