"""A PDF -> faults: a font has codes of one byte."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.21.6 (house: Type 0 only)", a="6.2.11.6 (house: Type 0 only)")
def simple_font(file: OpenPdf) -> Iterator[Fault]:
    """A font has codes of one byte.

    Its rules differ by kind and are broken easily; leaflets writes Type 0 fonts only.
    """
    for use in file.font_uses:
        if use.font.code_bytes == 1:
            yield Fault(f"the font {use.font.name} is {use.font.subtype} and not Type 0")
