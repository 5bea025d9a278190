"""`<leaflet>.approvals.toml`, beside a catalog, to who approved what and when; and back to its bytes."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from leaflets.config.table import Table, bad_value, close, day, open_toml, several, slug, text, words
from leaflets.diagnostics import Place
from leaflets.files import decode

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PAIR = re.compile(r"[0-9a-f]{12}:[0-9a-f]{12}")

HEAD = "# Who approved what: written by `leaflets review` and `leaflets reword`, never by hand."


@dataclass(frozen=True, slots=True, kw_only=True)
class TextApproval:
    """Somebody read all messages of a leaflet in one language."""

    by: str
    """A name, a role or a pseudonym."""
    on: date
    digest: str
    """Of all that was read (build/texts.py)."""
    messages: tuple[str, ...]
    """`key:text`, twelve hexadecimal digits each, of every message: tells later which of them changed."""
    note: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofApproval:
    """Somebody who reads the language looked at all finished pages of a format."""

    format: str
    by: str
    on: date
    digest: str
    """Of the pages (build/proof.py)."""
    note: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """A source text was mended without a change of its meaning; approvals were carried over."""

    old: str
    new: str
    by: str
    on: date
    context: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approvals:
    """All that is recorded of one leaflet in one language."""

    texts: tuple[TextApproval, ...] = ()
    proofs: tuple[ProofApproval, ...] = ()
    reworded: tuple[Reworded, ...] = ()


def read_approvals(data: bytes, *, file: str) -> Approvals:
    """ConfigError with the line of everything that is wrong: a damaged record approves nothing."""
    root = open_toml(decode(data, file=file), file=file)
    root.only("text", "proof", "reworded")
    found = Approvals(
        texts=tuple(map(_text, root.tables("text"))),
        proofs=tuple(map(_proof, root.tables("proof"))),
        reworded=tuple(map(_reworded, root.tables("reworded"))),
    )
    close(root)
    return found


def write_approvals(approvals: Approvals) -> bytes:
    """The same approvals always give the same bytes, one message a line, for readable differences."""
    blocks = [
        [HEAD],
        *(list(_text_lines(one)) for one in approvals.texts),
        *(list(_proof_lines(one)) for one in approvals.proofs),
        *(list(_reworded_lines(one)) for one in approvals.reworded),
    ]
    return ("\n\n".join("\n".join(block) for block in blocks) + "\n").encode()


def _text(row: Table) -> TextApproval:
    row.only("by", "on", "digest", "messages", "note")
    return TextApproval(
        by=row.need("by", words, ""),
        on=row.need("on", day, date.min),
        digest=row.need("digest", _digest, ""),
        messages=row.need("messages", several(_pair), ()),
        note=row.take("note", text, ""),
        place=row.place(),
    )


def _proof(row: Table) -> ProofApproval:
    row.only("format", "by", "on", "digest", "note")
    return ProofApproval(
        format=row.need("format", slug, ""),
        by=row.need("by", words, ""),
        on=row.need("on", day, date.min),
        digest=row.need("digest", _digest, ""),
        note=row.take("note", text, ""),
        place=row.place(),
    )


def _reworded(row: Table) -> Reworded:
    row.only("old", "new", "by", "on", "context")
    return Reworded(
        old=row.need("old", _message, ""),
        new=row.need("new", _message, ""),
        by=row.need("by", words, ""),
        on=row.need("on", day, date.min),
        context=row.take("context", text, ""),
    )


def _message(value: object) -> str:
    """The text of a message, which may have several lines."""
    if not isinstance(value, str) or not value:
        raise bad_value("this is not the text of a message", help="restore the file from version control")
    return value


def _digest(value: object) -> str:
    return _matching(value, _DIGEST, "a digest of 64 hexadecimal digits")


def _pair(value: object) -> str:
    return _matching(value, _PAIR, "a message with its text, as `leaflets review` writes them")


def _matching(value: object, pattern: re.Pattern[str], shape: str) -> str:
    found = text(value)
    if not pattern.fullmatch(found):
        raise bad_value(
            f'"{found[:30]}" is not {shape}',
            help="restore the file from version control, or delete the table and approve again",
        )
    return found


def _text_lines(one: TextApproval) -> Iterator[str]:
    yield "[[text]]"
    yield from _signed(one.by, one.on, one.note)
    yield f'digest = "{one.digest}"'
    yield "messages = ["
    yield from (f'  "{pair}",' for pair in one.messages)
    yield "]"


def _proof_lines(one: ProofApproval) -> Iterator[str]:
    yield "[[proof]]"
    yield f"format = {quoted(one.format)}"
    yield from _signed(one.by, one.on, one.note)
    yield f'digest = "{one.digest}"'


def _reworded_lines(one: Reworded) -> Iterator[str]:
    yield "[[reworded]]"
    if one.context:
        yield f"context = {quoted(one.context)}"
    yield from (f"old = {quoted(one.old)}", f"new = {quoted(one.new)}")
    yield from _signed(one.by, one.on, "")


def _signed(by: str, on: date, note: str) -> Iterable[str]:
    return (f"by = {quoted(by)}", f"on = {on.isoformat()}", *((f"note = {quoted(note)}",) if note else ()))


def quoted(value: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON; U+007F is never in any input."""
    return json.dumps(value, ensure_ascii=False)
