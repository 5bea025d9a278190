"""A PDF -> faults: a picture does not say where on the page it is."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="house rule (7.3)")
def figure_without_place(file: OpenPdf) -> Iterator[Fault]:
    """A picture does not say where on the page it is.

    Programs that reflow a page for large type leave it out.
    """
    for node in file.nodes:
        if node.role == "Figure" and not node.attributes("/BBox"):
            yield Fault("a Figure has no BBox", page=node.where)
