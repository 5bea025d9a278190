"""Font dictionaries of a PDF -> their programs, widths, glyphs and texts."""

import re
from collections.abc import Iterator

import pikepdf

from leaflets.errors import PdfError
from leaflets.preflight.marks import Font

ROW = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
HIGHEST = 0xFFFF
"""Of the codes and CIDs that a composite font can have (ISO 32000-1, annex C)."""
SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


def read_font(font: pikepdf.Object) -> Font:
    """A Type 0 font with two-byte codes; PdfError for any other, which a leaflet never has."""
    found = any_font(font)
    if found.fault:
        raise PdfError(f"the font {font.get('/BaseFont')} {found.fault}")
    return found


def any_font(font: pikepdf.Object) -> Font:
    """A font as far as it can be read; `fault` says what is wrong with it."""
    composite = font.get("/Subtype") == "/Type0"
    inner = font.DescendantFonts[0] if composite and "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", pikepdf.Dictionary())
    program = next((descriptor[key] for key in PROGRAMS if key in descriptor), None)
    mapping = inner.get("/CIDToGIDMap")
    return Font(
        name=str(font.get("/BaseFont", "/unnamed"))[1:],
        subtype=str(inner.get("/Subtype", "/"))[1:],
        program=b"" if program is None else program.read_bytes(),
        gids=_words(mapping.read_bytes()) if isinstance(mapping, pikepdf.Stream) else (),
        widths=dict(_widths(inner) if composite else _simple_widths(font)),
        texts=dict(texts_of(font.ToUnicode.read_bytes())) if "/ToUnicode" in font else {},
        code_bytes=2 if composite else 1,
        fault=_fault(font, embedded=program is not None),
    )


def _fault(font: pikepdf.Object, *, embedded: bool) -> str:
    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        return "is not a Type 0 font with Identity-H"
    return "" if embedded else "is not embedded"


def _simple_widths(font: pikepdf.Object) -> Iterator[tuple[int, float]]:
    widths = font.get("/Widths", pikepdf.Array()).as_list()
    yield from enumerate(map(float, widths), int(font.get("/FirstChar", 0)))


def _words(data: bytes) -> tuple[int, ...]:
    return tuple(int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))


def _widths(font: pikepdf.Object) -> Iterator[tuple[int, float]]:
    """The W array (ISO 32000-1, 9.7.4.3)."""
    rest = list(font.get("/W", pikepdf.Array()).as_list())
    while rest:
        first, second = int(rest.pop(0)), rest.pop(0)
        if isinstance(second, pikepdf.Array):
            yield from enumerate(map(float, second.as_list()), first)
        else:
            width = float(rest.pop(0))
            yield from ((code, width) for code in range(first, min(int(second), HIGHEST) + 1))


def texts_of(cmap: bytes) -> Iterator[tuple[int, str]]:
    """The rows of a ToUnicode CMap (9.10.3)."""
    for kind, body in SECTION.findall(cmap):
        if kind == b"char":
            yield from ((int(code, 16), _text(text)) for code, text in ROW.findall(body))
            continue
        for first, last, text in RANGE.findall(body):
            start = _text(text)
            for i, code in enumerate(range(int(first, 16), min(int(last, 16), HIGHEST) + 1)):
                yield code, start[:-1] + chr(ord(start[-1]) + i)


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be")
