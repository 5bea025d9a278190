"""A PDF -> faults: a font is not in the file."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.9)", ua="7.21.4.1-1", a="6.2.11.4.1-1")
def font_not_embedded(file: OpenPdf) -> Iterator[Fault]:
    """A font is not in the file.

    Another one would be taken, which may lack letters of the language.
    """
    for use in file.font_uses:
        if not use.font.program:
            yield Fault(f"the font {use.font.name} is not embedded")
