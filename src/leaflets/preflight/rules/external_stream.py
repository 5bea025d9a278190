"""A PDF -> faults: the data of a stream is in another file."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.7)", a="6.1.7.1-3")
def external_stream(file: OpenPdf) -> Iterator[Fault]:
    """The data of a stream is in another file.

    That file does not travel with this one.
    """
    for stream in file.streams:
        for key in ("/F", "/FFilter", "/FDecodeParms"):
            if key in stream:
                yield Fault(f"a stream has the key {key[1:]}")
