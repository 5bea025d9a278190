"""A .docx file that came back -> the cells of its paragraphs and boxes, whatever program wrote it."""

import io
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import InputError
from leaflets.exchange.archive import DAMAGES, guard
from leaflets.exchange.cells import Cell, Row

PARAGRAPH, TABLE, CELL, RUN, TEXT = (qn(f"w:{name}") for name in ("p", "tbl", "tc", "r", "t"))
COMMENT, SYMBOL = qn("w:commentReference"), qn("w:sym")
TRACKED = frozenset(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"))
"""What changed while changes were recorded (ISO/IEC 29500-1, 17.13.5); changes of looks alone do no harm."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same content again, for programs that do not know the first kind (ISO/IEC 29500-3, 7.6)."""

CHARACTERS = {
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",
}
"""Elements of a run that stand for a character (ISO/IEC 29500-1, 17.3.3)."""


def read_word(data: bytes, *, file: str) -> tuple[Row, ...]:
    """The texts of every paragraph and table in order; the paragraphs of one box are one text.

    A paragraph with a line break is two: what it is, and the text. InputError for what cannot be read, and
    for changes that were recorded: two texts stand there, and a person has to say which one is meant.
    """
    guard(data, file=file)
    try:
        document = docx.Document(io.BytesIO(data))
        body, comments = document.element.body, _comments(document)
        changed = [found for found in body.iter(*TRACKED) if found.getparent().tag != qn("w:rPr")]
        rows = tuple(_rows(body, comments))
    except (PackageNotFoundError, etree.LxmlError, *DAMAGES):
        raise InputError.of(_unreadable(file)) from None
    if changed:
        raise InputError.of(_tracked(file, changed))
    return rows


def _comments(document: Document) -> Mapping[str, str]:
    return {str(comment.comment_id): comment.text for comment in document.comments}


def _rows(body: etree._Element, comments: Mapping[str, str]) -> Iterator[Row]:
    boxes = 0
    for block in _found(body, (PARAGRAPH, TABLE)):
        if block.tag == TABLE:
            boxes += 1
            cells = _found(block, (CELL,))
            yield tuple(
                Cell(text=_text(one), place=f"box {boxes}", note=_note(one, comments)) for one in cells
            )
            continue
        label, _, text = _text(block).partition("\n")
        place = f"above box {boxes + 1}"
        first = Cell(text=label, place=place, note=_note(block, comments))
        yield (first, Cell(text=text, place=place)) if text else (first,)


def _found(element: etree._Element, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """The outermost elements of these kinds: programs wrap them in content controls and custom XML."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag != FALLBACK:
            yield from _found(child, tags)


def _text(element: etree._Element) -> str:
    """All that is shown, however deep it stands: links, fields, content controls, tags of programs."""
    return "".join(_parts(element)).strip("\n")


def _parts(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == PARAGRAPH:
            yield "\n"
        if element.tag == RUN and child.tag == TEXT:
            yield child.text or ""
        elif element.tag == RUN and child.tag in CHARACTERS:
            yield CHARACTERS[child.tag]
        elif child.tag == SYMBOL:
            yield chr(int(child.get(qn("w:char"), "FFFD"), 16))
        elif child.tag != FALLBACK:
            yield from _parts(child)


def _note(element: etree._Element, comments: Mapping[str, str]) -> str:
    ids = (found.get(qn("w:id"), "") for found in element.iter(COMMENT))
    return "\n".join(comments[one] for one in ids if one in comments)


def _tracked(file: str, changed: list[etree._Element]) -> Diagnostic:
    blocks = (next(one.iterancestors(CELL, PARAGRAPH), one) for one in changed)
    texts = list(dict.fromkeys(_text(block) for block in blocks))
    return Diagnostic(
        rule="tracked-changes",
        message=f"somebody recorded changes in it, and nobody has accepted or rejected them: {len(changed)}",
        place=Place(file=file),
        notes=("nothing was changed: it is not known which text is meant", *texts[:3]),
        help="look at them in a word processor, accept or reject all (Review, Accept All Changes), save it,"
        " and import it again",
    )


def _unreadable(file: str) -> Diagnostic:
    return Diagnostic(
        rule="unreadable-file",
        message="the document cannot be read",
        place=Place(file=file),
        notes=("it is damaged, or no document of a word processor",),
        help="open it in a word processor, save it as .docx, and import that",
    )
