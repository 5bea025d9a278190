"""A PDF -> faults: the parts of a table do not stand within each other as they should."""

from collections.abc import Iterator

from leaflets.preflight.nodes import Node
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

PARTS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
WITHIN = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
}


@rule(ua="7.2-3 to 7.2-16, 7.2-36 to 7.2-39")
def bad_table(file: OpenPdf) -> Iterator[Fault]:
    """The parts of a table do not stand within each other as they should.

    A screen reader cannot say in which row and column a cell is.
    """
    for node in file.nodes:
        allowed = PARTS.get(node.role)
        if allowed is not None and not set(node.roles) <= allowed:
            odd = ", ".join(sorted(set(node.roles) - allowed))
            yield Fault(f"a {node.role} holds {odd}", page=node.where)
        above = node.parent.role if node.parent else "no tag"
        if node.role in WITHIN and above not in WITHIN[node.role]:
            yield Fault(f"a {node.role} stands in {above}", page=node.where)
        if node.role == "Table":
            yield from _heads(node)


def _heads(table: Node) -> Iterator[Fault]:
    roles = table.roles
    if roles.count("THead") > 1 or roles.count("TFoot") > 1:
        yield Fault("a Table has several THead or TFoot", page=table.where)
    if {"THead", "TFoot"} & set(roles) and "TBody" not in roles:
        yield Fault("a Table has a THead or TFoot and no TBody", page=table.where)
    if "Caption" in roles[1:-1]:
        yield Fault("the Caption of a Table is neither first nor last", page=table.where)
