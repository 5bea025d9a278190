"""A hand-off to the bytes of a .docx file made for a phone, and such a file to its cells."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import InputError
from leaflets.exchange.archive import guard
from leaflets.exchange.handoff import ARROW, Handoff, Item, lines_of
from leaflets.project import Direction


def write_word(handoff: Handoff, *, instructions: tuple[str, ...]) -> bytes:
    """Paragraphs, and under each message a box for its translation."""
    document = docx.Document()
    document.core_properties.author = "leaflets"
    document.styles["Normal"].font.size = Pt(12)
    for line in (handoff.head, *instructions):
        document.add_paragraph(line)
    for item in handoff.items:
        _block(document, item, handoff)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read_word(data: bytes, *, file: str) -> Iterator[tuple[str, ...]]:
    """The texts of every paragraph and table in order; the paragraphs of one box are one text."""
    guard(data, file=file)
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, TypeError, zipfile.BadZipFile, LxmlError) as error:
        raise InputError.of(_unreadable(file, str(error))) from None
    yield from _texts(document)


def _block(document: Document, item: Item, handoff: Handoff) -> None:
    for label, text, direction in lines_of(item, handoff):
        paragraph = document.add_paragraph()
        small = paragraph.add_run(f"{label}\n")
        small.font.size = Pt(8)
        _write(paragraph, text, direction)
    table = document.add_table(rows=2, cols=1)
    table.style = "Table Grid"
    mark = table.rows[0].cells[0].paragraphs[0].add_run(f"{ARROW} {item.label} {handoff.language}")
    mark.font.size = Pt(8)
    cell = table.rows[1].cells[0]
    _shade(cell)
    _write(cell.paragraphs[0], item.current, handoff.direction)
    document.add_paragraph()


def _write(paragraph: Paragraph, text: str, direction: Direction) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(14)
    if direction == "rtl":
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - no API for it
        run.font.rtl = True


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "FFF6DC")
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - no API for it


def _texts(document: Document) -> Iterator[tuple[str, ...]]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield (block.text,)
        else:
            cells = [cell for row in block.rows for cell in row.cells]
            yield tuple("\n".join(paragraph.text for paragraph in cell.paragraphs) for cell in cells)


def _unreadable(file: str, why: str) -> Diagnostic:
    return Diagnostic(
        rule="unreadable-file",
        message="the document cannot be read",
        place=Place(file=file),
        notes=(why[:200],),
        help="open it, save it as .docx, and try again",
    )
