"""The entries of a .po file, as lines that belong together -> what in them breaks the grammar."""

from collections.abc import Iterable, Iterator

from leaflets.catalog.entries import Field
from leaflets.catalog.groups import Group
from leaflets.catalog.header import is_utf8, said_charset
from leaflets.catalog.lexer import Kind, Token
from leaflets.diagnostics import Diagnostic, Place

OLD_SOURCES = (
    ("msgid",),
    ("msgctxt", "msgid"),
    ("msgid", "msgid_plural"),
    ("msgctxt", "msgid", "msgid_plural"),
)
"""What the lines `#|` of an entry may hold."""


def faults_of(groups: tuple[Group, ...], tokens: tuple[Token, ...], *, file: str) -> list[Diagnostic]:
    """What is wrong beyond single lines; entries with a damaged line are left for the next run."""
    whole = [entry for entry in groups if not any(token.fault for token in entry.tokens)]
    faults = [fault for entry in whole for fault in _structure_faults(entry, file)]
    faults += _duplicate_faults(whole, file)
    faults += _header_faults(groups, file)
    faults += _tail_faults(tokens, file)
    return faults


def _structure_faults(entry: Group, file: str) -> Iterator[Diagnostic]:
    """The first thing by which an entry breaks the grammar, if any."""
    for check in STRUCTURE:
        fault = check(entry, file)
        if fault is not None:
            yield fault
            return


def _continuation_fault(entry: Group, file: str) -> Diagnostic | None:
    first = next(token for token in entry.tokens if not token.kind.is_comment)
    if first.kind is not Kind.CONTINUATION:
        return None
    return _fault(
        file,
        first.line,
        "this text belongs to no msgid or msgstr",
        help="move it below its msgid or msgstr, before any comment, or delete it",
    )


def _previous_fault(entry: Group, file: str) -> Diagnostic | None:
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


def _obsolete_fault(entry: Group, file: str) -> Diagnostic | None:
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


def _order_fault(entry: Group, file: str) -> Diagnostic | None:
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


def _repeated_fault(entry: Group, file: str) -> Diagnostic | None:
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


def _plural_fault(entry: Group, file: str) -> Diagnostic | None:
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


def _empty_msgid_fault(entry: Group, file: str) -> Diagnostic | None:
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


def _duplicate_faults(groups: Iterable[Group], file: str) -> Iterator[Diagnostic]:
    """Of live and obsolete entries: gettext refuses both, and an update could revive either."""
    seen: dict[tuple[str | None, str], int] = {}
    for entry in groups:
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


def _header_faults(groups: tuple[Group, ...], file: str) -> Iterator[Diagnostic]:
    """A header that is not there, or whose first `charset=`, which gettext goes by, is not UTF-8."""
    header = next((entry for entry in groups if entry.is_header), None)
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
    charset = said_charset(header.texts[0].value)
    if not is_utf8(charset):
        said = f'says "{charset}"' if charset is not None else "does not say so"
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
