"""A source text and a better one of the same meaning -> all files that change; approvals are carried over."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import process
from rapidfuzz.distance import Indel

from leaflets.build.desk import open_desk, record, text_of
from leaflets.build.inputs import find_catalog
from leaflets.build.messages import leaflet_messages
from leaflets.build.texts import SHORT, LeafletText, message_part
from leaflets.catalog.entries import Entry
from leaflets.catalog.message import Key, TemplateMessage
from leaflets.catalog.po import write_pot
from leaflets.catalog.quote import quoted as po_quoted
from leaflets.catalog.reader import lex
from leaflets.catalog.splices import Splice, line_end, spliced
from leaflets.config.approvals import Approvals, Reworded, TextApproval, quoted, write_approvals
from leaflets.config.project import CONTACTS_FILE, read_project
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError, InputError
from leaflets.exchange.review import CRITICAL
from leaflets.files import Disk, refuse_forbidden
from leaflets.language import Language
from leaflets.project import Leaflet, Project

PARTS = re.compile(r"%\(\w+\)s|%%|<[^>]+>")
"""What a text holds besides words: the same in both texts, or translations would no longer fit."""

ALIKE = 0.7
"""So much of two texts is shared in order where one is offered for the other."""
FEW = 3

SLOT = re.compile(r"%\((\w+)\)s")

CALL = re.compile(r"(?<![\w.])(?:(?:gettext|_)\s*\(|pgettext\s*\(\s*(?:'[^'\\]*'|\"[^\"\\]*\")\s*,)\s*")
"""What stands before the text in a call; the same word elsewhere is a name or an attribute of the layout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """Path -> bytes now and then (None: there is no such file yet), all checked together."""

    files: Mapping[str, tuple[bytes | None, bytes]]
    carried: tuple[str, ...]
    """Tags of the languages whose approval of the text goes on."""


def reword(project: Project, files: Disk, *, old: str, new: str, by: str, on: date) -> Rewording:
    """InputError where the text is critical or not there, or a file cannot be changed safely."""
    then = {one.name: leaflet_messages(one, project, files=files) for one in project.leaflets}
    uses = {name: [one for one in found if one.msgid == old] for name, found in then.items()}
    _refuse([one for found in then.values() for one in found], old, new)
    changed: dict[str, bytes] = {}
    for leaflet in project.leaflets:
        for path in _sources(uses[leaflet.name]):
            changed[path] = _mended(changed.get(path) or files.read(path), path, old, new)
        for language in leaflet.languages if uses[leaflet.name] else ():
            catalog = find_catalog(language, leaflet.name, files=files)
            if catalog:
                changed[catalog] = _in_catalog(files.read(catalog), catalog, old, new)
    after = Disk(files.roots, contents=dict(changed))
    later = read_project(after)
    carried: dict[str, None] = {}
    for leaflet in project.leaflets:
        if uses[leaflet.name]:
            now = leaflet_messages(leaflet, later, files=after)
            _check(then[leaflet.name], now, old, new)
            pot = f"locales/{leaflet.name}.pot"
            if files.exists(pot):
                changed[pot] = write_pot(now, project=leaflet.name).encode()
            one = Reworded(old=old, new=new, by=by, on=on)
            found = _carried(leaflet, (project, files), (later, after), one, uses[leaflet.name])
            changed |= {path: data for path, data, _language in found}
            carried |= dict.fromkeys(language.tag for _path, _data, language in found if language)
    before = {path: files.read(path) if files.exists(path) else None for path in changed}
    return Rewording(
        files={path: (before[path], data) for path, data in changed.items() if before[path] != data},
        carried=tuple(carried),
    )


def _refuse(messages: Sequence[TemplateMessage], old: str, new: str) -> None:
    refuse_forbidden(new, file="the command line")
    known = {one.msgid for one in messages}
    uses = [one for one in messages if one.msgid == old]
    if not uses:
        raise InputError.of(_unknown(old, known))
    place = _place(uses)
    if any(CRITICAL in comment for use in uses for comment in use.comments):
        raise InputError.of(_critical(place))
    faults = (
        (any(use.plural for use in uses), "the text has a plural, whose forms belong together"),
        (new in known, "the new text is another text of the leaflet already"),
        (
            new != " ".join(new.split()) or not new,
            "the new text is empty, or has line breaks or spare blanks",
        ),
        (new != unicodedata.normalize("NFC", new), "the new text has letters with loose marks"),
        (
            sorted(PARTS.findall(old)) != sorted(PARTS.findall(new)),
            "the two texts have other placeholders or tags",
        ),
    )
    for is_so, why in faults:
        if is_so:
            raise InputError.of(_not_possible(why, place))


def _sources(uses: Sequence[TemplateMessage]) -> list[str]:
    return list(dict.fromkeys(place.file for use in uses for place in use.references))


def _mended(data: bytes, path: str, old: str, new: str) -> bytes:
    text = data.decode()
    if path == CONTACTS_FILE:
        return _in_contacts(text, old, new).encode()
    words = r"\s+".join(_word(word) for word in old.split())
    block = re.compile(rf"(\{{%[-+]?\s*trans\b[^%]*%\}}\s*){words}(\s*\{{%[-+]?\s*endtrans\b)")
    inside = SLOT.sub(r"{{ \1 }}", new)
    text = block.sub(lambda found: found[1] + inside + found[2], text)
    if not SLOT.search(old):
        literal = re.compile(rf"({CALL.pattern})(['\"]){words}\2")
        text = literal.sub(lambda found: found[1] + found[2] + _escaped(new, found[2]) + found[2], text)
    return text.encode()


