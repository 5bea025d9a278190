"""A PDF -> faults: a page holds an operator that PDF does not define."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="5 (operators)", a="6.2.2-1")
def undefined_operator(file: OpenPdf) -> Iterator[Fault]:
    """A page holds an operator that PDF does not define.

    What it draws, nobody knows.
    """
    for number, leaf in enumerate(file.leaves, 1):
        for operator in dict.fromkeys(leaf.undefined):
            yield Fault(f"the operator {operator} is not defined", page=number)
