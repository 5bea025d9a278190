"""A PDF -> faults: a heading of a table does not say whether it is for its row or its column."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.5-1, 7.5-2 (house: Scope on every TH)")
def unlabelled_cell(file: OpenPdf) -> Iterator[Fault]:
    """A heading of a table does not say whether it is for its row or its column.

    A screen reader reads a number without saying what it is.
    """
    for node in file.nodes:
        if node.role == "TH" and not node.attributes("/Scope"):
            yield Fault("a TH has no Scope", page=node.where)
