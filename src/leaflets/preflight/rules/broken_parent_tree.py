"""A PDF -> faults: content leads to another tag than the one that has it."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.reading import parent_tree_faults
from leaflets.preflight.rule import Fault, rule


@rule(ua="house rule (ISO 32000-1, 14.7.4.4)")
def broken_parent_tree(file: OpenPdf) -> Iterator[Fault]:
    """Content leads to another tag than the one that has it.

    A screen reader that is asked what stands at a place says something else. Validators do not see this.
    """
    if file.nodes:
        for message in parent_tree_faults(file.data):
            yield Fault(message)
