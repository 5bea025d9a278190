"""An entry and what it should say -> its lines: those that already say so keep their bytes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leaflets.catalog.entries import Entry
from leaflets.catalog.formats import format_faults
from leaflets.catalog.lexer import Kind, Token
from leaflets.catalog.quote import quoted

FORMAT = re.compile(r"(?:no-|possible-|impossible-)?[\w-]+-format|(?:no-)?wrap|range: ?\d+\.\.\d+")
"""Flags that only a template may set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a merged entry says beside the comments and source texts of the template."""

    texts: tuple[str, ...]
    flags: tuple[str, ...]
    old: bool = False
    """Whether the source text of the old entry is told (`#|`)."""
    older: bool = False
    """Whether the old source text that the entry already tells is kept."""


def target(
    wanted: Entry, found: Entry | None, *, exact: bool, forms: int, often: Sequence[bool] = ()
) -> Target:
    """What becomes of a message of the template.

    `forms` is the number of plural forms; `often` tells which of them many numbers take.
    """
    plural = wanted.value("msgid_plural")
    ours = tuple(flag for flag in wanted.flags if flag != "fuzzy")
    if found is None:
        return Target(texts=("",) * (forms if plural is not None else 1), flags=ours)
    texts = _texts(found, plural=plural is not None, forms=forms)
    was_fuzzy = "fuzzy" in found.flags
    changed = not exact or plural != found.value("msgid_plural")
    fuzzy = bool(texts[0]) and (was_fuzzy or changed or _no_longer_fits(wanted, found, texts, often))
    kept = tuple(flag for flag in found.flags if flag != "fuzzy" and not FORMAT.fullmatch(flag))
    flags = tuple(dict.fromkeys((*(("fuzzy",) if fuzzy else ()), *ours, *kept)))
    return Target(texts=texts, flags=flags, old=fuzzy and not was_fuzzy, older=fuzzy and was_fuzzy)


def rewritten(
    data: bytes, entry: Entry, template: bytes, wanted: Entry, result: Target, *, ending: str
) -> bytes:
    """The entry as it should be; its own bytes, if it already is."""
    if _says(entry, wanted, result):
        return data[entry.start : entry.end]
    lines = _Lines(data=data, entry=entry, ending=ending)
    theirs = _Lines(data=template, entry=wanted, ending=ending)
    parts = [lines.of(Kind.REMARK)]
    for kind in (Kind.EXTRACTED, Kind.REFERENCE):
        parts.append((lines if _same(entry, wanted, kind) else theirs).of(kind))
    parts.append(lines.of(Kind.FLAG) if set(entry.flags) == set(result.flags) else _flags(result, ending))
    parts.append(lines.previous() if result.old else lines.of(Kind.PREVIOUS) if result.older else b"")
    same_source = _source(entry) == _source(wanted)
    parts.append((lines if same_source else theirs).fields("msgctxt", "msgid", "msgid_plural"))
    same_texts = tuple(field.value for field in entry.texts) == result.texts
    indexed = wanted.value("msgid_plural") is not None
    if same_texts and indexed == (entry.texts[0].index is not None):
        parts.append(lines.fields("msgstr"))
    else:
        parts.append(_written_texts(result.texts, indexed=indexed, ending=ending))
    return b"".join(parts)


def written(template: bytes, wanted: Entry, result: Target, *, ending: str) -> bytes:
    """A new entry, as the template has it."""
    theirs = _Lines(data=template, entry=wanted, ending=ending)
    indexed = wanted.value("msgid_plural") is not None
    parts = [theirs.of(kind) for kind in (Kind.REMARK, Kind.EXTRACTED, Kind.REFERENCE)]
    parts += [_flags(result, ending), theirs.fields("msgctxt", "msgid", "msgid_plural")]
    return b"".join([*parts, _written_texts(result.texts, indexed=indexed, ending=ending)])


def obsoleted(data: bytes, entry: Entry, *, ending: str) -> bytes:
    """The entry behind `#~`, without what was extracted; nothing if it has no translation."""
    if not entry.texts[0].value:
        return b""
    if entry.obsolete and not entry.comments(Kind.EXTRACTED) and not entry.comments(Kind.REFERENCE):
        return data[entry.start : entry.end]
    lines = _Lines(data=data, entry=entry, ending=ending)
    parts = [lines.of(Kind.REMARK), lines.of(Kind.FLAG)]
    hidden = [("#~|" + _inside(token)[2:]) for token in entry.tokens if token.kind is Kind.PREVIOUS]
    hidden += [f"#~ {_inside(token)}" for token in entry.tokens if not token.kind.is_comment]
    return b"".join([*parts, _bytes(hidden, ending)])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """The lines of one entry by what they are; those of an obsolete one without its mark."""

    data: bytes
    entry: Entry
    ending: str

    def of(self, kind: Kind) -> bytes:
        return self._raw(token for token in self.entry.tokens if token.kind is kind)

    def fields(self, *keywords: str) -> bytes:
        spans = [(field.start, field.end) for field in self.entry.fields if field.keyword in keywords]
        inside = [token for token in self.entry.tokens if not token.kind.is_comment]
        return self._raw(token for token in inside if any(start <= token.start < end for start, end in spans))

    def previous(self) -> bytes:
        """The source text as one that is old."""
        source = self.fields("msgctxt", "msgid", "msgid_plural").decode()
        return _bytes((f"#| {line}" for line in source.splitlines()), self.ending)

    def _raw(self, tokens: Iterable[Token]) -> bytes:
        return b"".join(self._line(token) for token in tokens)

    def _line(self, token: Token) -> bytes:
        raw = self.data[token.start : token.end]
        if token.obsolete:
            inside = _inside(token)
            return _bytes([inside] if inside else [], self.ending)
        bare = raw.rstrip(b"\r\n")
        return (
            raw
            if raw.endswith(self.ending.encode()) and len(raw) - len(bare) == len(self.ending)
            else (bare + self.ending.encode())
        )


def _inside(token: Token) -> str:
    """The text of a line without the mark of obsolete ones; `#~| msgid` becomes `#| msgid`."""
    if not token.obsolete:
        return token.text
    if token.kind is Kind.PREVIOUS:
        return "#" + token.text[2:]
    return token.text[2:].lstrip(" \t")


def _texts(found: Entry, *, plural: bool, forms: int) -> tuple[str, ...]:
    """The translations for a message that is, or is not, a plural."""
    texts = tuple(field.value for field in found.texts)
    was_plural = found.value("msgid_plural") is not None
    if plural and not was_plural:
        return texts * forms
    return texts[:1] if was_plural and not plural else texts


def _no_longer_fits(wanted: Entry, found: Entry, texts: tuple[str, ...], often: Sequence[bool]) -> bool:
    """Whether the template began to compare placeholders, and those of the translation differ."""
    asked, before = "python-format" in wanted.flags, "python-format" in found.flags
    sources = (wanted.value("msgid") or "", wanted.value("msgid_plural"))
    return asked and not before and any(format_faults(*sources, texts, often=often))


def _says(entry: Entry, wanted: Entry, result: Target) -> bool:
    """Whether the entry already is as it should be, in whatever wrapping."""
    old = bool(entry.comments(Kind.PREVIOUS))
    return (
        not entry.obsolete
        and _same(entry, wanted, Kind.EXTRACTED)
        and _same(entry, wanted, Kind.REFERENCE)
        and set(entry.flags) == set(result.flags)
        and _source(entry) == _source(wanted)
        and tuple(field.value for field in entry.texts) == result.texts
        and not result.old
        and (not old or result.older)
    )


def _same(entry: Entry, wanted: Entry, kind: Kind) -> bool:
    """Whether comments hold the same words: tools wrap them as they like."""
    return _words(entry, kind) == _words(wanted, kind)


def _words(entry: Entry, kind: Kind) -> list[str]:
    return " ".join(entry.comments(kind)).split()


def _source(entry: Entry) -> tuple[str | None, ...]:
    return tuple(entry.value(keyword) for keyword in ("msgctxt", "msgid", "msgid_plural"))


def _flags(result: Target, ending: str) -> bytes:
    return _bytes(["#, " + ", ".join(result.flags)] if result.flags else [], ending)


def _written_texts(texts: tuple[str, ...], *, indexed: bool, ending: str) -> bytes:
    return _bytes(_text_lines(texts, indexed=indexed), ending)


def _text_lines(texts: tuple[str, ...], *, indexed: bool) -> Iterator[str]:
    for index, text in enumerate(texts):
        yield from quoted(f"msgstr[{index}]" if indexed else "msgstr", text)


def _bytes(lines: Iterable[str], ending: str) -> bytes:
    return "".join(line + ending for line in lines).encode()
