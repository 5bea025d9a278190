"""A PDF -> faults: the window would show the file name and not the title."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.1-10")
def hidden_title(file: OpenPdf) -> Iterator[Fault]:
    """The window would show the file name and not the title.

    A screen reader announces what the window shows.
    """
    if file.root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle") is not True:
        yield Fault("ViewerPreferences do not say DisplayDocTitle true")
