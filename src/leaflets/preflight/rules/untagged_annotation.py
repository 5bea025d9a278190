"""A PDF -> faults: a link is not in the order of reading."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.reading import number_tree
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.18.1-1, 7.18.5-1")
def untagged_annotation(file: OpenPdf) -> Iterator[Fault]:
    """A link is not in the order of reading.

    Who cannot see it never comes to it.
    """
    tree = number_tree(file.root.get("/StructTreeRoot", pikepdf.Dictionary()).get("/ParentTree"))
    owners = {found.objgen: node.role for node in file.nodes for found in node.objects}
    for number, annotation in file.annotations:
        kind = str(annotation.get("/Subtype", "/"))[1:]
        wanted = {"Link": "Link", "Widget": "Form"}.get(kind, "Annot")
        element = tree.get(int(annotation.get("/StructParent", -1)))
        role = owners.get(annotation.objgen)
        if kind != "PrinterMark" and (element is None or role != wanted):
            yield Fault(f"a {kind} annotation is not in a tag {wanted}", page=number)
