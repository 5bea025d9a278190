"""A PDF -> faults: a list has labels and does not say what they are."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.6")
def unnumbered_list(file: OpenPdf) -> Iterator[Fault]:
    """A list has labels and does not say what they are.

    A screen reader cannot tell numbers, which are an order, from dots, which are none.
    """
    for node in file.nodes:
        labelled = any("Lbl" in item.roles for item in node.kids if item.role == "LI")
        if node.role == "L" and labelled and not node.attributes("/ListNumbering"):
            yield Fault("an L with labels has no ListNumbering", page=node.where)
