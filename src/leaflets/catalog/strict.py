"""A .po file that keeps to the grammar -> everything else for which `msgfmt -c` refuses it."""

from collections.abc import Iterator

from leaflets.catalog.entries import Entry, Field, PoFile
from leaflets.catalog.formats import format_faults
from leaflets.catalog.lexer import BOM
from leaflets.catalog.plural import Plural, read_plural
from leaflets.diagnostics import Diagnostic, Place, Severity

FORMULA = 'write it as your editor offers it, e.g. "Plural-Forms: nplurals=2; plural=(n != 1);\\n"'


def faults(source: PoFile) -> Iterator[Diagnostic]:
    """Header, plurals, line ends and placeholders; of texts only what would be printed (not fuzzy)."""
    plural, wrong = _plural(source)
    if wrong is not None:
        yield wrong
    for entry in source.live:
        if "fuzzy" in entry.flags or not entry.texts[0].value:
            continue
        if wrong is None:
            yield from _form_faults(entry, plural, source.file)
        yield from _line_faults(entry, source.file)
        yield from _placeholder_faults(entry, plural, source.file)


def written_oddly(data: bytes, *, file: str) -> Iterator[Diagnostic]:
    """What is read without harm, and is told so that nobody wonders."""
    if data.startswith(BOM):
        yield _oddity("the file begins with a byte order mark", 'save it as "UTF-8", not "with BOM"', file)
    if b"\r" in data:
        yield _oddity("the lines end as on Windows (CR LF)", "nothing needs to be done", file)


def _oddity(message: str, help: str, file: str) -> Diagnostic:
    place = Place(file=file, line=1)
    return Diagnostic(
        rule="po-encoding",
        severity=Severity.NOTE,
        message=message,
        place=place,
        notes=("it is read all the same, and stays as it is",),
        help=help,
    )


def _plural(source: PoFile) -> tuple[Plural | None, Diagnostic | None]:
    header = source.header.texts[0]
    try:
        return read_plural(header.value), None
    except ValueError as error:
        place = Place(file=source.file, line=header_line(source.header, "Plural-Forms:"))
        return None, Diagnostic(
            rule="header-plural",
            message=f"the header field Plural-Forms is wrong: {error}",
            place=place,
            notes=("editors would ask for the wrong number of translations",),
            help=FORMULA,
        )


def header_line(header: Entry, name: str) -> int:
    """The line of a header field, which most tools write one a line."""
    found = (token.line for token in header.tokens if token.value.startswith(name))
    return next(found, header.texts[0].line)


def _form_faults(entry: Entry, plural: Plural | None, file: str) -> Iterator[Diagnostic]:
    if entry.value("msgid_plural") is None:
        return
    here = Place(file=file, line=entry.texts[0].line)
    if plural is None:
        yield Diagnostic(
            rule="header-plural",
            message="this message has a plural, and the header does not say how many forms there are",
            place=here,
            help=FORMULA,
        )
    elif len(entry.texts) != plural.count:
        yield Diagnostic(
            rule="header-plural",
            message=f"this message has {len(entry.texts)} plural forms; its language has {plural.count}",
            place=here,
            notes=("the header field Plural-Forms says how many there are",),
            help=f"write msgstr[0] to msgstr[{plural.count - 1}]",
        )


def _line_faults(entry: Entry, file: str) -> Iterator[Diagnostic]:
    """A line break at the beginning or end of only one of source and translation."""
    msgid = entry.value("msgid") or ""
    plural = [field for field in entry.fields if field.keyword == "msgid_plural"]
    for field in (*plural, *entry.texts):
        for where, differs in (
            ("begins", field.value.startswith("\n") != msgid.startswith("\n")),
            ("ends", field.value.endswith("\n") != msgid.endswith("\n")),
        ):
            if differs:
                yield _line_fault(field, where, file)


def _line_fault(field: Field, where: str, file: str) -> Diagnostic:
    return Diagnostic(
        rule="newline",
        message=f"only one of source and translation {where} with \\n",
        place=Place(file=file, line=field.line),
        help=f"let both of them {where.rstrip('s')} alike",
    )


def _placeholder_faults(entry: Entry, plural: Plural | None, file: str) -> Iterator[Diagnostic]:
    if "python-format" not in entry.flags:
        return
    texts = tuple(field.value for field in entry.texts)
    often = plural.often if plural else ()
    for index, fault in format_faults(
        entry.value("msgid") or "", entry.value("msgid_plural"), texts, often=often
    ):
        yield Diagnostic(
            rule="placeholder",
            message=fault,
            place=Place(file=file, line=entry.texts[index].line),
            notes=("a number or a name stands there in print",),
            help="copy the placeholders from the source; a percent sign is written %%",
        )
