"""Bytes of a .po file to tokens, one a line, with spans that together are the file.

The line grammar is that of GNU gettext ("The Format of PO Files"), and stricter than polib's, which
drops letters where a quotation mark is damaged and does not say so.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from enum import StrEnum

from leaflets.diagnostics import Diagnostic, Place
from leaflets.frozen import dataclass

BOM = b"\xef\xbb\xbf"

KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
"""What may follow a backslash. gettext knows more (octal, \\a, \\v), but none that can be printed."""

CURLY = "“”„‟«»‘’‚‛″＂"
"""Quotation marks that word processors and telephones put in place of the straight one."""

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d)\])?)(?![\w\[])[ \t]*(.*)")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_WORD_AND_QUOTE = re.compile(r'(\w+(?:\[\w*\])?)[ \t]*["' + CURLY + "].")
_GIT_MARKER = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
GETTEXT_MARKER = "#-#-#-#-#"
_LINE_BREAKERS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""Characters that end a line for some programs (str.splitlines), and for gettext do not."""


class Kind(StrEnum):
    """What a line is."""

    BOM = "bom"
    BLANK = "blank"
    REMARK = "#"
    EXTRACTED = "#."
    REFERENCE = "#:"
    FLAG = "#,"
    PREVIOUS = "#|"
    KEYWORD = "keyword"
    CONTINUATION = "continuation"
    CONFLICT = "conflict"
    BAD = "bad"

    @property
    def is_comment(self) -> bool:
        return self.startswith("#")  # it is called for every line: `value` takes longer than the rest


COMMENTS = {
    ".": Kind.EXTRACTED,
    ":": Kind.REFERENCE,
    ",": Kind.FLAG,
    "=": Kind.FLAG,
    "|": Kind.PREVIOUS,
}
"""The second character of a comment, which tells its kind; `#=` holds flags too (gettext 1.0)."""

