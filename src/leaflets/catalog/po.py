"""A .po file to a Catalog, read by polib too if no tool wrote it; and messages of layouts to a .pot file.

Texts are handed on as written; they are normalised (NFC) where they enter a document.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

import polib

from leaflets.catalog.entries import Entry, PoFile
from leaflets.catalog.header import header_fields
from leaflets.catalog.lexer import Kind
from leaflets.catalog.message import MOST_LETTERS, Catalog, Key, Message, TemplateMessage
from leaflets.catalog.quote import quoted
from leaflets.catalog.reader import lex
from leaflets.catalog.strict import faults, header_line
from leaflets.controls import unpaired, with_code
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError
from leaflets.files import Files

Item = TypeVar("Item")

_Strings = tuple[str | None, str, str | None, tuple[str, ...]]
"""Context, msgid, plural and texts."""


def read_catalog(files: Files, path: str, *, tag: str, strict: bool = False) -> Catalog:
    """The catalog of a language. CatalogError holds all faults of the file; InputError if it is missing.

    Where it is `strict`, everything for which `msgfmt -c` refuses a file is a fault, such as placeholders
    that differ; else only what makes its texts uncertain.
    """
    source = lex(files.read(path), file=path)
    if not source.usual:
        _read_again(source)
    live = source.live
    found = [fault for entry in live for fault in (*_open_controls(entry, path), *_too_long(entry, path))]
    found += faults(source) if strict else ()
    if found:
        raise CatalogError.of(*found)
    header = source.header.texts[0]
    fields = header_fields(header.value)
    return Catalog(
        tag=tag,
        file=path,
        messages=tuple(map(_message, live)),
        header=fields,
        header_line=header.line,
        header_lines={name: header_line(source.header, f"{name}:") for name in fields},
    )


def _read_again(source: PoFile) -> None:
    """CatalogError where polib reads other strings: two readers seldom make the same mistake.

    It gets no comments and no obsolete entries, which it refuses or drops where gettext does not (`#,fuzzy`
    without a blank, `#~|`).
    """
    kinds = (Kind.KEYWORD, Kind.CONTINUATION)
    tokens = (token for entry in (source.header, *source.live) for token in entry.tokens)
    lines = "\n".join(_spaced(token.text) for token in tokens if token.kind in kinds)
    try:
        second = polib.pofile(lines + "\n", encoding="utf-8")
    except OSError:
        raise _disagreement(source.header, source.file) from None
    if len(source.live) != len(second):
        raise _disagreement(source.header, source.file)
    for entry, other in zip(source.live, second, strict=True):
        if _strings(entry) != _polib_strings(other):
            raise _disagreement(entry, source.file)


def _spaced(line: str) -> str:
    """`msgstr"x"`, which gettext reads and polib does not, with a blank."""
    keyword, quote, text = line.partition('"')
    return f"{keyword.strip()} {quote}{text}".lstrip()


def _strings(entry: Entry) -> _Strings:
    context, msgid = entry.key
    return context, msgid, entry.value("msgid_plural"), tuple(text.value for text in entry.texts)


def _polib_strings(entry: polib.POEntry) -> _Strings:
    forms = entry.msgstr_plural
    texts = tuple(forms[index] for index in sorted(forms)) if forms else (entry.msgstr,)
    plural = entry.msgid_plural if forms else None
    return entry.msgctxt, entry.msgid, plural, texts


def _message(entry: Entry) -> Message:
    context, msgid, plural, texts = _strings(entry)
    return Message(
        context=context,
        msgid=msgid,
        plural=plural,
        texts=texts,
        fuzzy="fuzzy" in entry.flags,
        flags=entry.flags,
        comments=entry.comments(Kind.EXTRACTED),
        remarks=entry.comments(Kind.REMARK),
        references=tuple(" ".join(entry.comments(Kind.REFERENCE)).split()),
        line=entry.line,
        text_line=entry.texts[0].line,
    )


def _open_controls(entry: Entry, path: str) -> Iterator[Diagnostic]:
    """Bidi controls without partner, at the line of the text that holds them."""
    for text in entry.texts:
        for name in unpaired(text.value):
            yield Diagnostic(
                rule="unpaired-control",
                message=f"the text holds the invisible control {with_code(name)} without its partner",
                place=Place(file=path, line=text.line),
                notes=("it would turn the order of words that follow in other texts",),
                help="delete it: numbers, addresses and names are kept in order without it",
            )


def _too_long(entry: Entry, path: str) -> Iterator[Diagnostic]:
    for text in entry.texts:
        count = len(text.value)
        if count > MOST_LETTERS:
            yield Diagnostic(
                rule="text-too-long",
                message=f"the text has {count:,} characters; no text may have over {MOST_LETTERS:,}",
                place=Place(file=path, line=text.line),
                notes=(f'the source has {len(entry.value("msgid") or ""):,}: "{entry.key[1][:60]}"',),
                help="restore the translation; perhaps something else was pasted into its place",
            )


def _disagreement(entry: Entry, path: str) -> CatalogError:
    diagnostic = Diagnostic(
        rule="po-syntax",
        message="two readers of this file see different texts here",
        place=Place(file=path, line=entry.line),
        notes=("this is a fault of the toolkit, which refuses the file to be safe",),
        help="write the entry anew, and report the old one to the authors of leaflets",
    )
    return CatalogError(diagnostic.message, diagnostic)


def write_pot(messages: Iterable[TemplateMessage], *, project: str) -> str:
    """The template of a leaflet's catalogs: the same messages always give the same text.

    Messages stand in the order of their first use, with all places of use, one line a string
    (`--no-wrap`). No date is written: it would make a difference of every run. CatalogError if a
    message has two plurals.
    """
    entries = _united(messages)
    blocks = [_pot_header(project), *("\n".join(_pot_entry(entry)) for entry in entries)]
    return "\n\n".join(blocks) + "\n"


def write_header(*, project: str, tag: str, english: str, plural: str) -> str:
    """A catalog without messages.

    Poedit knows a script only as `sr@latin`, and reads X-Language where it does not know the language;
    Weblate rewrites both. The folder decides, whatever they say.
    """
    language, _, script = tag.partition("-")
    modifier = {"Latn": "latin", "Cyrl": "cyrillic"}.get(script)
    fields = (
        f"Project-Id-Version: {project}",
        f"Language: {f'{language}@{modifier}' if modifier else tag.replace('-', '_')}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {plural}",
        *((f"X-Language: {tag}",) if script else ()),
    )
    lines = quoted("msgstr", "".join(f"{field}\n" for field in fields))
    return "\n".join((f"# {english}. Draft: nobody has reviewed it yet.", *quoted("msgid", ""), *lines, ""))


def _united(messages: Iterable[TemplateMessage]) -> tuple[TemplateMessage, ...]:
    """One entry a message, with the comments, references and flags of all its uses."""
    found: dict[Key, TemplateMessage] = {}
    for message in messages:
        first = found.get(message.key)
        found[message.key] = message if first is None else _joined(first, message)
    return tuple(found.values())


def _joined(first: TemplateMessage, second: TemplateMessage) -> TemplateMessage:
    if first.plural and second.plural and first.plural != second.plural:
        raise _two_plurals(first, second)
    return replace(
        first,
        plural=first.plural or second.plural,
        comments=_once(first.comments + second.comments),
        references=_once(first.references + second.references),
        flags=_once(first.flags + second.flags),
    )


def _once(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))


def _two_plurals(first: TemplateMessage, second: TemplateMessage) -> CatalogError:
    diagnostic = Diagnostic(
        rule="two-plurals",
        message=f'the message "{first.msgid}" has two plurals: "{first.plural}" and "{second.plural}"',
        place=next(iter(second.references), None),
        notes=tuple(f"it is first used in {place}" for place in first.references[:1]),
        help="use the same plural in both places, or give one of them a context",
    )
    return CatalogError(diagnostic.message, diagnostic)


def _pot_header(project: str) -> str:
    fields = (
        f"Project-Id-Version: {project}",
        "Language: ",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    )
    text = "".join(f"{field}\n" for field in fields)
    return "\n".join(("#, fuzzy", *quoted("msgid", ""), *quoted("msgstr", text)))


def _pot_entry(message: TemplateMessage) -> Iterator[str]:
    for comment in message.comments:
        yield from (f"#. {line}".rstrip() for line in comment.splitlines())
    yield from (
        f"#: {place.file}:{place.line}" if place.line else f"#: {place.file}" for place in message.references
    )
    if message.flags:
        yield "#, " + ", ".join(message.flags)
    if message.context is not None:
        yield from quoted("msgctxt", message.context)
    yield from quoted("msgid", message.msgid)
    if message.plural is None:
        yield from quoted("msgstr", "")
        return
    yield from quoted("msgid_plural", message.plural)
    yield from quoted("msgstr[0]", "")
    yield from quoted("msgstr[1]", "")
