"""Tokens of a .po file to entries, in which every string has its bytes and its line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.catalog.lexer import Kind, Token, scan
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError, InputError
from leaflets.files import decode

MAX_BYTES = 8_000_000
"""A larger file is refused before it is read: 800 messages of a leaflet take 0.3 MB."""

OLD_SOURCES = (
    ("msgid",),
    ("msgctxt", "msgid"),
    ("msgid", "msgid_plural"),
    ("msgctxt", "msgid", "msgid_plural"),
)
"""What the lines `#|` of an entry may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A keyword with its text: `data[start:end]` is all of its lines, with their line ends."""

    keyword: str
    index: int | None
    """The n of `msgstr[n]`."""
    line: int
    start: int
    end: int
    value: str

    def __str__(self) -> str:
        return self.keyword if self.index is None else f"{self.keyword}[{self.index}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: `data[start:end]` is all of its lines, from the first comment on."""

    tokens: tuple[Token, ...]
    fields: tuple[Field, ...]

    @property
    def line(self) -> int:
        return self.tokens[0].line

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def obsolete(self) -> bool:
        return any(token.obsolete for token in self.tokens if token.kind is Kind.KEYWORD)

    @property
    def is_header(self) -> bool:
        return not self.obsolete and self.value("msgctxt") is None and self.value("msgid") == ""

    @property
    def key(self) -> tuple[str | None, str]:
        return self.value("msgctxt"), self.value("msgid") or ""

    @property
    def texts(self) -> tuple[Field, ...]:
        """The `msgstr`, or the forms `msgstr[0]`, `msgstr[1]`, … of a plural."""
        return tuple([field for field in self.fields if field.keyword == "msgstr"])

    @property
    def flags(self) -> tuple[str, ...]:
        """Of all flag lines; polib reads only those with a blank after the comma."""
        words = (word.strip() for line in self.comments(Kind.FLAG) for word in line.split(","))
        return tuple(word for word in words if word)

    def value(self, keyword: str) -> str | None:
        """The text of the first field with this keyword."""
        for field in self.fields:
            if field.keyword == keyword:
                return field.value
        return None

    def comments(self, kind: Kind) -> tuple[str, ...]:
        """The comment lines of a kind, without their mark."""
        return tuple([token.value for token in self.tokens if token.kind is kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """A file that keeps to the grammar."""

    file: str
    tokens: tuple[Token, ...]
    header: Entry
    entries: tuple[Entry, ...]
    """Live and obsolete ones, without the header."""

    @property
    def live(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if not entry.obsolete)


def lex(data: bytes, *, file: str) -> PoFile:
    """The entries of a .po file. CatalogError holds a diagnostic for everything that is wrong."""
    if len(data) > MAX_BYTES:
        raise CatalogError.of(_too_large(data, file))
    try:
        decode(data, file=file, bom=True)
    except InputError as error:
        raise CatalogError(error.message, *error.diagnostics) from None
    tokens = scan(data, file=file)
    entries = tuple(_entry(group) for group in _groups(tokens))
    faults = [token.fault for token in tokens if token.fault]
    if not any(token.kind is Kind.CONFLICT for token in tokens):
        faults += [*_grammar_faults(entries, file), *_tail_faults(tokens, file)]
    if faults:
        faults.sort(key=lambda fault: (fault.place and fault.place.line) or 0)
        raise CatalogError.of(*faults)
    header = next(entry for entry in entries if entry.is_header)
    others = tuple(entry for entry in entries if entry is not header)
    return PoFile(file=file, tokens=tokens, header=header, entries=others)


def _too_large(data: bytes, file: str) -> Diagnostic:
    return Diagnostic(
        rule="too-large",
        message=f"the file has {len(data) / 1e6:.0f} MB; no catalog has more than {MAX_BYTES / 1e6:.0f}",
        place=Place(file=file),
        notes=("it was not read",),
        help="restore the catalog; perhaps another file was saved under its name",
    )


def _groups(tokens: Iterable[Token]) -> Iterator[tuple[Token, ...]]:
    """The tokens of each entry; comments belong to the entry that follows them."""
    group: list[Token] = []
    keywords: list[str] = []
    has_text = False
    for token in tokens:
        if token.kind in (Kind.BOM, Kind.BLANK):
            continue
        if _opens(token, keywords, has_text=has_text):
            yield tuple(group)
            group, keywords, has_text = [], [], False
        group.append(token)
        keywords += [token.keyword] if token.kind is Kind.KEYWORD else []
        has_text = has_text or not token.kind.is_comment
    if has_text:
        yield tuple(group)


def _opens(token: Token, keywords: list[str], *, has_text: bool) -> bool:
    """Whether the token is the first of a new entry, after these keywords of the one before."""
    if token.kind.is_comment:
        return has_text
    if token.keyword == "msgctxt":
        return bool(keywords)
    return token.keyword == "msgid" and keywords not in ([], ["msgctxt"])


def _entry(group: tuple[Token, ...]) -> Entry:
    """Fields begin with a keyword; the lines that continue them are joined once, as there may be many."""
    lines: list[list[Token]] = []
    for token in group:
        if token.kind is Kind.KEYWORD:
            lines.append([token])
        elif token.kind is Kind.CONTINUATION and lines:
            lines[-1].append(token)
    return Entry(tokens=group, fields=tuple(map(_field, lines)))


def _field(lines: list[Token]) -> Field:
    first = lines[0]
    return Field(
        keyword=first.keyword,
        index=first.index,
        line=first.line,
        start=first.start,
        end=lines[-1].end,
        value="".join(token.value for token in lines),
    )


def _grammar_faults(entries: tuple[Entry, ...], file: str) -> list[Diagnostic]:
    """What is wrong beyond single lines; entries with a damaged line are left for the next run."""
    whole = [entry for entry in entries if not any(token.fault for token in entry.tokens)]
    faults = [fault for entry in whole for fault in _structure_faults(entry, file)]
    faults += _duplicate_faults(whole, file)
    faults += _header_faults(entries, file)
    return faults


def _structure_faults(entry: Entry, file: str) -> Iterator[Diagnostic]:
    """The first thing by which an entry breaks the grammar, if any."""
    for check in (
        _continuation_fault,
        _previous_fault,
        _obsolete_fault,
        _order_fault,
        _plural_fault,
        _empty_msgid_fault,
    ):
        fault = check(entry, file)
        if fault is not None:
            yield fault
            return


def _continuation_fault(entry: Entry, file: str) -> Diagnostic | None:
    first = next(token for token in entry.tokens if not token.kind.is_comment)
    if first.kind is not Kind.CONTINUATION:
        return None
    return _fault(
        file,
        first.line,
        "this text belongs to no msgid or msgstr",
        help="move it below its msgid or msgstr, before any comment, or delete it",
    )


def _previous_fault(entry: Entry, file: str) -> Diagnostic | None:
    """Old source texts (`#|`) have an order of their own and are the last of the comments."""
    old = [token for token in entry.tokens if token.kind is Kind.PREVIOUS]
    if not old:
        return None
    if tuple(token.keyword for token in old if token.keyword) not in OLD_SOURCES or not old[0].keyword:
        return _fault(
            file,
            old[0].line,
            "the lines of the old source text (#|) are out of order",
            notes=("the order is msgctxt, msgid, msgid_plural, each once",),
            help="delete the lines of this entry that begin with #|; they only help to compare",
        )
    comments = [token for token in entry.tokens if token.kind.is_comment]
    after = comments[comments.index(old[0]) :]
    other = next((token for token in after if token.kind is not Kind.PREVIOUS), None)
    if other is None:
        return None
    return _fault(
        file,
        other.line,
        "a comment stands between the old source text (#|) and the msgid",
        help="move the comment above the lines that begin with #|",
    )


def _obsolete_fault(entry: Entry, file: str) -> Diagnostic | None:
    strings = [t for t in entry.tokens if t.kind is Kind.PREVIOUS or not t.kind.is_comment]
    other = next((token for token in strings if token.obsolete != strings[0].obsolete), None)
    if other is None:
        return None
    return _fault(
        file,
        other.line,
        "one entry is partly obsolete: some of its lines begin with #~ and some do not",
        help="write #~ in front of all lines of the entry, or of none",
    )


def _order_fault(entry: Entry, file: str) -> Diagnostic | None:
    """[msgctxt] msgid [msgid_plural] msgstr: each once, in this order."""
    names = [field.keyword for field in entry.fields]
    first = entry.fields[0]
    if "msgid" not in names:
        return _fault(
            file,
            first.line,
            f"{first} without a msgid",
            notes=("a comment between msgid and msgstr parts the entry in two",),
            help=f"write the msgid with the source text above {first}, or delete the line",
        )
    if "msgstr" not in names:
        msgid = entry.fields[names.index("msgid")]
        return _fault(
            file,
            msgid.line,
            "msgid without a msgstr",
            help='write msgstr "" below it where the translation is still missing',
        )
    return _repeated_fault(entry, file)


def _repeated_fault(entry: Entry, file: str) -> Diagnostic | None:
    order = ("msgctxt", "msgid", "msgid_plural", "msgstr")
    for before, field in zip(entry.fields, entry.fields[1:], strict=False):
        forms = field.keyword == before.keyword == "msgstr" and field.index != before.index
        if order.index(field.keyword) > order.index(before.keyword) or forms:
            continue
        again = any(str(other) == str(field) and other.line < field.line for other in entry.fields)
        return _twice(field, file) if again else _misplaced(field, file)
    return None


def _twice(field: Field, file: str) -> Diagnostic:
    return _fault(
        file,
        field.line,
        f"a second {field} in one entry",
        notes=("an entry ends where a msgctxt, a msgid or a comment begins",),
        help="keep one of the two, or write the missing msgid between them",
    )


def _misplaced(field: Field, file: str) -> Diagnostic:
    return _fault(
        file,
        field.line,
        f"{field} is out of place",
        notes=("the order is msgctxt, msgid, msgid_plural, msgstr",),
        help="put the lines of the entry in order",
    )


def _plural_fault(entry: Entry, file: str) -> Diagnostic | None:
    plural = entry.value("msgid_plural") is not None
    for expected, field in enumerate(entry.texts):
        if plural and field.index is None:
            return _fault(
                file,
                field.line,
                "msgid_plural without msgstr[0]",
                help="write one line for each plural form: msgstr[0], msgstr[1], …",
            )
        if not plural and field.index is not None:
            return _fault(
                file,
                field.line,
                f"{field} without a msgid_plural",
                help="write msgstr, or add the msgid_plural of the source",
            )
        if plural and field.index != expected:
            return _fault(
                file,
                field.line,
                f"{field} stands where msgstr[{expected}] is expected",
                help="number the plural forms 0, 1, 2, … in order",
            )
    return None


def _empty_msgid_fault(entry: Entry, file: str) -> Diagnostic | None:
    if entry.obsolete or entry.value("msgid") != "" or entry.value("msgctxt") is None:
        return None
    return _fault(
        file,
        entry.fields[0].line,
        "an entry with a context has an empty msgid",
        notes=("the empty msgid is kept for the header, which has no context",),
        help="write the source text as msgid, or delete the entry",
    )


STRUCTURE = (
    _continuation_fault,
    _previous_fault,
    _obsolete_fault,
    _order_fault,
    _plural_fault,
    _empty_msgid_fault,
)
"""What is looked at in an entry, in order."""


def _duplicate_faults(entries: Iterable[Entry], file: str) -> Iterator[Diagnostic]:
    """Of live and obsolete entries: gettext refuses both, and an update could revive either."""
    seen: dict[tuple[str | None, str], int] = {}
    for entry in entries:
        if entry.value("msgid") is None:
            continue
        line = next(field.line for field in entry.fields if field.keyword == "msgid")
        first = seen.setdefault(entry.key, line)
        if first != line:
            context = "" if entry.key[0] is None else " with this msgctxt"
            yield _fault(
                file,
                line,
                f"this msgid{context} is in the file twice",
                rule="po-duplicate",
                notes=(f"the first is in line {first}; which of the two is printed would be chance",),
                help="keep the better translation and delete the other entry",
            )


def _tail_faults(tokens: tuple[Token, ...], file: str) -> Iterator[Diagnostic]:
    """Comments may end a file, but for old source texts, which belong to an entry."""
    texts = (Kind.KEYWORD, Kind.CONTINUATION)
    last = max((index for index, token in enumerate(tokens) if token.kind in texts), default=-1)
    lost = next((token for token in tokens[last + 1 :] if token.kind is Kind.PREVIOUS), None)
    if lost is not None:
        yield _fault(
            file,
            lost.line,
            "an old source text (#|) without an entry below it",
            help="delete the line, or restore the end of the file",
        )


def _header_faults(entries: tuple[Entry, ...], file: str) -> Iterator[Diagnostic]:
    """A header that is not there, or whose first `charset=`, which gettext goes by, is not UTF-8."""
    header = next((entry for entry in entries if entry.is_header), None)
    if header is None:
        yield _fault(
            file,
            1,
            'the header is missing: the entry with msgid ""',
            rule="po-header",
            help='begin the file with msgid "" and msgstr "Content-Type: text/plain; charset=UTF-8\\n"',
        )
        return
    if any(token.fault for token in header.tokens) or not header.texts:
        return
    charset = re.search(r"charset=(\S*)", header.texts[0].value)
    if charset is None or charset.group(1).upper() not in ("UTF-8", "UTF8"):
        said = f'says "{charset.group(1)}"' if charset else "does not say so"
        yield _fault(
            file,
            header.texts[0].line,
            f"the file is UTF-8, but its header {said}",
            rule="po-encoding",
            help='write "Content-Type: text/plain; charset=UTF-8\\n" in the header',
        )


def _fault(
    file: str,
    line: int,
    message: str,
    *,
    help: str,
    rule: str = "po-syntax",
    notes: tuple[str, ...] = (),
) -> Diagnostic:
    return Diagnostic(rule=rule, message=message, place=Place(file=file, line=line), notes=notes, help=help)
