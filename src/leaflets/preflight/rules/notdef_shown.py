"""A PDF -> faults: a box stands in place of a letter."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.9)", ua="7.21.8-1", a="6.2.11.8-1")
def notdef_shown(file: OpenPdf) -> Iterator[Fault]:
    """A box stands in place of a letter.

    The font has no such letter, and somebody cannot read her word.
    """
    for use in file.font_uses:
        if use.notdef:
            yield Fault(f"the font {use.font.name} shows .notdef for {len(use.notdef)} codes")
