"""A PDF -> faults: something on a page is neither tagged nor decoration."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.1-3")
def untagged_content(file: OpenPdf) -> Iterator[Fault]:
    """Something on a page is neither tagged nor decoration.

    A screen reader does not know whether to read it.
    """
    for number, leaf in enumerate(file.leaves, 1):
        loose = [
            item
            for item in leaf.items
            if not any(mark.mcid is not None or mark.tag == "Artifact" for mark in item.marks)
        ]
        if loose:
            yield Fault(f"{len(loose)} letters or shapes have no tag", page=number)
