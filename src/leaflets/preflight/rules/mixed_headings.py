"""A PDF -> faults: headings with a level and without one are mixed."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.4.4-1 to 7.4.4-3")
def mixed_headings(file: OpenPdf) -> Iterator[Fault]:
    """Headings with a level and without one are mixed.

    Their order cannot be told.
    """
    numbered = any(re.fullmatch("H[1-6]", node.role) for node in file.nodes)
    if numbered and any(node.role == "H" for node in file.nodes):
        yield Fault("there are both H and H1 to H6")
    for node in file.nodes:
        if node.roles.count("H") > 1:
            yield Fault(f"a {node.role} has several H", page=node.where)
