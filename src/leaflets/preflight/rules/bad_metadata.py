"""A PDF -> faults: the metadata cannot be read."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(x4="6.1 (XMP)", ua="7.1-8", a="6.6.2.1-2 to 6.6.2.1-5")
def bad_metadata(file: OpenPdf) -> Iterator[Fault]:
    """The metadata cannot be read.

    It is not XML, not UTF-8, or has an old header.
    """
    if not file.packet.present:
        return
    if file.packet.fault:
        yield Fault(f"the XMP packet is not XML: {file.packet.fault[:100]}")
    if re.search(rb"<\?xpacket begin=[^>]*(bytes|encoding)=", file.packet.data):
        yield Fault("the XMP packet has the attribute bytes or encoding")
    try:
        file.packet.data.decode("utf-8")
    except UnicodeDecodeError:
        yield Fault("the XMP packet is not UTF-8")
