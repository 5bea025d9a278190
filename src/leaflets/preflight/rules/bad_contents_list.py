"""A PDF -> faults: the parts of a table of contents do not stand within each other as they should."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.2-26 to 7.2-28")
def bad_contents_list(file: OpenPdf) -> Iterator[Fault]:
    """The parts of a table of contents do not stand within each other as they should.

    A screen reader cannot lead to the chapters.
    """
    for node in file.nodes:
        above = node.parent.role if node.parent else "no tag"
        if node.role == "TOC" and not set(node.roles) <= {"TOC", "TOCI", "Caption"}:
            yield Fault("a table of contents holds something else than entries", page=node.where)
        if node.role == "TOCI" and above != "TOC":
            yield Fault("an entry is not in a table of contents", page=node.where)
