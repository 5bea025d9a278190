"""A PDF -> faults: another file is attached."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.7)", ua="7.11-1 (house: none)", a="6.8-1 to 6.8-5 (house: none)")
def embedded_file(file: OpenPdf) -> Iterator[Fault]:
    """Another file is attached.

    Nobody who hands out a leaflet expects one in it.
    """
    for found in file.dictionaries:
        if found.get("/Type") == "/Filespec" or "/EmbeddedFiles" in found or "/EF" in found:
            yield Fault("a file is attached")
            return