def _word(word: str) -> str:
    """A word of a message as layouts write it."""
    parts = SLOT.split(word)
    return "".join(
        rf"\{{\{{\s*{part}\s*\}}\}}" if index % 2 else re.escape(part) for index, part in enumerate(parts)
    )


def _escaped(text: str, quote: str) -> str:
    return text.replace("\\", "\\\\").replace(quote, "\\" + quote)


def _in_contacts(text: str, old: str, new: str) -> str:
    written = "|".join(re.escape(one) for one in (quoted(old), f"'{old}'"))
    field = re.compile(rf"^([ \t]*(?:name|role|hours|cost)[ \t]*=[ \t]*)(?:{written})", re.MULTILINE)
    return field.sub(lambda found: found[1] + quoted(new), text)


def _in_catalog(data: bytes, path: str, old: str, new: str) -> bytes:
    """The msgid of each live entry; all other bytes stay. CatalogError if it then reads otherwise."""
    ending = line_end(data)
    before = lex(data, file=path)
    lines = "".join(line + ending for line in po_quoted("msgid", new)).encode()
    result = spliced(data, (_msgid(entry, lines) for entry in before.live if entry.key[1] == old))
    kept = [_read(entry, old, new) for entry in before.entries]
    if kept != [_read(entry, new, new) for entry in lex(result, file=path).entries]:
        raise CatalogError.of(_not_possible("the catalog cannot be changed safely", Place(file=path)))
    return result


def _msgid(entry: Entry, lines: bytes) -> Splice:
    field = next(field for field in entry.fields if field.keyword == "msgid")
    return Splice(start=field.start, end=field.end, new=lines)


def _read(entry: Entry, old: str, new: str) -> tuple[object, ...]:
    context, msgid = entry.key
    is_meant = not entry.obsolete and msgid == old
    texts = tuple(field.value for field in entry.texts)
    return context, new if is_meant else msgid, texts, entry.flags, entry.obsolete


def _check(then: Sequence[TemplateMessage], now: Sequence[TemplateMessage], old: str, new: str) -> None:
    """The leaflet has the same messages in the same order, and the new text in all places of the old."""
    wanted = [(one.context, new if one.msgid == old else one.msgid) for one in then]
    if [one.key for one in now] != wanted:
        lost = _place([one for one in (*now, *then) if one.msgid == old])
        raise InputError.of(_not_possible("the layout writes the text in a way that is not understood", lost))


def _place(messages: Sequence[TemplateMessage]) -> Place | None:
    """Where the first of them stands."""
    return next((place for one in messages for place in one.references), None)


def _carried(
    leaflet: Leaflet,
    before: tuple[Project, Disk],
    after: tuple[Project, Disk],
    one: Reworded,
    uses: Sequence[TemplateMessage],
) -> list[tuple[str, bytes, Language | None]]:
    """Path, bytes, and the language if an approval of its text goes on; the source always keeps a record."""
    then, now = (open_desk(project, leaflet, files, today=one.on) for project, files in (before, after))
    renamed = {_short((use.context, one.old)): _short((use.context, one.new)) for use in uses}
    found: list[tuple[str, bytes, Language | None]] = []
    for language in leaflet.languages:
        path, approvals = record(then, language)
        old, new = text_of(then, language), text_of(now, language)
        goes_on = any(text.digest == old.digest for text in approvals.texts)
        if approvals.texts or language == leaflet.source:
            texts = tuple(_approval(text, old, new, renamed) for text in approvals.texts)
            data = write_approvals(_with(approvals, texts, one))
            found.append((path, data, language if goes_on else None))
    return found


def _with(approvals: Approvals, texts: tuple[TextApproval, ...], one: Reworded) -> Approvals:
    return replace(approvals, texts=texts, reworded=(*approvals.reworded, one))


def _approval(
    one: TextApproval, old: LeafletText, new: LeafletText, renamed: Mapping[str, str]
) -> TextApproval:
    """A current approval is of the new text; a stale one stays stale, for the same messages as before."""
    if one.digest == old.digest:
        return replace(one, digest=new.digest, messages=tuple(part.pair for part in new.parts))
    return replace(one, messages=tuple(_renamed(pair, renamed) for pair in one.messages))


def _renamed(pair: str, renamed: Mapping[str, str]) -> str:
    key, _, text = pair.partition(":")
    return f"{renamed.get(key, key)}:{text}"


def _short(key: Key) -> str:
    return message_part(key, ()).key[:SHORT]


def _unknown(old: str, known: set[str]) -> Diagnostic:
    """With the few texts that it may be part of, or that are nearly it."""
    holding = [one for one in sorted(known, key=len) if old.casefold() in one.casefold() and len(old) > 2]
    found = process.extract(old, sorted(known), scorer=Indel.normalized_similarity, score_cutoff=ALIKE)
    near = list(dict.fromkeys((*holding, *(one[0] for one in found))))[:FEW]
    return Diagnostic(
        rule="unknown-message",
        message=f'no leaflet has the text "{old:.70}"',
        notes=tuple(f'near it is: "{one}"' for one in near),
        help="give the whole text, as the msgid of the .pot file has it, with its tags and placeholders",
    )


def _critical(place: Place | None) -> Diagnostic:
    return Diagnostic(
        rule="critical-text",
        message=f"this text is marked {CRITICAL}: each of its words counts, in every language",
        place=place,
        help="change it in the layout, run leaflets update, and let translators and reviewers look again",
    )


def _not_possible(why: str, place: Place | None) -> Diagnostic:
    return Diagnostic(
        rule="not-reworded",
        message=why,
        place=place,
        notes=("nothing was written",),
        help="change the text in the layout, and run: leaflets update",
    )