_USUAL = re.compile(r'(?:((msgstr)\[(\d)\]|msgctxt|msgid_plural|msgid|msgstr) )?"([^"\\]*)"')
_USUAL_COMMENTS = {"#. ": Kind.EXTRACTED, "#: ": Kind.REFERENCE, "#, ": Kind.FLAG}


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One line, or the byte order mark: `data[start:end]` holds it with its line end."""

    kind: Kind
    line: int
    start: int
    end: int
    text: str
    """The line without its line end and without blanks around it."""
    obsolete: bool = False
    keyword: str = ""
    """`msgid`, `msgstr`, …; of a form of a plural `msgstr` too; of a `#|` line that of the old text."""
    index: int | None = None
    """The n of `msgstr[n]`."""
    value: str = ""
    """The text between the quotation marks, or that of a comment."""
    fault: Diagnostic | None = None


def _with(
    token: Token,
    *,
    kind: Kind | None = None,
    obsolete: bool | None = None,
    keyword: str | None = None,
    index: int | None = None,
    value: str | None = None,
    fault: Diagnostic | None = None,
) -> Token:
    """The token with these changes; for each line, so in a third of the time of dataclasses.replace."""
    return Token(
        kind=token.kind if kind is None else kind,
        line=token.line,
        start=token.start,
        end=token.end,
        text=token.text,
        obsolete=token.obsolete if obsolete is None else obsolete,
        keyword=token.keyword if keyword is None else keyword,
        index=token.index if index is None else index,
        value=token.value if value is None else value,
        fault=fault or token.fault,
    )


def scan(
    data: bytes, *, file: str, start: int = 0, end: int | None = None, line: int = 1
) -> tuple[Token, ...]:
    """All tokens of a file that is UTF-8, or of some of its lines; damaged lines are tokens with a fault."""
    return tuple(_scan(data, file, start, len(data) if end is None else end, line))


def _scan(data: bytes, file: str, start: int, end: int, first: int) -> Iterator[Token]:
    offset = len(BOM) if not start and data.startswith(BOM) else start
    if offset != start:
        yield Token(kind=Kind.BOM, line=1, start=0, end=offset, text="")
    part = data[offset:end]
    usual = GETTEXT_MARKER.encode() not in part and not _LINE_BREAKERS.search(part.decode("utf-8"))
    for line, match in enumerate(_LINE.finditer(data, offset, end), start=first):
        raw = match.group().decode("utf-8").rstrip("\r\n")
        known = _usual(raw, line, match.span()) if usual else None
        if known is not None:
            yield known
            continue
        token = Token(kind=Kind.BAD, line=line, start=match.start(), end=match.end(), text=raw.strip(" \t"))
        yield _checked(_classified(token, raw, file), file)


def _usual(raw: str, line: int, span: tuple[int, int]) -> Token | None:
    """The token of a line as tools write it, at once; None leaves the line to the reader of all others.

    Only lines without escapes, damage or blanks around them: both readers give the same token.
    """
    if raw.startswith(('"', "msg")):
        match = _USUAL.fullmatch(raw)
        if match is None:
            return None
        name, form, index, value = match.groups()
        return Token(
            kind=Kind.KEYWORD if name else Kind.CONTINUATION,
            line=line,
            start=span[0],
            end=span[1],
            text=raw,
            keyword=form or name or "",
            index=None if index is None else int(index),
            value=value,
        )
    kind = _USUAL_COMMENTS.get(raw[:3])
    if kind is None or raw[-1] in " \t\\":
        return None
    return Token(kind=kind, line=line, start=span[0], end=span[1], text=raw, value=raw[3:].strip())


def _checked(token: Token, file: str) -> Token:
    """The token, with the faults that any kind of line may have."""
    breaker = _LINE_BREAKERS.search(token.text)
    if GETTEXT_MARKER in token.text:
        return _with(token, kind=Kind.CONFLICT, fault=_gettext_marker(token, file))
    if breaker:
        return _with(token, fault=_line_breaker(token, file, breaker.group()))
    if token.text.endswith("\\") and token.fault is None:
        return _with(token, fault=_joined_line(token, file))
    return token


def _classified(token: Token, raw: str, file: str) -> Token:
    if not token.text:
        return _with(token, kind=Kind.BLANK)
    if _GIT_MARKER.match(raw):
        return _with(token, kind=Kind.CONFLICT, fault=_git_marker(token, file))
    if token.text.startswith("#~"):
        return _obsolete(token, file)
    if token.text.startswith("#"):
        return _comment(token, token.text, file)
    return _string_line(token, token.text, file)


def _obsolete(token: Token, file: str) -> Token:
    inside = token.text[2:].lstrip(" \t")
    token = _with(token, obsolete=True)
    if token.text.startswith("#~|"):
        return _comment(token, "#" + inside, file)
    if not inside:
        return _with(token, kind=Kind.REMARK)
    return _string_line(token, inside, file)


def _comment(token: Token, text: str, file: str) -> Token:
    kind = COMMENTS.get(text[1:2], Kind.REMARK)
    body = text[1:] if kind is Kind.REMARK else text[2:]
    if kind is not Kind.PREVIOUS:
        return _with(token, kind=kind, value=body.strip())
    if not body.strip():
        return _with(token, kind=Kind.REMARK)
    old = _string_line(token, body.lstrip(" \t"), file)
    return _with(old, kind=kind)


def _string_line(token: Token, text: str, file: str) -> Token:
    """A keyword with its string, or a string that continues the one above."""
    match = _KEYWORD.match(text)
    if match:
        name, index, rest = match.groups()
        form = None if index is None else int(index)
        token = _with(token, kind=Kind.KEYWORD, keyword=name.partition("[")[0], index=form)
        return _with_string(token, rest, file)
    if text[0] == '"' or text[0] in CURLY:
        return _with_string(_with(token, kind=Kind.CONTINUATION), text, file)
    return _with(token, fault=_unknown(token, text, file))


def _with_string(token: Token, text: str, file: str) -> Token:
    match = _STRING.match(text)
    fault = _quote_fault(token, text, file) if match is None else _text_fault(token, match, text, file)
    if match is None or fault is not None:
        return _with(token, fault=fault)
    return _with(token, value=_ESCAPE.sub(lambda found: ESCAPES[found.group(1)], match.group(1)))


def _quote_fault(token: Token, text: str, file: str) -> Diagnostic:
    """Why there is no string between two straight quotation marks."""
    if text and text[0] in CURLY:
        return _curly(token, file, text[0])
    if not text:
        return _fault(
            token,
            file,
            f"no text stands after {token.keyword}",
            help=f'write {token.keyword} "" where the text is still missing',
        )
    if text[0] != '"':
        return _missing_opening(token, file)
    if text[-1] in CURLY:
        return _curly(token, file, text[-1])
    return _fault(
        token,
        file,
        "the closing quotation mark is missing",
        notes=('\\" is a quotation mark inside of the text and does not close it',) if '\\"' in text else (),
        help='put a straight quotation mark (") at the end of the line',
    )


def _text_fault(token: Token, match: re.Match[str], text: str, file: str) -> Diagnostic | None:
    """What is wrong in or after a string that is opened and closed."""
    rest = text[match.end() :].strip()
    if rest:
        return _fault(
            token,
            file,
            f"text after the closing quotation mark: {_shortened(rest)}",
            help='inside of a text write \\" or the quotation marks of your language, never a bare "',
        )
    unknown = next((c for c in _ESCAPE.findall(match.group(1)) if c not in ESCAPES), None)
    if unknown is not None:
        return _fault(
            token,
            file,
            f"\\{unknown} is not known",
            help="write \\n for a new line, \\t for a tab, \\\\ for a backslash",
        )
    return None


def _unknown(token: Token, text: str, file: str) -> Diagnostic:
    word = _WORD_AND_QUOTE.match(text)
    if word:
        near = get_close_matches(word.group(1).partition("[")[0].lower(), KEYWORDS, n=1)
        known = "msgctxt, msgid, msgid_plural, msgstr and msgstr[0] to msgstr[9]"
        return _fault(
            token,
            file,
            f"{word.group(1)} is not a keyword",
            notes=(f"keywords are {known}",),
            help=f'did you mean "{near[0]}"?' if near else "correct the first word of the line",
        )
    if text.endswith('"') or text[-1] in CURLY:
        return _missing_opening(token, file)
    return _fault(
        token,
        file,
        f"this line is neither a text nor a comment: {_shortened(text)}",
        notes=("perhaps a text was broken into two lines",),
        help='put it between straight quotation marks ("), or write # in front of a comment',
    )


def _missing_opening(token: Token, file: str) -> Diagnostic:
    before = f"after {token.keyword}" if token.keyword else "at the beginning of the line"
    return _fault(
        token,
        file,
        "the opening quotation mark is missing",
        help=f'put a straight quotation mark (") {before}',
    )


def _curly(token: Token, file: str, mark: str) -> Diagnostic:
    return _fault(
        token,
        file,
        f"the quotation mark {mark} (U+{ord(mark):04X}) stands where a straight one is needed",
        notes=("some editors and telephones replace quotation marks while you type",),
        help='replace it by " (U+0022)',
    )


def _git_marker(token: Token, file: str) -> Diagnostic:
    return _fault(
        token,
        file,
        f"a merge left its mark: {token.text[:7]}",
        rule="po-conflict-marker",
        notes=("two people changed the same lines, and both versions are in the file",),
        help="keep the right one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>",
    )


def _gettext_marker(token: Token, file: str) -> Diagnostic:
    return _fault(
        token,
        file,
        f"a merge left its mark: {GETTEXT_MARKER}",
        rule="po-conflict-marker",
        notes=("msgcat found two translations and kept both",),
        help=f"keep the right one of the marked texts, and delete the lines with {GETTEXT_MARKER}",
    )


def _line_breaker(token: Token, file: str, character: str) -> Diagnostic:
    return _fault(
        token,
        file,
        f"the line holds the invisible character U+{ord(character):04X}, which breaks lines in some programs",
        help="delete it, or write \\n if a new line is meant",
    )


def _joined_line(token: Token, file: str) -> Diagnostic:
    return _fault(
        token,
        file,
        "the line ends with a backslash",
        notes=("gettext takes the next line for a part of it, other programs do not",),
        help="delete the backslash",
    )


def _fault(
    token: Token,
    file: str,
    message: str,
    *,
    help: str,
    rule: str = "po-syntax",
    notes: tuple[str, ...] = (),
) -> Diagnostic:
    place = Place(file=file, line=token.line)
    return Diagnostic(rule=rule, message=message, place=place, notes=notes, help=help)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
