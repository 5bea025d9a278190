"""A hand-off to the bytes of a .docx file made for a phone."""

import io

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from leaflets.exchange.archive import steady
from leaflets.exchange.handoff import ARROW, CONFIRM, STILL_RIGHT, Handoff, Item, lines_of
from leaflets.language import Direction


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
    return steady(stream.getvalue())


def _block(document: Document, item: Item, handoff: Handoff) -> None:
    for label, text, direction in lines_of(item, handoff):
        paragraph = document.add_paragraph()
        small = paragraph.add_run(f"{label}\n")
        small.font.size = Pt(8)
        _write(paragraph, text, direction)
    _box(document, f"{ARROW} {item.label} {handoff.language}", item.current, handoff.direction)
    if item.fuzzy:
        _box(document, f"{CONFIRM} {item.label} {STILL_RIGHT}", "", "ltr")


def _box(document: Document, label: str, text: str, direction: Direction) -> None:
    table = document.add_table(rows=2, cols=1)
    table.style = "Table Grid"
    mark = table.rows[0].cells[0].paragraphs[0].add_run(label)
    mark.font.size = Pt(8)
    cell = table.rows[1].cells[0]
    _shade(cell)
    _write(cell.paragraphs[0], text, direction)
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
