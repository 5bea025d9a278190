"""A tagged PDF -> what a screen reader says, in order, as text: role, language, words, targets of links."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

from leaflets.preflight.reader import read_pdf
from leaflets.preflight.reading import PICTURES, Key, Texts, kids_of, page_numbers, place_of, texts_of

INLINE = frozenset(("Span", "Link", "Quote", "Code", "Reference", "BibEntry", "Annot"))
"""Structure types within a line (ISO 32000-1, 14.8.4.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What all elements of a file are read with."""

    pages: Mapping[Key, int]
    texts: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class _At:
    """Where an element stands: its depth, and the language and page that it inherits."""

    depth: int
    language: str
    page: int | None


def dump_tags(data: bytes) -> str:
    """One line an element, indented as they are nested.

    `P [sr] …` begins another language, `{sr: …}` within a line; `<tel:192 "1 9 2">` is a link and what is
    said for it; text that nothing is tagged with is silent, and so is not here.
    """
    contents = read_pdf(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        file = _Page(pages=page_numbers(pdf), texts=texts_of(contents))
        root = pdf.Root.get("/StructTreeRoot")
        lines = [f"title: {pdf.docinfo.get('/Title', '')}", f"language: {pdf.Root.get('/Lang', '')}"]
        at = _At(depth=0, language="", page=None)
        for kid in [] if root is None else kids_of(root):
            lines += _lines(kid, file, at)
        return "\n".join(lines) + "\n"


def _lines(element: Any, file: _Page, at: _At) -> Iterator[str]:  # pikepdf's structure element
    """The element with the text in its own line, then what is below it."""
    inner = _inside(element, file, at)
    words = _own_words(element)
    below: list[Any] = []
    for kid in () if words is not None else kids_of(element):
        if _is_block(kid):
            below.append(kid)
        else:
            words = (words or "") + _words(kid, file, inner)
    text = " ".join((words or "").split())
    yield "  " * at.depth + _head(element, at) + (f" {text}" if text else "")
    for kid in below:
        yield from _lines(kid, file, inner)


def _inside(element: Any, file: _Page, at: _At) -> _At:  # as above
    return _At(
        depth=at.depth + 1,
        language=str(element.get("/Lang", at.language)),
        page=file.pages.get(element.Pg.objgen, at.page) if "/Pg" in element else at.page,
    )


def _is_block(kid: Any) -> bool:  # a kid of pikepdf: an element, a number, or a reference
    return not isinstance(kid, int) and "/S" in kid and str(kid.S)[1:] not in INLINE


def _own_words(element: Any) -> str | None:  # as above
    """ActualText, or of a picture its Alt."""
    if "/ActualText" in element:
        return str(element.ActualText)
    return str(element.get("/Alt", "")) if str(element.S)[1:] in PICTURES else None


def _words(kid: Any, file: _Page, at: _At) -> str:  # as above
    """What is said for a piece of content, or for an element within a line."""
    place = place_of(kid, page=at.page, pages=file.pages)
    if place is not None:
        return file.texts.get(place, "")
    if isinstance(kid, int) or "/S" not in kid:
        return ""
    inner = _inside(kid, file, at)
    words = _own_words(kid)
    if words is None:
        words = "".join(_words(below, file, inner) for below in kids_of(kid))
    if kid.S == "/Link":
        return f'<{_target(kid)} "{kid.get("/Alt", words)}">'
    return words if inner.language == at.language else f"{{{inner.language}: {words}}}"


def _target(link: Any) -> str:  # as above
    for kid in kids_of(link):
        if not isinstance(kid, int) and "/Obj" in kid:
            return str(kid.Obj.get("/A", pikepdf.Dictionary()).get("/URI", "no target"))
    return "no target"


def _head(element: Any, at: _At) -> str:  # as above
    """Role, language if it is another one, and what a screen reader adds."""
    role = str(element.S)[1:]
    language = str(element.get("/Lang", at.language))
    parts = [role]
    if language != at.language:
        parts.append(f"[{language}]")
    if role == "L":
        items = sum(_is_block(kid) and kid.S == "/LI" for kid in kids_of(element))
        parts.append(f"({items} items)")
    scope = element.get("/A", pikepdf.Dictionary()).get("/Scope") if role == "TH" else None
    if scope is not None:
        parts.append(f"({str(scope)[1:]})")
    return " ".join(parts)
