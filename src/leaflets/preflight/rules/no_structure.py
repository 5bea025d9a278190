"""A PDF -> faults: the file has no tags."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.1-11", a="6.7.3.3-1")
def no_structure(file: OpenPdf) -> Iterator[Fault]:
    """The file has no tags.

    A screen reader reads it in the order in which it was drawn, or not at all.
    """
    if not file.nodes:
        yield Fault("there is no structure tree, or nothing in it")
