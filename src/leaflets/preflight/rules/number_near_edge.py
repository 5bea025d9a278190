"""A PDF -> faults: a telephone number or address stands within 3 mm of an edge."""

from collections.abc import Iterator

from leaflets.preflight.lines import KEEP_CLEAR, addresses_of
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="house rule (D5)", help="move it inwards: 3 mm from every edge, and from every fold")
def number_near_edge(file: OpenPdf) -> Iterator[Fault]:
    """A telephone number or address stands within 3 mm of an edge.

    A digit that is cut off can cost a reader her call. Folds are checked where the project is at hand
    (number-near-fold).
    """
    for number, leaf in enumerate(file.leaves, 1):
        trim = leaf.boxes.get("TrimBox")
        if trim is None:
            continue
        safe = trim.grown(-KEEP_CLEAR)
        for text, box in addresses_of(leaf):
            if not safe.contains(box):
                yield Fault(f"{text.strip()[:60]!r} is too near to an edge", page=number)
