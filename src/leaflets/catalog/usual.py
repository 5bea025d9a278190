"""A .po file as tools write it -> its entries, at once; any other one is left to the reader of lines.

Both readers give the same for the same bytes (a test, and the fuzzer). This one knows no faults: whatever it
does not expect, it leaves to the other, which reads it or says what is wrong with it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from leaflets.catalog.entries import Entry, Field, Notes, PoFile, noted
from leaflets.catalog.header import is_utf8, said_charset
from leaflets.catalog.lexer import BOM, COMMENTS, ESCAPES, GETTEXT_MARKER, KEYWORDS, Kind

_END = rb"(?:\r?\n|\Z)"
_BLANK = rb"[ \t]*+\r?\n"
_COMMENT = rb"#(?![~|])[^\r\n]*+" + _END
_STRING = rb'"[^"\\\r\n]*+(?:\\[ntr"\\][^"\\\r\n]*+)*+"' + _END


def _entry_pattern(mark: bytes, old: bytes) -> re.Pattern[bytes]:
    """An entry whose strings stand behind a mark, and its old source texts behind another."""

    def string(keyword: bytes, mark: bytes = mark) -> bytes:
        return mark + keyword + b" " + _STRING + b"(?:" + mark + _STRING + b")*+"

    previous = (
        b"(?:(?:" + string(b"msgctxt", old) + b")?+" + string(b"msgid", old)
        + b"(?:" + string(b"msgid_plural", old) + b")?+)?+"
    )  # fmt: skip
    return re.compile(
        b"(?P<notes>(?:" + _COMMENT + b"(?:" + _COMMENT + b"|" + _BLANK + b")*+)?+" + previous + b")"
        b"(?P<msgctxt>" + string(b"msgctxt") + b")?+"
        b"(?P<msgid>" + string(b"msgid") + b")"
        b"(?:(?P<msgstr>" + string(b"msgstr") + b")"
        b"|(?P<msgid_plural>" + string(b"msgid_plural") + b")"
        b"(?P<forms>(?:" + string(rb"msgstr\[\d\]") + b")++))"
    )


_MARK = b"#~ "
_LIVE = _entry_pattern(b"", rb"#\| ")
_OBSOLETE = _entry_pattern(_MARK, rb"#~\| ")
_GROUPS = tuple((keyword, _LIVE.groupindex[keyword]) for keyword in KEYWORDS)
_GAP = re.compile(b"(?:" + _BLANK + b")*+")
_TAIL = re.compile(b"(?:" + _COMMENT + b"|" + _BLANK + rb")*+[ \t]*+\Z")
_FORM = re.compile(rb"(?:#~ )?msgstr\[(\d)\] (?:(?:#~ )?" + _STRING + b")++")
_SEAM = re.compile(r'"\r?\n(?:#~ )?"')
_ESCAPE = re.compile(r"\\(.)")
_UNUSUAL = re.compile(rb"\\[ \t]*+(?:[\r\n]|\Z)|\x0c|\xc2\x85|\xe2\x80[\xa8\xa9]|" + GETTEXT_MARKER.encode())
"""A backslash at the end of a line, line breakers, and marks of merges."""

_SAME = 8192
"""Source texts and comments are the same in all languages: so many are remembered."""


def read_usual(data: bytes, *, file: str) -> PoFile | None:
    """The entries of a file that is UTF-8 without forbidden characters; None if it is written otherwise."""
    if _UNUSUAL.search(data) or data.count(b"\r") != data.count(b"\r\n"):
        return None
    entries = list(_entries(data))
    end = entries[-1].end if entries else 0
    by_key = {entry.key: entry for entry in entries}
    header = by_key.get((None, ""))
    if header is None or header.obsolete or len(by_key) != len(entries) or not _TAIL.match(data, end):
        return None
    if not is_utf8(said_charset(header.texts[0].value)):
        return None
    others = tuple([entry for entry in entries if entry is not header])
    return PoFile(file=file, header=header, entries=others, usual=True)


def _entries(data: bytes) -> Iterator[Entry]:
    """Entries from the beginning on, as far as they are written as expected."""
    position, line = len(BOM) if data.startswith(BOM) else 0, 1
    while True:
        start = _GAP.match(data, position).end()  # type: ignore[union-attr]  # it matches nothing too
        line += data.count(b"\n", position, start)
        match = _LIVE.match(data, start) or _OBSOLETE.match(data, start)
        entry = _entry(match, line, data) if match else None
        if entry is None:
            return
        yield entry
        position = entry.end
        line += data.count(b"\n", start, position)


def _entry(match: re.Match[bytes], line: int, data: bytes) -> Entry | None:
    """None for what the other reader refuses: a context without a source text, plural forms out of order."""
    start, end = match.span()
    fields = tuple(_fields(match, line, data))
    forms = [field.index for field in fields if field.index is not None]
    obsolete = match.re is _OBSOLETE
    entry = Entry(
        fields=fields,
        obsolete=obsolete,
        line=line,
        start=start,
        end=end,
        notes=_notes(match["notes"]),
        data=data,
    )
    context, msgid = entry.key
    lost = not obsolete and not msgid and context is not None
    return None if lost or forms != list(range(len(forms))) else entry


def _fields(match: re.Match[bytes], line: int, data: bytes) -> Iterator[Field]:
    mark = len(_MARK) if match.re is _OBSOLETE else 0
    first, spans = match.start(), match.regs
    for keyword, group in _GROUPS:
        start, end = spans[group]
        if start >= 0:
            raw = data[start + mark + len(keyword) + 1 : end]
            value = _text(raw) if keyword == "msgstr" else _source(raw)
            here = line + data.count(b"\n", first, start)
            yield Field(keyword=keyword, index=None, line=here, start=start, end=end, value=value)
    for form in _FORM.finditer(data, *match.span("forms")) if match["forms"] else ():
        start, end = form.span()
        raw = data[form.end(1) + 2 : end]
        here = line + data.count(b"\n", first, start)
        yield Field(keyword="msgstr", index=int(form[1]), line=here, start=start, end=end, value=_text(raw))


def _text(raw: bytes) -> str:
    """The strings behind a keyword, which may go on in further lines, as one text."""
    text = raw.decode().rstrip("\r\n")[1:-1]
    if "\n" in text:
        text = _SEAM.sub("", text)
    return _ESCAPE.sub(lambda found: ESCAPES[found[1]], text) if "\\" in text else text


_source = lru_cache(maxsize=_SAME)(_text)


@lru_cache(maxsize=_SAME)
def _notes(block: bytes) -> Notes:
    lines = (line.strip(" \t\r") for line in block.decode().split("\n"))
    return noted(_comment(line) for line in lines if line)


def _comment(line: str) -> tuple[Kind, str]:
    """What a comment is, and its text; `#~|` is the `#|` of obsolete entries."""
    kind = Kind.PREVIOUS if line.startswith("#~|") else COMMENTS.get(line[1:2], Kind.REMARK)
    if kind is Kind.PREVIOUS:
        return kind, _text(line[line.index('"') :].encode())
    return kind, line[1 if kind is Kind.REMARK else 2 :].strip()
