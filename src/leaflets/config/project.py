"""leaflets.toml and contacts.toml to a Project; everything that is wrong in them is told at once."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from leaflets.color import INK_LIMIT, WHITE, Cmyk, Color, Rgb, parse_print, parse_screen
from leaflets.config.brand import branded, donors, imprint, logos
from leaflets.config.contacts import contact_tables
from leaflets.config.languages import joined, language_reader, language_tables
from leaflets.config.printing import print_settings
from leaflets.config.public_name import clashes, public_name
from leaflets.config.site import changes, edition, site_settings, with_withdrawn
from leaflets.config.table import (
    Fault,
    Faults,
    Table,
    bad_value,
    close,
    count,
    open_toml,
    several,
    slug,
    some,
    text,
    words,
)
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import ConfigError
from leaflets.files import Files, read_text
from leaflets.language import Language
from leaflets.project import CONTACT_DAYS, MOST_DAYS, CheckSettings, Leaflet, Project, Release

PROJECT_FILE = "leaflets.toml"
CONTACTS_FILE = "contacts.toml"

PALETTE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "ink": ("#1f2328", "cmyk(0% 0% 0% 100%)"),
        "heading": ("#1d5c7a", "cmyk(0% 0% 0% 100%)"),
        "muted": ("#4a5560", "cmyk(0% 0% 0% 80%)"),
        "accent": ("#1d5c7a", "cmyk(85% 45% 25% 10%)"),
        "tint": ("#e8f1f5", "cmyk(10% 3% 2% 0%)"),
        "draft": ("#fffaeb", "cmyk(0% 2% 9% 0%)"),
        "paper": ("#ffffff", "cmyk(0% 0% 0% 0%)"),
    }
)
"""The colours that the toolkit's own layouts ask for, on screens and in print: a project may change them, and
add others."""

COLOR = re.compile(r"[^\W\d_][\w-]*")
"""The name of a colour in style sheets (CSS Syntax 3, 4.3.9), as far as everybody can read it."""

LEAFLET_KEYS = (
    "public_name",
    "edition",
    "source",
    "host",
    "languages",
    "formats",
    "max_source_words",
    "publisher",
    "together",
    "subject",
    "keywords",
    "rights",
    "changes",
)

TABLES = (
    "leaflet", "palette", "print", "language", "checks", "site", "withdrawn", "release", "brand", "imprint",
    "donors",
)  # fmt: skip

MOST_TOGETHER = 12
"""Languages on one sheet: with more, none has room to be found."""


def read_project(files: Files) -> Project:
    """The project in a folder. ConfigError holds all faults of both files, InputError an unreadable one."""
    if not files.exists(PROJECT_FILE):
        raise ConfigError.of(_no_project())
    root = open_toml(read_text(files, PROJECT_FILE), file=PROJECT_FILE)
    contacts = open_toml(read_text(files, CONTACTS_FILE), file=CONTACTS_FILE)
    root.only(*TABLES)
    languages = branded(joined(language_tables(root)), root.table("brand"))
    leaflets = with_withdrawn(_leaflets(root, languages), root)
    formats = dict.fromkeys(name for leaflet in leaflets for name in leaflet.formats)
    project = Project(
        leaflets=leaflets,
        contacts=contact_tables(contacts, languages),
        palette=_palette(root.table("palette")),
        print=print_settings(root.table("print"), files),
        checks=_checks(root.table("checks")),
        site=site_settings(root),
        donors=donors(root.table("donors"), languages),
        logos=logos(root.table("brand"), languages, formats),
        imprint=imprint(root.table("imprint"), languages),
        contact_days=_contact_days(root.table("release")),
    )
    close(root, contacts)
    return project


def known_languages(files: Files) -> tuple[Language, ...]:
    """The toolkit's languages and those of the project's own tables, whether or not a leaflet is in them.

    ConfigError for faults of these tables; those of the rest of the file are not looked for.
    """
    root = open_toml(read_text(files, PROJECT_FILE), file=PROJECT_FILE)
    languages = branded(joined(language_tables(root)), root.table("brand"))
    close(root)
    return languages


def _leaflets(root: Table, languages: tuple[Language, ...]) -> tuple[Leaflet, ...]:
    table = root.table("leaflet")
    if not table.values:
        root.note(_no_leaflet())
    found = tuple(_leaflet(table.table(name), name, languages) for name in table.values)
    for leaflet, fault in clashes(tuple(one for one in found if one.public_name)):
        table.note(fault, leaflet.name, "public_name")
    return found


def _leaflet(row: Table, name: str, languages: tuple[Language, ...]) -> Leaflet:
    row.only(*LEAFLET_KEYS)
    row.check_name()
    language = language_reader(languages)
    formats = row.need("formats", some(slug), ())
    return Leaflet(
        name=name,
        public_name=row.need("public_name", public_name, ""),
        formats=formats,
        languages=row.need("languages", some(language), ()),
        source=row.need("source", language, languages[0]),
        host=row.need("host", language, languages[0]),
        release=Release(edition=row.need("edition", edition, "")),
        publisher=row.take("publisher", text, ""),
        subject=row.take("subject", text, ""),
        keywords=row.take("keywords", several(words), ()),
        rights=row.take("rights", text, ""),
        changes=changes(row),
        max_source_words=row.take("max_source_words", count, None),
        together=_together(row.table("together"), formats, languages),
    )


def _together(
    table: Table, formats: tuple[str, ...], languages: tuple[Language, ...]
) -> dict[str, tuple[Language, ...]]:
    """Formats that hold several languages, the first of which decides the direction of the sheet."""
    language = language_reader(languages)
    table.only(*formats)
    found = {name: table.need(name, some(language), ()) for name in table.values}
    for name, chosen in found.items():
        if len(chosen) > MOST_TOGETHER:
            table.note(
                Fault(
                    rule="bad-value",
                    message=f"{len(chosen)} languages do not find room on one sheet",
                    help=f"name at most {MOST_TOGETHER}; make a second format for the others",
                ),
                name,
            )
    return found


def _checks(row: Table) -> CheckSettings:
    row.only("ignore", "unchanged")
    return CheckSettings(
        ignore=row.take("ignore", several(slug), ()),
        unchanged=row.take("unchanged", several(words), ()),
        place=row.place("ignore"),
    )


def _contact_days(row: Table) -> int:
    """`[release] contact_days`: how long the word of whoever dialled a number is good."""
    row.only("contact_days")
    return row.take("contact_days", _days, CONTACT_DAYS)


def _days(value: object) -> int:
    days = count(value)
    if days > MOST_DAYS:
        raise bad_value(
            f"{days} days are more than ten years", help="numbers change: write 90, or a year at most"
        )
    return days


def _palette(table: Table) -> Mapping[str, Color]:
    own = {name: _color(table.table(name), name) for name in table.values}
    usual = {
        name: Color(name=name, screen=parse_screen(screen), print=parse_print(inks))
        for name, (screen, inks) in PALETTE.items()
        if name not in own
    }
    return own | usual


def _color(row: Table, name: str) -> Color:
    row.only("screen", "print")
    if not COLOR.fullmatch(name):
        row.note(_bad_name(name))
    color = WHITE._replace(name=name)
    screen = row.need("screen", _screen, color.screen)
    return color._replace(screen=screen, print=row.need("print", _inks, color.print))


def _screen(value: object) -> Rgb:
    try:
        return parse_screen(text(value))
    except ValueError as error:
        raise _bad_color(error) from None


def _inks(value: object) -> Cmyk:
    """Four inks that paper can bear together."""
    try:
        inks = parse_print(text(value))
    except ValueError as error:
        raise _bad_color(error) from None
    total = sum(inks)
    if total > INK_LIMIT + 1e-9:
        raise bad_value(
            f"{total:.0%} of ink is more than paper bears, which is {INK_LIMIT:.0%}",
            help="take less of the colours and more black",
            rule="too-much-ink",
        )
    return inks


def _bad_color(error: ValueError) -> Faults:
    message, _, example = str(error).partition(": ")
    return bad_value(message, help=example)


def _bad_name(name: str) -> Fault:
    return Fault(
        rule="bad-value",
        message=f'no style can name a colour "{name}"',
        help="begin with a letter, and use only letters, digits, hyphens and underscores",
    )


def _no_project() -> Diagnostic:
    return Diagnostic(
        rule="missing-file",
        message=f"there is no {PROJECT_FILE} in this folder",
        place=Place(file=PROJECT_FILE),
        help="change to the folder of your project, or make one with: leaflets new DIR",
    )


def _no_leaflet() -> Fault:
    return Fault(
        rule="missing-key",
        message="there is no leaflet",
        help="add a table [leaflet.<name>] for each leaflet",
    )
