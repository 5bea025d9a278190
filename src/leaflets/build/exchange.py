"""A leaflet's catalog to what is handed to a translator, and a file that came back to its answers."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from leaflets.build.catalogs import new_catalog, template
from leaflets.build.inputs import find_catalog
from leaflets.build.rooms import Room
from leaflets.catalog.entries import Entry, PoFile
from leaflets.catalog.lexer import Kind
from leaflets.catalog.message import Key
from leaflets.catalog.reader import lex
from leaflets.catalog.rewrite import obsoleted
from leaflets.catalog.splices import Splice, line_end, spliced
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError, InputError
from leaflets.exchange.answers import Answer, Return, read_rows
from leaflets.exchange.cells import Cell
from leaflets.exchange.chips import chipped
from leaflets.exchange.handoff import (
    WAS_FUZZY,
    Handoff,
    Item,
    Label,
    find_label,
    message_digest,
    short_digest,
    text_digest,
)
from leaflets.exchange.returned import UNKNOWN, source_of
from leaflets.exchange.returned_word import read_word
from leaflets.exchange.spreadsheet import read_spreadsheet
from leaflets.files import Files
from leaflets.language import Language
from leaflets.project import Leaflet, Project

INSTRUCTIONS = (
    "Write each translation into the yellow field under its text, and nowhere else. Leave the codes.",
    "If a source text was changed, adapt the translation. Is it still right as it is? Write yes beside ✓.",
    "⟦1 …⟧ stands for a number, a name or bold letters: keep each of them, wherever your sentence needs it.",
    "Room: about so many letters stand there in print, spaces among them; in brackets the format with least.",
    "Rows may be sorted or deleted; what is not there stays as it is.",
)
NO_ROOMS: Mapping[Key, Room] = MappingProxyType({})
FUZZY = "The source text was changed, or a program translated it: adapt it, or confirm it beside ✓."
SHARE = 0.3
"""A .po file is of the leaflet that has so many of its messages."""


def make_handoff(
    leaflet: Leaflet,
    language: Language,
    project: Project,
    *,
    files: Files,
    reference: Language | None,
    rooms: Mapping[Key, Room] = NO_ROOMS,
) -> Handoff:
    """All messages of a leaflet with the texts of today's catalog, in the order of the layouts."""
    pot = template(leaflet, project, files=files)
    path = find_catalog(language, leaflet.name, files=files)
    data = files.read(path) if path else new_catalog(leaflet, language, pot)
    second = _texts(reference, leaflet, files) if reference else {}
    entries = {entry.key: entry for entry in lex(data, file=path or "a new catalog").live}
    items = tuple(
        item
        for number, wanted in enumerate(lex(pot, file="the template").live, start=1)
        for item in _items(
            number, wanted, entries.get(wanted.key), second.get(wanted.key, ""), rooms.get(wanted.key)
        )
    )
    return Handoff(
        leaflet=leaflet.name,
        tag=language.tag,
        language=language.autonym,
        direction=language.direction,
        edition=leaflet.release.edition,
        source_language=leaflet.source.autonym,
        source_direction=leaflet.source.direction,
        reference_language=reference.autonym if reference else "",
        reference_direction=reference.direction if reference else "ltr",
        items=items,
    )


def read_return(data: bytes, *, file: str) -> Return:
    """The texts of a file by its kind. InputError if it cannot be read, or must not be."""
    match PurePath(file).suffix.lower():
        case ".xlsx":
            return read_rows(read_spreadsheet(data, file=file))
        case ".docx":
            return read_rows(read_word(data, file=file))
        case ".po":
            source = lex(data, file=file)
            return Return(
                leaflet="", tag="", answers=tuple(_po_answers(source)), others=tuple(_po_comments(source))
            )
    raise InputError.of(_unknown_kind(file))


def texts_outside(content: Return, leaflet: Leaflet, catalog: PoFile) -> tuple[Cell, ...]:
    """What somebody wrote beside the fields, over a text that was not to be changed, or as a comment."""
    sources = (source_of(entry, form) for entry in catalog.live for form in range(len(entry.texts)))
    shown = (chipped(source, source=source) for source in sources)
    names = (language.autonym for language in (leaflet.source, *leaflet.languages))
    remarks = (remark for entry in catalog.entries for remark in entry.comments(Kind.REMARK))
    known = {text_digest(text) for text in (*INSTRUCTIONS, *names, *shown, *remarks)}
    return tuple(cell for cell in content.others if text_digest(cell.text) not in known)


def leaflet_of(data: bytes, templates: dict[str, bytes], *, file: str) -> str:
    """The leaflet whose messages a .po file holds. CatalogError if it is none of these."""
    keys = {entry.key for entry in lex(data, file=file).live}
    shares = {
        name: len(keys & {entry.key for entry in lex(pot, file=name).live}) / max(len(keys), 1)
        for name, pot in templates.items()
    }
    name = max(shares, key=lambda one: shares[one])
    if shares[name] < SHARE:
        raise CatalogError.of(_no_leaflet(file))
    return name


