"""Tokens of a .po file to the groups of lines that are its entries, sound or not."""

from collections.abc import Iterable, Iterator

from leaflets.catalog.entries import Field, Strings
from leaflets.catalog.lexer import Kind, Token
from leaflets.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Strings):
    """Lines that belong together, sound or not."""

    tokens: tuple[Token, ...]


def grouped(tokens: Iterable[Token]) -> Iterator[Group]:
    """The entries of a file; comments at its end belong to none."""
    return map(_group, _groups(tokens))


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


def _group(tokens: tuple[Token, ...]) -> Group:
    """Fields begin with a keyword; the lines that continue them are joined once, as there may be many."""
    lines: list[list[Token]] = []
    for token in tokens:
        if token.kind is Kind.KEYWORD:
            lines.append([token])
        elif token.kind is Kind.CONTINUATION and lines:
            lines[-1].append(token)
    obsolete = any(token.obsolete for token in tokens if token.kind is Kind.KEYWORD)
    return Group(tokens=tokens, fields=tuple(map(_field, lines)), obsolete=obsolete)


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
