"""Bytes of a .po file and changes of some entries to new bytes; all other bytes stay as they are.

Whatever tool wrote a file, its wrapping, comments and order are its own: a change touches the lines of
the texts and flags that differ, and no others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.catalog.entries import Entry, Field, PoFile
from leaflets.catalog.lexer import Kind, Token
from leaflets.catalog.message import Key
from leaflets.catalog.quote import quoted
from leaflets.catalog.reader import lex
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError, InputError

HEADER: Key = (None, "")
"""The key of the header, whose text is that of all its fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one live entry; None leaves a part as it is."""

    key: Key
    texts: tuple[str, ...] | None = None
    """The msgstr, or all forms of a plural."""
    flags: tuple[str, ...] | None = None
    """All flags, `fuzzy` among them: those that are not named are removed."""
    remarks: tuple[str, ...] | None = None
    """All lines of the translator's own comment, without `#`."""
    previous: bool = True
    """Whether the old source text (`#|`) is kept: it means nothing once an entry is not fuzzy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """`data[start:end]` becomes `new`."""

    start: int
    end: int
    new: bytes


def edited(data: bytes, changes: Iterable[Change], *, file: str) -> bytes:
    """The file with these changes.

    CatalogError if the file is damaged, has no such entry or another number of texts, or if a text cannot
    be written into it; the result has been read back.
    """
    wanted = _by_key(changes)
    source = lex(data, file=file)
    entries = {entry.key: entry for entry in (source.header, *source.live)}
    for change in wanted.values():
        _check(change, entries.get(change.key), file)
    ending = line_end(data)
    splices = [splice for key, change in wanted.items() for splice in _splices(entries[key], change, ending)]
    result = spliced(data, splices)
    _check_back(source, lex(result, file=file), wanted)
    return result


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes with all splices, which do not overlap; those at one place keep their order."""
    parts: list[bytes] = []
    position = 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        parts += [data[position : splice.start], splice.new]
        position = splice.end
    return b"".join([*parts, data[position:]])


def line_end(data: bytes) -> str:
    """The line end that a file is written with: that of its first line."""
    first = data.partition(b"\n")[0]
    return "\r\n" if first.endswith(b"\r") else "\n"


def without_fuzzy(flags: Iterable[str]) -> tuple[str, ...]:
    """The flags of an entry that somebody has confirmed."""
    return tuple(flag for flag in flags if flag != "fuzzy")


def _by_key(changes: Iterable[Change]) -> dict[Key, Change]:
    listed = tuple(changes)
    twice = [key for key, count in Counter(change.key for change in listed).items() if count > 1]
    if twice:
        raise ValueError(f"two changes of one entry: {twice[0]!r}")
    return {change.key: change for change in listed}


def _check(change: Change, entry: Entry | None, file: str) -> None:
    if entry is None:
        raise _fault(
            file,
            None,
            f'there is no message "{change.key[1][:60]}" in this catalog',
            help="run: leaflets update",
        )
    plural = entry.value("msgid_plural") is not None
    if change.texts is not None and len(change.texts) != 1 and not (plural and change.texts):
        raise _fault(
            file,
            entry.texts[0].line,
            f"this message has {len(entry.texts)} text(s), not {len(change.texts)}",
            help="give one text, or of a plural message all of its forms",
        )


def _splices(entry: Entry, change: Change, ending: str) -> Iterator[Splice]:
    if change.texts is not None:
        yield from _text_splices(entry, change.texts, ending)
    if change.flags is not None and change.flags != entry.flags:
        yield from _flag_splices(entry, change.flags, ending)
    if change.remarks is not None and change.remarks != entry.comments(Kind.REMARK):
        yield from _remark_splices(entry, change.remarks, ending)
    if not change.previous:
        yield from (Splice(start=t.start, end=t.end, new=b"") for t in _tokens(entry, Kind.PREVIOUS))