def with_left_overs(data: bytes, returned: bytes, template: bytes, *, file: str) -> bytes:
    """The catalog with translations of texts that it does not know, kept as obsolete entries (`#~`).

    An update then offers them for similar texts that nobody has translated, or keeps them at the end.
    """
    known = {entry.key for source in (data, template) for entry in lex(source, file=file).entries}
    ending = line_end(data)
    found = [
        obsoleted(returned, entry, ending=ending)
        for entry in lex(returned, file="the file").live
        if entry.key not in known and "fuzzy" not in entry.flags
    ]
    kept = [block for block in found if block]
    if not kept:
        return data
    whole = _without_empty(data, file=file)
    gap = ending.encode() if whole.endswith(b"\n") else 2 * ending.encode()
    return whole + gap + ending.encode().join(kept)


def _without_empty(data: bytes, *, file: str) -> bytes:
    """Entries without a text and without a remark are left out, so that an update may offer one for them."""
    empty = (
        entry
        for entry in lex(data, file=file).live
        if not any(field.value for field in entry.texts) and not entry.comments(Kind.REMARK)
    )
    return spliced(data, (Splice(start=entry.start, end=entry.end, new=b"") for entry in empty))


def _items(
    number: int, wanted: Entry, entry: Entry | None, reference: str, room: Room | None
) -> Iterator[Item]:
    comments = wanted.comments(Kind.EXTRACTED)
    forms = len(entry.texts if entry else wanted.texts)
    for form in range(forms):
        source, current = source_of(wanted, form, forms=forms), entry.texts[form].value if entry else ""
        shown, told = chipped(current, source=source), chipped(source, source=source)
        second = chipped(reference, source=source) if not form else ""
        label = Label(
            message=message_digest(wanted.key, form=form),
            base=text_digest(shown),
            given=tuple(short_digest(text) for text in (told, second) if text),
        )
        fuzzy = entry is not None and "fuzzy" in entry.flags and bool(current)
        yield Item(
            key=wanted.key,
            number=number,
            place="; ".join(line.partition(": ")[2] for line in comments if line.startswith("Place")),
            notes=(FUZZY,) * fuzzy + tuple(line for line in comments if not line.startswith("Place")),
            before=_source_before(entry) if entry and fuzzy else "",
            fuzzy=fuzzy,
            source=told,
            reference=second,
            current=shown,
            limit=room.letters if room else 0,
            limited_by=room.format if room else "",
            label=label,
        )


def _source_before(entry: Entry) -> str:
    """What was translated (`#| msgid`); empty where the catalog does not tell."""
    parts, keyword = [], ""
    for token in entry.tokens:
        if token.kind is Kind.PREVIOUS:
            keyword = token.keyword or keyword
            parts.append(token.value if keyword == "msgid" else "")
    source = "".join(parts)
    return chipped(source, source=source)


def _texts(language: Language, leaflet: Leaflet, files: Files) -> dict[Key, str]:
    path = find_catalog(language, leaflet.name, files=files)
    live = lex(files.read(path), file=path).live if path else ()
    return {entry.key: entry.texts[0].value for entry in live if "fuzzy" not in entry.flags}


def _po_answers(source: PoFile) -> Iterator[Answer]:
    """What is translated and not fuzzy; a label in the comments tells what it was made from.

    A text that was not fuzzy when it was handed out confirms nothing: a doubt may be newer.
    """
    for entry in source.live:
        if "fuzzy" in entry.flags:
            continue
        labels = [label for line in entry.comments(Kind.EXTRACTED) if (label := find_label(line))]
        found = {label.message: label for label in labels}
        for form, field in enumerate(entry.texts):
            message = message_digest(entry.key, form=form)
            if field.value:
                label = found.get(message)
                yield Answer(
                    message=message,
                    base=label.base if label else UNKNOWN,
                    text=field.value,
                    confirmed=label is None or WAS_FUZZY in label.given,
                )


def _po_comments(source: PoFile) -> Iterator[Cell]:
    """What somebody says of her translations; comments of programs have marks of their own."""
    for entry in source.live:
        for remark in filter(str.strip, entry.comments(Kind.REMARK)):
            yield Cell(text=remark, place=f"line {entry.line}", note=remark)


def _unknown_kind(file: str) -> Diagnostic:
    return Diagnostic(
        rule="unknown-file",
        message="this kind of file is not taken back",
        place=Place(file=file),
        help="take a .xlsx, .docx or .po file; a .xls, .ods, .odt or .doc can be saved as one of them",
    )


def _no_leaflet(file: str) -> Diagnostic:
    return Diagnostic(
        rule="other-leaflet",
        message="this is a catalog of none of the project's leaflets",
        place=Place(file=file),
        notes=("few or none of its source texts are known here",),
        help="make sure that it is the right file",
    )
