"""A PDF -> faults: undefined blend modes, groups in other colours than the output."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.colors import intent_space
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

MODES = frozenset(
    "/" + mode
    for mode in (
        *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge"),
        *("ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color"),
        "Luminosity",
    )
)


@rule(x4="6.3 (transparency)", a="6.2.10-1, 6.2.10-2")
def bad_blend_mode(file: OpenPdf) -> Iterator[Fault]:
    """A blend mode is not defined, or a transparency group is in other colours than the output.

    Programs show what is under it, or nothing.
    """
    intent = intent_space(file)
    for found in file.dictionaries:
        mode = found.get("/BM")
        if isinstance(mode, pikepdf.Name) and str(mode) not in MODES:
            yield Fault(f"the blend mode {str(mode)[1:]} does not exist")
        group = found.get("/Group")
        space = group.get("/CS") if isinstance(group, pikepdf.Dictionary) else None
        if isinstance(space, pikepdf.Name) and str(space) not in (f"/Device{intent}", "/DeviceGray"):
            yield Fault(f"a transparency group is in {str(space)[1:]}, and the output intent is {intent}")
