"""A PDF -> faults: the file does not say when it was made and changed."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6.1 (AN 2.6)")
def missing_dates(file: OpenPdf) -> Iterator[Fault]:
    """The file does not say when it was made and changed.

    A shop could print last year's edition and not see it.
    """
    for key in ("/CreationDate", "/ModDate"):
        if not re.match(r"D:[0-9]{14}", str(file.info.get(key, ""))):
            yield Fault(f"the Info dictionary has no {key[1:]}")
