"""A PDF -> faults: a colour is given in inks or lights that the output intent does not have."""

from collections.abc import Iterator

from leaflets.preflight.colors import color_uses, intent_space
from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x4="6.2 (AN 2.16)", x3="6.2 (AN 2.16)", x1a="6.2 (AN 2.16)", a="6.2.4.3-1 to 6.2.4.3-4")
def wrong_color_space(file: OpenPdf) -> Iterator[Fault]:
    """A colour is given in inks or lights that the output intent does not have.

    RGB on a press, or inks on a screen, come out by chance.
    """
    intent = intent_space(file)
    allowed = {"DeviceGray"} | ({"CMYK": {"DeviceCMYK"}, "RGB": {"DeviceRGB"}}.get(intent, set()))
    strict = file.standard_name == "PDF/X-1a:2001"
    for page, space in color_uses(file):
        independent = space in ("ICCBased", "CalRGB", "CalGray", "Lab")
        if space.startswith("Device") and space not in allowed:
            yield Fault(f"{space} is used, and the output intent is {intent or 'unknown'}", page=page)
        elif strict and independent:
            yield Fault(f"{space} is used, and PDF/X-1a has inks only", page=page)
