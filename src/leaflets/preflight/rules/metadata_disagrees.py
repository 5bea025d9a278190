"""A PDF -> faults: the file says one thing about itself in Info and another in XMP."""

import re
from collections.abc import Iterator

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule

TEXTS = (
    ("/Title", "dc:title"),
    ("/Author", "dc:creator"),
    ("/Subject", "dc:description"),
    ("/Keywords", "pdf:Keywords"),
    ("/Producer", "pdf:Producer"),
    ("/Creator", "xmp:CreatorTool"),
    ("/Publisher", "dc:publisher"),
    ("/Rights", "dc:rights"),
    ("/Edition", "xmpMM:VersionID"),
    ("/Language", "dc:language"),
)
STANDARD = ("/Title", "/Author", "/Subject", "/Keywords")
"""Keys of Info that every program shows; the last four of TEXTS are our own."""

DATES = (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"))


@rule(x4="6.1 (XMP)", a="6.6.3", ua="house rule (X5)", x3="house rule (X5)", x1a="house rule (X5)")
def metadata_disagrees(file: OpenPdf) -> Iterator[Fault]:
    """The file says one thing about itself in Info and another in XMP.

    One program would show the old title and another the new one.
    """
    for key, name in TEXTS:
        told = str(file.info[key]) if key in file.info else ""
        if told != file.packet.text(name) and (told or key in STANDARD):
            yield Fault(f"{key[1:]} and {name} differ")
    for key, name in DATES:
        if key in file.info and _digits(str(file.info[key])) != _digits(file.packet.text(name)):
            yield Fault(f"{key[1:]} and {name} differ")


def _digits(date: str) -> str:
    """Date and time to the second; both are in UTC in our files, and others give the same zone."""
    return "".join(re.findall(r"[0-9]", date))[:14]