def _text_splices(entry: Entry, texts: tuple[str, ...], ending: str) -> Iterator[Splice]:
    """Of each form that differs; of all forms if their number does."""
    fields = entry.texts
    if len(fields) == len(texts):
        for field, text in zip(fields, texts, strict=True):
            if field.value != text:
                yield Splice(start=field.start, end=field.end, new=_lines(_text(field, text), ending))
        return
    forms = (line for index, text in enumerate(texts) for line in quoted(f"msgstr[{index}]", text))
    yield Splice(start=fields[0].start, end=fields[-1].end, new=_lines(forms, ending))


def _text(field: Field, text: str) -> Iterator[str]:
    return quoted(str(field), text)


def _flag_splices(entry: Entry, flags: tuple[str, ...], ending: str) -> Iterator[Splice]:
    """A flag line loses what is not wanted; what is new stands in a line of its own, or in the first."""
    tokens = _tokens(entry, Kind.FLAG)
    added = [flag for flag in flags if flag not in entry.flags]
    for token in tokens:
        written = _words(token)
        kept = [*added, *(word for word in written if word in flags)]
        added = []
        if kept != written:
            line = [token.text[:2] + " " + ", ".join(kept)] if kept else []
            yield Splice(start=token.start, end=token.end, new=_lines(line, ending))
    if added:
        start = next(t for t in entry.tokens if t.kind is Kind.PREVIOUS or not t.kind.is_comment).start
        yield Splice(start=start, end=start, new=_lines(["#, " + ", ".join(added)], ending))


def _remark_splices(entry: Entry, remarks: tuple[str, ...], ending: str) -> Iterator[Splice]:
    """All remarks anew, above everything else of the entry."""
    yield from (Splice(start=t.start, end=t.end, new=b"") for t in _tokens(entry, Kind.REMARK))
    lines = (f"# {remark}".rstrip() for remark in remarks)
    yield Splice(start=entry.start, end=entry.start, new=_lines(lines, ending))


def _tokens(entry: Entry, kind: Kind) -> tuple[Token, ...]:
    return tuple(token for token in entry.tokens if token.kind is kind)


def _words(token: Token) -> list[str]:
    return [word for word in map(str.strip, token.value.split(",")) if word]


def _lines(lines: Iterable[str], ending: str) -> bytes:
    return "".join(line + ending for line in lines).encode()


def _check_back(before: PoFile, after: PoFile, wanted: dict[Key, Change]) -> None:
    """CatalogError if an entry reads otherwise than was meant: a text that the format cannot hold."""
    old, new = (before.header, *before.entries), (after.header, *after.entries)
    if len(old) != len(new):
        raise _unwritable(after.file, None)
    for was, now in zip(old, new, strict=True):
        change = None if was.obsolete else wanted.get(was.key)
        if _read(now) != _meant(was, change or Change(key=was.key)):
            raise _unwritable(after.file, now.line)


_Reading = tuple[Key, tuple[str, ...], frozenset[str], tuple[str, ...]]


def _read(entry: Entry) -> _Reading:
    texts = tuple(field.value for field in entry.texts)
    return entry.key, texts, frozenset(entry.flags), entry.comments(Kind.REMARK)


def _meant(entry: Entry, change: Change) -> _Reading:
    key, texts, flags, remarks = _read(entry)
    return (
        key,
        texts if change.texts is None else change.texts,
        flags if change.flags is None else frozenset(change.flags),
        remarks if change.remarks is None else change.remarks,
    )


def _unwritable(file: str, line: int | None) -> InputError:
    return _fault(
        file,
        line,
        "a text, flag or comment cannot be written into a catalog as it is",
        help="remove invisible characters and line breaks from it",
    )


def _fault(file: str, line: int | None, message: str, *, help: str) -> InputError:
    place = Place(file=file, line=line)
    return CatalogError.of(Diagnostic(rule="catalog-edit", message=message, place=place, help=help))
