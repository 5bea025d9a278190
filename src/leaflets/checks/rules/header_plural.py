"""A catalog -> findings: its formula for plurals is missing or wrong."""

from collections.abc import Iterator

from leaflets.catalog.plural import read_plural
from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, Example, check
from leaflets.checks.subject import LanguageCatalog

PLURAL = (
    'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\n'
    'msgstr[0] "%(n)s dan"\nmsgstr[1] "%(n)s dana"\nmsgstr[2] "%(n)s dana"\n'
)
RIGHT = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)


@check(
    since="0.1",
    help="put in the line that is expected, or let Poedit write it",
    good=(Example(header=f"Plural-Forms: {RIGHT}", po=PLURAL),),
    bad=(
        Example(po=PLURAL, note="no formula"),
        Example(header="Plural-Forms: nplurals=3; plural=n%;", po=PLURAL, note="damaged"),
        Example(header="Plural-Forms: nplurals=2; plural=n%10;", po=PLURAL, note="out of range"),
        Example(header="Plural-Forms: nplurals=2; plural=n!=1;", po=PLURAL, note="that of another language"),
    ),
)
def header_plural(whole: LanguageCatalog) -> Iterator[Finding]:
    """The formula for plurals is missing, damaged, or not that of the language.

    The leaflet would print the form for one where five are meant."""
    header = whole.catalog.header.get("Plural-Forms", "").strip()
    needed = any(message.plural is not None for message in whole.catalog.messages)
    wanted = read_plural(f"Plural-Forms: {whole.setting.language.plural}")
    if not header:
        if needed:
            yield Finding("the header has no line Plural-Forms", expected=whole.setting.language.plural)
        return
    try:
        found = read_plural(f"Plural-Forms: {header}")
    except ValueError as error:
        told = f"the formula for plurals is damaged: {error}"
        yield Finding(told, expected=whole.setting.language.plural, place=whole.field("Plural-Forms"))
        return
    if found and wanted and found != wanted:
        yield Finding(
            f'the formula for plurals "{header}" is not that of {whole.setting.language.english}',
            expected=whole.setting.language.plural,
            place=whole.field("Plural-Forms"),
            severity=None if needed and found.count != wanted.count else WARNING,
        )
