"""A PDF -> faults: the cross-reference table is not spaced as archives demand."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.1.4-2")
def bad_table_of_objects(file: OpenPdf) -> Iterator[Fault]:
    """The cross-reference table is not spaced as archives demand.

    A strict reader finds no object in it.
    """
    for match in re.finditer(rb"(?<!start)xref(?=\s)", file.data):
        if not re.match(rb"xref(\r\n|\r|\n)[0-9]+ [0-9]+", file.data[match.start() : match.start() + 40]):
            yield Fault("the keyword xref is not followed by one line end and two numbers")
