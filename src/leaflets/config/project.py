"""leaflets.toml and contacts.toml to a Project; everything that is wrong in them is told at once."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from leaflets.color import INK_LIMIT, WHITE, Cmyk, Color, Rgb, parse_print, parse_screen
from leaflets.config.contacts import contact_tables
from leaflets.config.languages import joined, language_reader, language_tables
from leaflets.config.table import (
    Fault,
    Faults,
    Table,
    bad_value,
    close,
    count,
    flag,
    open_toml,
    several,
    slug,
    some,
    suggestion,
    text,
    words,
)
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import ConfigError
from leaflets.files import Files, read_text
from leaflets.geometry import MM, UNITS
from leaflets.project import (
    CheckSettings,
    Language,
    Leaflet,
    PrintCondition,
    PrintSettings,
    Project,
    Release,
)

PROJECT_FILE = "leaflets.toml"
CONTACTS_FILE = "contacts.toml"

PALETTE = ("ink", "heading", "muted", "accent", "tint", "draft", "paper")
"""The colours that the toolkit's own layouts ask for; a project may add others."""

FOGRA39 = PrintCondition(
    identifier="FOGRA39",
    info="Coated FOGRA39 (ISO 12647-2:2004)",
    registry="http://www.color.org",
    icc="FOGRA39L_coated.icc",
)
CONDITIONS = (FOGRA39,)

MOST_BLEED = 10 * MM

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
)

MOST_TOGETHER = 12
"""Languages on one sheet: with more, none has room to be found."""


def read_project(files: Files) -> Project:
    """The project in a folder. ConfigError holds all faults of both files, InputError an unreadable one."""
    if not files.exists(PROJECT_FILE):
        raise ConfigError.of(_no_project())
    root = open_toml(read_text(files, PROJECT_FILE), file=PROJECT_FILE)
    contacts = open_toml(read_text(files, CONTACTS_FILE), file=CONTACTS_FILE)
    root.only("leaflet", "palette", "print", "language", "checks")
    languages = joined(language_tables(root))
    project = Project(
        leaflets=_leaflets(root, languages),
        contacts=contact_tables(contacts, languages),
        palette=_palette(root.table("palette")),
        print=_print(root.table("print")),
        checks=_checks(root.table("checks")),
    )
    close(root, contacts)
    return project


def _leaflets(root: Table, languages: tuple[Language, ...]) -> tuple[Leaflet, ...]:
    table = root.table("leaflet")
    if not table.values:
        root.note(_no_leaflet())
    return tuple(_leaflet(table.table(name), name, languages) for name in table.values)


def _leaflet(row: Table, name: str, languages: tuple[Language, ...]) -> Leaflet:
    row.only(*LEAFLET_KEYS)
    row.check_name()
    language = language_reader(languages)
    formats = row.need("formats", some(slug), ())
    return Leaflet(
        name=name,
        public_name=row.need("public_name", slug, ""),
        formats=formats,
        languages=row.need("languages", some(language), ()),
        source=row.need("source", language, languages[0]),
        host=row.need("host", language, languages[0]),
        release=Release(edition=row.need("edition", _edition, "")),
        publisher=row.take("publisher", text, ""),
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


def _edition(value: object) -> str:
    edition = text(value)
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", edition):
        raise bad_value(f'"{edition}" is not an edition', help='write year and month: "2026-11"')
    return edition


def _checks(row: Table) -> CheckSettings:
    row.only("ignore", "unchanged")
    return CheckSettings(
        ignore=row.take("ignore", several(slug), ()),
        unchanged=row.take("unchanged", several(words), ()),
        place=row.place("ignore"),
    )


def _palette(table: Table) -> Mapping[str, Color]:
    for name in PALETTE:
        if name not in table.values:
            table.note(_missing_color(name))
    return {name: _color(table.table(name), name) for name in table.values}


def _color(row: Table, name: str) -> Color:
    row.only("screen", "print")
    color = replace(WHITE, name=name)
    screen = row.need("screen", _screen, color.screen)
    return replace(color, screen=screen, print=row.need("print", _inks, color.print))


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


def _print(row: Table) -> PrintSettings:
    row.only("condition", "bleed", "marks", "paper")
    return PrintSettings(
        condition=row.need("condition", _condition, FOGRA39),
        bleed=row.take("bleed", _bleed, 3 * MM),
        marks=row.take("marks", flag, False),
        paper=row.take("paper", _paper, "A4"),
    )


def _paper(value: object) -> Literal["A4", "letter"]:
    name = text(value)
    if name in ("A4", "letter"):
        return "letter" if name == "letter" else "A4"
    raise bad_value(f'"{name}" is not a paper', help="use A4 or letter")


def _condition(value: object) -> PrintCondition:
    name = text(value)
    found = next((condition for condition in CONDITIONS if condition.identifier == name), None)
    if found is None:
        known = tuple(condition.identifier for condition in CONDITIONS)
        raise bad_value(f'"{name}" is not a known print condition', help=suggestion(name, known))
    return found


def _bleed(value: object) -> float:
    """A length such as `3mm`, in points."""
    written = text(value)
    match = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?) ?(mm|cm|in|pt)", written)
    if match is None:
        raise bad_value(f'"{written}" is not a length', help='write a number with mm, cm, in or pt: "3mm"')
    points = float(match.group(1)) * UNITS[match.group(2)]
    if points > MOST_BLEED:
        raise bad_value(f'"{written}" is too much for a bleed', help="write 10mm or less; shops ask for 3mm")
    return points


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


def _missing_color(name: str) -> Fault:
    return Fault(
        rule="missing-key",
        message=f"the colour {name} is missing",
        help=f'add [palette.{name}] with screen = "#…" and print = "cmyk(…)"',
        notes=("the toolkit's own layouts ask for it",),
    )
