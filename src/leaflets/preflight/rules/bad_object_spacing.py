"""A PDF -> faults: an object does not begin and end on lines of its own."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule
from leaflets.preflight.syntax import tokens_of


@rule(a="6.1.9-1")
def bad_object_spacing(file: OpenPdf) -> Iterator[Fault]:
    """An object does not begin and end on lines of its own.

    A reader that repairs damaged archives finds objects by their lines.
    """
    for kind, token in tokens_of(file.data):
        if kind == "object" and not re.match(rb"[\r\n][0-9]+ [0-9]+ obj[\r\n]\Z", token):
            yield Fault(f"object {token.strip().decode('latin-1')[:20]} is not on a line of its own")
        if kind == "endobj" and not re.match(rb"[\r\n]endobj[\r\n]\Z", token):
            yield Fault("the keyword endobj is not on a line of its own")
