"""A PDF -> faults: a telephone number or address stands within 3 mm of an edge."""

import re
from collections.abc import Iterator

from leaflets.geometry import MM
from leaflets.preflight.lines import lines_of
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

KEEP_CLEAR = 3 * MM
NUMBER = re.compile(r"\+?[0-9][0-9 \u00a0\u202f./-]{1,}[0-9]")
ADDRESS = re.compile(r"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b")


@rule(x="house rule (D5)", help="move it inwards: 3 mm from every edge, and from every fold")
def number_near_edge(file: OpenPdf) -> Iterator[Fault]:
    """A telephone number or address stands within 3 mm of an edge.

    A digit that is cut off, or lost in a fold, can cost a reader her call. Folds are known where the
    sheet has fold marks, or where the project is at hand.
    """
    for number, leaf in enumerate(file.leaves, 1):
        trim = leaf.boxes.get("TrimBox")
        if trim is None:
            continue
        safe = trim.grown(-KEEP_CLEAR)
        for text, box in lines_of(leaf):
            if (NUMBER.search(text) or ADDRESS.search(text)) and not safe.contains(box):
                yield Fault(f"{text.strip()[:60]!r} is too near to an edge", page=number)
