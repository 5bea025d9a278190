"""A PDF -> faults: the file embeds a PostScript program, or content of another file."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.12, 2.15)", ua="7.20-1", a="6.2.9-1 to 6.2.9-3")
def forbidden_xobject(file: OpenPdf) -> Iterator[Fault]:
    """The file embeds a PostScript program, or content of another file.

    What it prints is not in the file, or not to be foreseen.
    """
    for stream in file.streams:
        if stream.get("/Subtype") == "/PS" or stream.get("/Subtype2") == "/PS":
            yield Fault("there is a PostScript XObject")
        for key in ("/Ref", "/OPI", "/PS"):
            if stream.get("/Subtype") == "/Form" and key in stream:
                yield Fault(f"a form XObject has the key {key[1:]}")
