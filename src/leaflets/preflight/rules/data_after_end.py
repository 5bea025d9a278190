"""A PDF -> faults: something follows the end of the file."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(a="6.1.3-3")
def data_after_end(file: OpenPdf) -> Iterator[Fault]:
    """Something follows the end of the file.

    Archives refuse bytes that nobody can account for.
    """
    if not re.search(rb"%%EOF(\r\n|\r|\n)?\Z", file.data):
        yield Fault("the last line is not %%EOF")
