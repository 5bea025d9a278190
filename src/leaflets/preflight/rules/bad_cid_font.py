"""A PDF -> faults: a font does not say which code is which glyph."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x="6 (AN 2.9)", ua="7.21.3.1-1, 7.21.3.2-1, 7.21.3.3-1", a="6.2.11.3.1-1 to 6.2.11.3.3-3")
def bad_cid_font(file: OpenPdf) -> Iterator[Fault]:
    """A font does not say which code is which glyph.

    Readers would guess, and draw other letters.
    """
    for use in file.font_uses:
        if use.font.code_bytes == 1:
            continue
        encoding, inner = use.dictionary.get("/Encoding"), use.descendant
        if "/CIDSystemInfo" not in inner:
            yield Fault(f"the font {use.font.name} has no CIDSystemInfo")
        if not isinstance(encoding, pikepdf.Stream) and encoding not in ("/Identity-H", "/Identity-V"):
            yield Fault(f"the CMap of the font {use.font.name} is not embedded")
        mapping = inner.get("/CIDToGIDMap")
        if inner.get("/Subtype") == "/CIDFontType2" and not (
            isinstance(mapping, pikepdf.Stream) or mapping == "/Identity"
        ):
            yield Fault(f"the font {use.font.name} has no CIDToGIDMap")
