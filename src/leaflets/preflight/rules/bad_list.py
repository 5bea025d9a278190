"""A PDF -> faults: the parts of a list do not stand within each other as they should."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.2-17 to 7.2-20, 7.2-40")
def bad_list(file: OpenPdf) -> Iterator[Fault]:
    """The parts of a list do not stand within each other as they should.

    A screen reader does not say how many items there are.
    """
    for node in file.nodes:
        above = node.parent.role if node.parent else "no tag"
        if node.role == "L" and not set(node.roles) <= {"L", "LI", "Caption"}:
            yield Fault("a list holds something else than items", page=node.where)
        if node.role == "L" and "Caption" in node.roles[1:]:
            yield Fault("the Caption of a list is not first", page=node.where)
        if node.role == "LI" and (above != "L" or not set(node.roles) <= {"Lbl", "LBody"}):
            yield Fault(
                "an item is not in a list, or holds something else than label and body", page=node.where
            )
        if node.role == "LBody" and above != "LI":
            yield Fault("the body of an item is not in one", page=node.where)
