"""A catalog and the template of its leaflet to the catalog that translators go on with.

Entry by entry the result is that of `msgmerge --previous`: texts, flags, old source texts and order. But
gettext writes a file anew, and this does not: an entry that says the same keeps its bytes, and of another
one the lines that say the same do.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leaflets.catalog.entries import Entry, PoFile
from leaflets.catalog.message import Key
from leaflets.catalog.plural import MOST_FORMS, read_plural
from leaflets.catalog.reader import lex
from leaflets.catalog.rewrite import obsoleted, rewritten, target, written
from leaflets.catalog.similar import prepared
from leaflets.catalog.splices import line_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The new file, and what became of its messages."""

    data: bytes
    kept: tuple[Key, ...]
    """In both files; their comments may have changed."""
    similar: tuple[Key, ...]
    """New source texts that got the translation of a similar old one, to be checked (fuzzy)."""
    missing: tuple[Key, ...]
    """New source texts without any translation."""
    revived: tuple[Key, ...]
    """Obsolete entries that are in use again."""
    dropped: tuple[Key, ...]
    """Entries that became obsolete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A message of the template, and the entry that its translation comes from."""

    wanted: Entry
    found: Entry | None
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The bytes of one entry, and where it stood in the old file (None: nowhere)."""

    data: bytes
    position: int | None


def merged(data: bytes, template: bytes, *, file: str) -> Merged:
    """The catalog with the messages of the template. CatalogError if one of the two is damaged."""
    old, new = lex(data, file=file), lex(template, file="the template")
    matches = tuple(_matches(old, new))
    used = {match.found.start for match in matches if match.found}
    unused = tuple(entry for entry in old.entries if entry.start not in used)
    return Merged(
        data=_assembled(data, old, _blocks(data, template, old, matches, unused)),
        kept=tuple(_keys(match for match in matches if match.exact)),
        similar=tuple(_keys(match for match in matches if match.found and not match.exact)),
        missing=tuple(_keys(match for match in matches if not match.found)),
        revived=tuple(_keys(m for m in matches if m.exact and m.found and m.found.obsolete)),
        dropped=tuple(entry.key for entry in unused if not entry.obsolete),
    )


def plural_count(header: Entry) -> int:
    """How many forms a plural has, as gettext takes it: 2 where the header does not say."""
    found = re.search(r"^Plural-Forms:.*?nplurals\s*=\s*0*(\d{1,4})", header.texts[0].value, re.MULTILINE)
    return min(int(found[1]), MOST_FORMS) if found else 2


def _often(header: Entry) -> tuple[bool, ...]:
    """Which forms many numbers take; nothing is known of a damaged formula."""
    try:
        plural = read_plural(header.texts[0].value)
    except ValueError:
        return ()
    return plural.often if plural else ()


def _keys(matches: Iterable[Match]) -> Iterator[Key]:
    return (match.wanted.key for match in matches)


def _matches(old: PoFile, new: PoFile) -> Iterator[Match]:
    """Of one key a live entry goes before an obsolete one."""
    exact = {entry.key: entry for entry in (*reversed(old.entries), *old.live)}
    translated = tuple(entry for entry in old.entries if entry.texts[0].value)
    similar = prepared([entry.key for entry in translated])
    for wanted in new.live:
        found = exact.get(wanted.key)
        if found is not None:
            yield Match(wanted=wanted, found=found, exact=True)
            continue
        index = similar.find(wanted.key)
        yield Match(wanted=wanted, found=None if index is None else translated[index], exact=False)


def _blocks(
    data: bytes, template: bytes, old: PoFile, matches: Iterable[Match], unused: Iterable[Entry]
) -> Iterator[Block]:
    """The header as it is, the messages of the template in its order, then what is obsolete."""
    ending, forms = line_end(data), plural_count(old.header)
    often = _often(old.header)
    order = {entry.start: index for index, entry in enumerate(_in_file(old))}
    yield Block(data=data[old.header.start : old.header.end], position=order[old.header.start])
    for match in matches:
        result = target(match.wanted, match.found, exact=match.exact, forms=forms, often=often)
        if match.found is None:
            yield Block(data=written(template, match.wanted, result, ending=ending), position=None)
        else:
            block = rewritten(data, match.found, template, match.wanted, result, ending=ending)
            yield Block(data=block, position=order[match.found.start] if match.exact else None)
    for entry in unused:
        block = obsoleted(data, entry, ending=ending)
        if block:
            yield Block(data=block, position=order[entry.start])


def _in_file(source: PoFile) -> tuple[Entry, ...]:
    return tuple(sorted((source.header, *source.entries), key=lambda entry: entry.start))


def _assembled(data: bytes, old: PoFile, blocks: Iterable[Block]) -> bytes:
    """The blocks with an empty line between them; entries that were neighbours keep what parted them."""
    entries, ending = _in_file(old), line_end(data).encode()
    parts = [data[: entries[0].start]]
    before: int | None = None
    for index, block in enumerate(blocks):
        if index:
            parts.append(b"" if parts[-1].endswith((b"\n", b"\r")) else ending)
            gap = _gap(data, entries, before, block.position)
            parts.append(ending if gap is None else gap)
        parts.append(block.data)
        before = block.position
    return b"".join([*parts, data[entries[-1].end :]])


def _gap(data: bytes, entries: tuple[Entry, ...], before: int | None, position: int | None) -> bytes | None:
    """What parted two neighbours."""
    if before is None or position != before + 1:
        return None
    return data[entries[before].end : entries[position].start]
