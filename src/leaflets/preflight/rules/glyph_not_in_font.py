"""A PDF -> faults: a letter is shown that the embedded font does not hold."""

from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.9)", ua="7.21.4.1-2", a="6.2.11.4.1-2")
def glyph_not_in_font(file: OpenPdf) -> Iterator[Fault]:
    """A letter is shown that the embedded font does not hold.

    It would be missing on paper.
    """
    for use in file.font_uses:
        if use.font.program and use.font.code_bytes == 2:
            missing = sorted(use.codes - set(use.advances))
            if missing:
                yield Fault(f"the font {use.font.name} lacks {len(missing)} glyphs that are shown")
