"""A PDF -> faults: a tag does not lead to the one above it."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.1-12")
def tag_without_parent(file: OpenPdf) -> Iterator[Fault]:
    """A tag does not lead to the one above it.

    A screen reader that goes upwards is lost.
    """
    for node in file.nodes:
        above = node.element.get("/P")
        expected = file.root.StructTreeRoot if node.parent is None else node.parent.element
        if above is None or above.objgen != expected.objgen:
            yield Fault(f"the tag {node.own_role} does not name its parent", page=node.where)
