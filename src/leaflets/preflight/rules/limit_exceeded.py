"""A PDF -> faults: a number, text, name, nesting or page is larger than every reader must bear."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.1.13-1 to 6.1.13-11")
def limit_exceeded(file: OpenPdf) -> Iterator[Fault]:
    """A number, text, name, nesting or page is larger than every reader must bear.

    Old readers cut it off, or give up.
    """
    for value in file.objects:
        if isinstance(value, int) and not -(2**31) <= value < 2**31:
            yield Fault(f"the number {value} does not fit in 32 bits")
        if isinstance(value, pikepdf.String) and len(bytes(value)) > 32767:
            yield Fault(f"a text has {len(bytes(value))} bytes")
        if isinstance(value, pikepdf.Name) and len(str(value).encode()) > 128:
            yield Fault(f"the name {str(value)[1:20]}… is longer than 127 bytes")
    for number, leaf in enumerate(file.leaves, 1):
        if leaf.depth > 28:
            yield Fault(f"the graphics state is saved {leaf.depth} times within itself", page=number)
        for name, box in leaf.boxes.items():
            if not (3 <= box.width <= 14400 and 3 <= box.height <= 14400):
                yield Fault(f"the {name} is {box.width:.0f} by {box.height:.0f} points", page=number)
