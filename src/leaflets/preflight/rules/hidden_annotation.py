"""A PDF -> faults: an annotation is hidden or not printed."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

PRINTED, HIDDEN = 4, 1 | 2 | 32 | 256


@rule(a="6.3.2-1, 6.3.2-2")
def hidden_annotation(file: OpenPdf) -> Iterator[Fault]:
    """An annotation is hidden or not printed.

    What an archive shows would depend on the program.
    """
    for number, annotation in file.annotations:
        flags = int(annotation.get("/F", 0))
        if not flags & PRINTED or flags & HIDDEN:
            yield Fault(f"an annotation has the flags {flags}", page=number)
