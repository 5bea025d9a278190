"""A PDF -> faults: a level of headings is left out."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.4.2-1", help="use h1, then h2, then h3 in the layout, without leaving one out")
def skipped_heading(file: OpenPdf) -> Iterator[Fault]:
    """A level of headings is left out.

    Who moves from heading to heading thinks that something was missed.
    """
    last = 0
    for node in file.nodes:
        if re.fullmatch("H[1-6]", node.role):
            level = int(node.role[1])
            if level > last + 1:
                yield Fault(f"a heading of level {level} follows one of level {last}", page=node.where)
            last = level
