"""A .po file that keeps to the grammar, as data: entries in which every string has its bytes and its line."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType

from leaflets.catalog.lexer import Kind, Token, scan
from leaflets.frozen import dataclass


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
class Strings:
    """The strings of one entry."""

    fields: tuple[Field, ...]
    obsolete: bool = False

    @property
    def is_header(self) -> bool:
        return not self.obsolete and self.key == (None, "")

    @property
    def key(self) -> tuple[str | None, str]:
        return self.value("msgctxt"), self.value("msgid") or ""

    @property
    def texts(self) -> tuple[Field, ...]:
        """The `msgstr`, or the forms `msgstr[0]`, `msgstr[1]`, … of a plural."""
        return tuple([field for field in self.fields if field.keyword == "msgstr"])

    def value(self, keyword: str) -> str | None:
        """The text of the first field with this keyword."""
        for one in self.fields:
            if one.keyword == keyword:
                return one.value
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The comments of one entry."""

    lines: Mapping[Kind, tuple[str, ...]]
    """Without their marks, by what they are."""
    flags: tuple[str, ...]
    """Of all flag lines; polib reads only those with a blank after the comma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Strings):
    """One entry: `data[start:end]` is all of its lines, from the first comment on."""

    line: int
    start: int
    end: int
    notes: Notes
    data: bytes = field(repr=False)
    """The whole file."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its lines, read anew; an empty one is no part of an entry."""
        lines = scan(self.data, file="", start=self.start, end=self.end, line=self.line)
        return tuple(token for token in lines if token.kind is not Kind.BLANK)

    @property
    def flags(self) -> tuple[str, ...]:
        return self.notes.flags

    def comments(self, kind: Kind) -> tuple[str, ...]:
        """The comment lines of a kind, without their mark."""
        return self.notes.lines.get(kind, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """A file that keeps to the grammar."""

    file: str
    header: Entry
    entries: tuple[Entry, ...]
    """Live and obsolete ones, without the header."""
    usual: bool = field(default=False, compare=False)
    """Whether it is written as tools write it."""

    @property
    def live(self) -> tuple[Entry, ...]:
        return tuple([entry for entry in self.entries if not entry.obsolete])


def noted(comments: Iterable[tuple[Kind, str]]) -> Notes:
    """The comments of an entry by their kinds."""
    found: dict[Kind, list[str]] = {}
    for kind, text in comments:
        found.setdefault(kind, []).append(text)
    words = (word.strip() for line in found.get(Kind.FLAG, ()) for word in line.split(","))
    lines = {kind: tuple(texts) for kind, texts in found.items()}
    return Notes(lines=MappingProxyType(lines), flags=tuple([word for word in words if word]))
