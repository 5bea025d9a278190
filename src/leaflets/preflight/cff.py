"""An embedded CFF program -> its glyphs by CID (ISO 32000-1, 9.7.4.2)."""

import io
from typing import Any


def top_dict(program: bytes) -> Any:  # fontTools'
    """Of the one font in a bare CFF table."""
    from fontTools.cffLib import CFFFontSet  # noqa: PLC0415 - loads slowly, and few fonts are of this kind

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    return fonts[0]


def glyph_name(cid: int) -> str:
    """What fontTools calls the glyph of a CID."""
    return f"cid{cid:05d}" if cid else ".notdef"
