"""A PDF -> faults: the file has layers."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (layers; house: none)", ua="7.10-1, 7.10-2 (house: none)", a="6.9-1 to 6.9-4 (house: none)")
def optional_content(file: OpenPdf) -> Iterator[Fault]:
    """The file has layers.

    What is printed or read aloud would depend on which of them are switched on.
    """
    if "/OCProperties" in file.root:
        yield Fault("the catalog has OCProperties")
