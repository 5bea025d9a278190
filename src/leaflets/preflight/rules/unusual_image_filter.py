"""A PDF -> faults: an image is compressed in a way that shops seldom meet."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

USUAL = ("/FlateDecode", "/DCTDecode")


@rule(x="house rule (X17)", help="save images as PNG or JPEG")
def unusual_image_filter(file: OpenPdf) -> Iterator[Fault]:
    """An image is compressed in a way that shops seldom meet.

    JPEG 2000 and fax codes are where presses differ.
    """
    for image in file.images:
        found = image.get("/Filter", pikepdf.Array())
        for name in found.as_list() if isinstance(found, pikepdf.Array) else [found]:
            if str(name) not in USUAL:
                yield Fault(f"an image uses {str(name)[1:]}")
