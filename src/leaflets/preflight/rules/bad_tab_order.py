"""A PDF -> faults: the Tab key does not follow the order of reading."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.18.3-1")
def bad_tab_order(file: OpenPdf) -> Iterator[Fault]:
    """The Tab key does not follow the order of reading.

    Who uses a keyboard jumps about the page.
    """
    for number, page in enumerate(file.pages, 1):
        if page.get("/Tabs") != "/S":
            yield Fault("the page does not say Tabs S", page=number)
