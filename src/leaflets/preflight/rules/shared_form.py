"""A PDF -> faults: content is drawn through a form."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.20-2 (house: no form XObjects)")
def shared_form(file: OpenPdf) -> Iterator[Fault]:
    """Content is drawn through a form.

    Drawn twice, its tags would belong to two places; leaflets draws everything where it stands.
    """
    for stream in file.streams:
        if stream.get("/Subtype") == "/Form":
            yield Fault("there is a form XObject")
