"""A PDF -> faults: the widths that the file states are not those of its font."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.9)", ua="7.21.5-1", a="6.2.11.5-1")
def wrong_width(file: OpenPdf) -> Iterator[Fault]:
    """The widths that the file states are not those of its font.

    Letters would run into each other, or fall apart.
    """
    for use in file.font_uses:
        default = float(use.descendant.get("/DW", 1000))
        wrong = [c for c, w in use.advances.items() if abs(use.font.widths.get(c, default) - w) > 1]
        if wrong:
            yield Fault(f"the font {use.font.name} has {len(wrong)} wrong widths")
