"""Faces as a job used them -> fonts ready to be written, with subset programs; their objects in a file."""

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from reportlab.pdfbase.pdfdoc import PDFDocument

from leaflets.fonts.composites import add_composites
from leaflets.fonts.face import Face
from leaflets.fonts.subset import subset_face
from leaflets.pdf.objects import (
    Dictionary,
    array,
    dictionary,
    flate,
    flate_stream,
    flate_text,
    name,
    number,
    reference,
)
from leaflets.pdf.typefaces import NOTDEF, CidTypeface, Codes, GlyfTypeface, refuse_notdef

SYMBOLIC = 4
"""Font flag: the codes are not those of a standard encoding (ISO 32000-1, 9.8.2)."""

ROWS = 100
"""Most rows of one bfchar section (Adobe Technical Note 5014)."""

CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{rows}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """What all files of a job have of a face; streams are compressed."""

    name: str
    """Of the resource."""
    base: str
    """PostScript name of the subset."""
    face: Face
    program: bytes
    size: int
    """Bytes of the program before it was compressed."""
    widths: str
    """The array W (ISO 32000-1, 9.7.4.3)."""
    to_unicode: bytes
    to_gid: bytes = b""
    """Of TrueType outlines; CFF programs find their glyphs by the code."""


def made_font(typeface: GlyfTypeface | CidTypeface) -> Font:
    """PdfError for a glyph that the face lacks; FontError if the face must not be embedded."""
    return _cid_font(typeface) if isinstance(typeface, CidTypeface) else _glyf_font(typeface)


def _glyf_font(typeface: GlyfTypeface) -> Font:
    face, codes = typeface.face, typeface.codes
    program, gids = _program(face, codes)
    advance = face.advances.__getitem__
    widths = [advance(shape) if isinstance(shape, int) else shape.advance for shape, _text in codes]
    letters, packed = _packed(program)
    return Font(
        name=typeface.name,
        base=f"{letters}+{face.ps_name}",
        face=face,
        program=packed,
        size=len(program),
        widths=_widths(enumerate((advance(NOTDEF), *widths)), units=face.upem),
        to_unicode=flate_text(to_unicode(enumerate((text for _shape, text in codes), 1))),
        to_gid=flate(struct.pack(f">{len(gids)}H", *gids)),
    )


def _program(face: Face, codes: Codes) -> tuple[bytes, list[int]]:
    """The subset with its composites, and the glyph of each code in it, beginning with .notdef's."""
    shapes = [shape for shape, _text in codes]
    composites = [shape for shape in shapes if not isinstance(shape, int)]
    gids = {shape for shape in shapes if isinstance(shape, int)}
    gids.update([gid for composite in composites for gid, _dx, _dy in composite.parts])
    if NOTDEF in gids:
        for shape, text in codes:
            refuse_notdef(shape, text, face=face)
    subset = subset_face(face, frozenset(gids))
    program, first = add_composites(subset, composites) if composites else (subset.program, 0)
    added, new = count(first), subset.old_to_new
    return program, [NOTDEF, *[new[shape] if isinstance(shape, int) else next(added) for shape in shapes]]


def _cid_font(typeface: CidTypeface) -> Font:
    face, subset = typeface.face, typeface.subset
    widths = sorted((cid, face.advance(gid)) for gid, cid in subset.old_to_new.items())
    texts = sorted((ord(code[0]) << 8 | ord(code[1]), text) for code, text in typeface.texts.items())
    letters, packed = _packed(subset.program)
    return Font(
        name=typeface.name,
        base=f"{letters}+{face.ps_name}",
        face=face,
        program=packed,
        size=len(subset.program),
        widths=_widths(widths, units=face.upem),
        to_unicode=flate_text(to_unicode(texts)),
    )


def _packed(program: bytes) -> tuple[str, bytes]:
    """Six letters that it decides, before the name of a subset (ISO 32000-1, 9.6.4); and it, compressed."""
    letters = (chr(ord("A") + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
    return "".join(letters), flate(program)


def _widths(widths: Iterable[tuple[int, int]], *, units: int) -> str:
    """The W array of codes and widths in their order: runs of consecutive codes (ISO 32000-1, 9.7.4.3)."""
    runs: list[str] = []
    previous = -2
    for code, wide in widths:
        width = number(wide * 1000 / units)
        runs.append(f" {width}" if code == previous + 1 else f"]\n{code} [{width}")
        previous = code
    return f"[{''.join(runs)[1:]}] ]"


def to_unicode(texts: Iterable[tuple[int, str]]) -> bytes:
    """A CMap from codes to text (ISO 32000-1, 9.10.3)."""
    rows = [f"<{code:04x}> <{_digits(text)}>" for code, text in texts]
    sections = [rows[i : i + ROWS] for i in range(0, len(rows), ROWS)]
    body = "\n".join("\n".join((f"{len(s)} beginbfchar", *s, "endbfchar")) for s in sections)
    return CMAP.format(rows=body).encode()


@lru_cache(maxsize=4096)
def _digits(text: str) -> str:
    """Kept, as the letters of a language return in each document."""
    return text.encode("utf-16-be").hex()


def font_object(font: Font, *, document: PDFDocument) -> Dictionary:
    """The font dictionary (ISO 32000-1, 9.7.6), with the objects that it refers to."""
    descendant = dictionary(
        Type=name("Font"),
        Subtype=name("CIDFontType2" if font.to_gid else "CIDFontType0"),
        BaseFont=name(font.base),
        CIDSystemInfo=dictionary(Registry="(Adobe)", Ordering="(Identity)", Supplement=0),
        FontDescriptor=reference(document, _descriptor(font, document=document)),
        DW=0,
        W=font.widths,
    )
    if font.to_gid:
        descendant["CIDToGIDMap"] = reference(document, flate_stream(font.to_gid))
    return dictionary(
        Type=name("Font"),
        Subtype=name("Type0"),
        BaseFont=name(font.base),
        Encoding=name("Identity-H"),
        DescendantFonts=array([reference(document, descendant)]),
        ToUnicode=reference(document, flate_stream(font.to_unicode)),
    )


def _descriptor(font: Font, *, document: PDFDocument) -> Dictionary:
    """ISO 32000-1, 9.8; the key of the program says its kind (9.9)."""
    face, scale = font.face, 1000 / font.face.upem
    if font.to_gid:
        key, program = "FontFile2", flate_stream(font.program, Length1=font.size)
    else:
        key, program = "FontFile3", flate_stream(font.program, Subtype=name("CIDFontType0C"))
    return dictionary(
        Type=name("FontDescriptor"),
        FontName=name(font.base),
        Flags=SYMBOLIC,
        FontBBox=array([round(edge * scale) for edge in face.bbox]),
        ItalicAngle=round(face.italic_angle, 3),
        Ascent=round(face.ascent * scale),
        Descent=round(face.descent * scale),
        CapHeight=round(face.cap_height * scale),
        StemV=round(50 + (face.weight_class / 65) ** 2),
        **{key: reference(document, program)},
    )
