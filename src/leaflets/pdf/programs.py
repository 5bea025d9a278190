"""Faces as a document used them -> Type 0 font objects with subset programs and ToUnicode."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObjectReference

from leaflets.fonts.composites import Composite, add_composites
from leaflets.fonts.face import Face
from leaflets.fonts.subset import subset_face
from leaflets.pdf.objects import array, deflated, deflated_text, dictionary, name, number, refer
from leaflets.pdf.typefaces import CidTypeface, Codes, GlyfTypeface

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


def font_object(typeface: GlyfTypeface | CidTypeface, *, document: PDFDocument) -> PDFDictionary:
    """The font dictionary of a typeface; its program, widths and texts are what was used of it."""
    if isinstance(typeface, CidTypeface):
        return _cid_font(typeface, document=document)
    return _glyf_font(typeface, document=document)


def _glyf_font(typeface: GlyfTypeface, *, document: PDFDocument) -> PDFDictionary:
    codes = typeface.codes
    program, gids = _program(typeface.face, codes)
    base = _tagged_name(typeface.face, program)
    stream = deflated(program, Length1=len(program))
    descriptor = _descriptor(typeface.face, base, FontFile2=refer(document, stream))
    to_gid = deflated(b"".join([gid.to_bytes(2, "big") for gid in gids]))
    descendant = _descendant(
        base,
        subtype="CIDFontType2",
        descriptor=refer(document, descriptor),
        widths=_widths(dict(enumerate(codes.widths)), units=typeface.face.upem),
    )
    descendant["CIDToGIDMap"] = refer(document, to_gid)
    texts = list(enumerate(codes.texts))[1:]
    return _composite_font(base, descendant, texts=texts, document=document)


def _program(face: Face, codes: Codes) -> tuple[bytes, list[int]]:
    """The subset with its composites, and the glyph of each code in it."""
    composites = list(dict.fromkeys(shape for shape in codes.shapes if isinstance(shape, Composite)))
    plain = {shape for shape in codes.shapes if isinstance(shape, int)}
    parts = {gid for composite in composites for gid, _dx, _dy in composite.parts}
    subset = subset_face(face, frozenset(plain | parts))
    program, first = add_composites(subset, composites) if composites else (subset.program, 0)
    added = {composite: first + i for i, composite in enumerate(composites)}
    old_to_new = subset.old_to_new
    gids = [old_to_new[shape] if isinstance(shape, int) else added[shape] for shape in codes.shapes]
    return program, gids


def _cid_font(typeface: CidTypeface, *, document: PDFDocument) -> PDFDictionary:
    program = typeface.subset.program
    base = _tagged_name(typeface.face, program)
    stream = deflated(program, Subtype=name("CIDFontType0C"))
    descriptor = _descriptor(typeface.face, base, FontFile3=refer(document, stream))
    descendant = _descendant(
        base,
        subtype="CIDFontType0",
        descriptor=refer(document, descriptor),
        widths=_widths(typeface.widths, units=typeface.face.upem),
    )
    texts = sorted((code, text) for code, text in typeface.texts.items() if text)
    return _composite_font(base, descendant, texts=texts, document=document)


def _tagged_name(face: Face, program: bytes) -> str:
    """The name of a subset: six letters that its program decides (ISO 32000-1, 9.6.4)."""
    letters = (chr(ord("A") + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
    return f"{''.join(letters)}+{face.ps_name}"


def _descriptor(face: Face, base: str, **program: PDFObjectReference) -> PDFDictionary:
    scale = 1000 / face.upem
    return dictionary(
        Type=name("FontDescriptor"),
        FontName=name(base),
        Flags=SYMBOLIC,
        FontBBox=array([round(edge * scale) for edge in face.bbox]),
        ItalicAngle=round(face.italic_angle, 3),
        Ascent=round(face.ascent * scale),
        Descent=round(face.descent * scale),
        CapHeight=round(face.cap_height * scale),
        StemV=round(50 + (face.weight_class / 65) ** 2),
        **program,
    )


def _descendant(base: str, *, subtype: str, descriptor: PDFObjectReference, widths: str) -> PDFDictionary:
    system = dictionary(Registry="(Adobe)", Ordering="(Identity)", Supplement=0)
    return dictionary(
        Type=name("Font"),
        Subtype=name(subtype),
        BaseFont=name(base),
        CIDSystemInfo=system,
        FontDescriptor=descriptor,
        DW=0,
        W=widths,
    )


def _composite_font(
    base: str, descendant: PDFDictionary, *, texts: Sequence[tuple[int, str]], document: PDFDocument
) -> PDFDictionary:
    return dictionary(
        Type=name("Font"),
        Subtype=name("Type0"),
        BaseFont=name(base),
        Encoding=name("Identity-H"),
        DescendantFonts=array([refer(document, descendant)]),
        ToUnicode=refer(document, deflated_text(to_unicode(texts))),
    )


def _widths(widths: Mapping[int, int], *, units: int) -> str:
    """The W array: runs of consecutive codes (ISO 32000-1, 9.7.4.3)."""
    runs: list[str] = []
    previous = -2
    for code in sorted(widths):
        width = number(widths[code] * 1000 / units)
        runs.append(f" {width}" if code == previous + 1 else f"]\n{code} [{width}")
        previous = code
    return f"[{''.join(runs)[1:]}] ]"


def to_unicode(texts: Iterable[tuple[int, str]]) -> bytes:
    """A CMap from codes to text (ISO 32000-1, 9.10.3)."""
    rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in texts]
    sections = [rows[i : i + ROWS] for i in range(0, len(rows), ROWS)]
    body = "\n".join("\n".join((f"{len(s)} beginbfchar", *s, "endbfchar")) for s in sections)
    return CMAP.format(rows=body).encode()
