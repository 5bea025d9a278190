"""Bytes of a .po file to its entries: at once where a tool wrote it, else line by line with all faults."""

from leaflets.catalog.entries import Entry, PoFile, noted
from leaflets.catalog.grammar import faults_of
from leaflets.catalog.groups import Group, grouped
from leaflets.catalog.lexer import Kind, scan
from leaflets.catalog.usual import read_usual
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import CatalogError, InputError
from leaflets.files import decode

MAX_BYTES = 8_000_000
"""A larger file is refused before it is read: 800 messages of a leaflet take 0.3 MB."""


def lex(data: bytes, *, file: str) -> PoFile:
    """The entries of a .po file. CatalogError holds a diagnostic for everything that is wrong."""
    if len(data) > MAX_BYTES:
        raise CatalogError.of(_too_large(data, file))
    try:
        decode(data, file=file, bom=True)
    except InputError as error:
        raise CatalogError(error.message, *error.diagnostics) from None
    return read_usual(data, file=file) or read_lines(data, file=file)


def read_lines(data: bytes, *, file: str) -> PoFile:
    """The entries of a file that is UTF-8, whoever wrote it."""
    tokens = scan(data, file=file)
    groups = tuple(grouped(tokens))
    faults = [token.fault for token in tokens if token.fault]
    if not any(token.kind is Kind.CONFLICT for token in tokens):
        faults += faults_of(groups, tokens, file=file)
    if faults:
        faults.sort(key=lambda fault: (fault.place and fault.place.line) or 0)
        raise CatalogError.of(*faults)
    entries = [_entry(group, data) for group in groups]
    header = next(entry for entry in entries if entry.is_header)
    return PoFile(file=file, header=header, entries=tuple(one for one in entries if one is not header))


def _entry(group: Group, data: bytes) -> Entry:
    first = group.tokens[0]
    return Entry(
        fields=group.fields,
        obsolete=group.obsolete,
        line=first.line,
        start=first.start,
        end=group.tokens[-1].end,
        notes=noted((token.kind, token.value) for token in group.tokens if token.kind.is_comment),
        data=data,
    )


def _too_large(data: bytes, file: str) -> Diagnostic:
    return Diagnostic(
        rule="too-large",
        message=f"the file has {len(data) / 1e6:.0f} MB; no catalog has more than {MAX_BYTES / 1e6:.0f}",
        place=Place(file=file),
        notes=("it was not read",),
        help="restore the catalog; perhaps another file was saved under its name",
    )
