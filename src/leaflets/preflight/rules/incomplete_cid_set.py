"""A PDF -> faults: a font's list of its glyphs is not complete."""

from collections.abc import Iterator

import pikepdf

from leaflets.preflight.opened import OpenPdf
from leaflets.preflight.rule import Fault, rule


@rule(ua="7.21.4.2-2", a="6.2.11.4.2-2")
def incomplete_cid_set(file: OpenPdf) -> Iterator[Fault]:
    """A font's list of its glyphs is not complete.

    It is not needed, and misleads where it is wrong.
    """
    for use in file.font_uses:
        listed = use.descriptor.get("/CIDSet")
        if isinstance(listed, pikepdf.Stream):
            bits = listed.read_bytes()
            missing = [c for c in use.codes if c // 8 >= len(bits) or not bits[c // 8] & 0x80 >> c % 8]
            if missing:
                yield Fault(f"the CIDSet of the font {use.font.name} lacks {len(missing)} glyphs")
