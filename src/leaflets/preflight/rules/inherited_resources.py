"""A PDF -> faults: a page does not say itself which fonts and images it uses."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.2.2-2")
def inherited_resources(file: OpenPdf) -> Iterator[Fault]:
    """A page does not say itself which fonts and images it uses.

    Taken out of the file, it would be empty.
    """
    for number in file.inheriting:
        yield Fault("the page has no Resources of its own", page=number)
