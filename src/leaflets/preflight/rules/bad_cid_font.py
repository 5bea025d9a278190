"""A PDF -> faults: a font does not say which code is which glyph."""

import re
from collections.abc import Iterator
from typing import Any

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
        if isinstance(encoding, pikepdf.Stream):
            yield from _cmap_faults(encoding, inner, name=use.font.name)
        mapping = inner.get("/CIDToGIDMap")
        if inner.get("/Subtype") == "/CIDFontType2" and not (
            isinstance(mapping, pikepdf.Stream) or mapping == "/Identity"
        ):
            yield Fault(f"the font {use.font.name} has no CIDToGIDMap")


def _cmap_faults(cmap: Any, font: Any, *, name: str) -> Iterator[Fault]:  # pikepdf's stream and dictionary
    """An embedded CMap says the same in its dictionary and in its program, and needs no other one."""
    program = cmap.read_bytes()
    mode = re.search(rb"/WMode\s+([01])\s+def", program)
    if int(cmap.get("/WMode", 0)) != (int(mode[1]) if mode else 0):
        yield Fault(f"the CMap of the font {name} says two directions of writing")
    if re.search(rb"/(?!Identity)\S+\s+usecmap", program) or "/UseCMap" in cmap:
        yield Fault(f"the CMap of the font {name} needs one that is not in the file")
    ours, theirs = cmap.get("/CIDSystemInfo"), font.get("/CIDSystemInfo", pikepdf.Dictionary())
    if ours is not None and any(ours.get(key) != theirs.get(key) for key in ("/Registry", "/Ordering")):
        yield Fault(f"the font {name} and its CMap are of two character collections")
