"""contacts.toml to Contacts: numbers are data and must dial what they show."""

import re
from collections.abc import Mapping
from datetime import date

from leaflets.config.countries import is_country
from leaflets.config.languages import language_reader
from leaflets.config.table import (
    Fault,
    Reader,
    Table,
    bad_value,
    choice,
    day,
    several,
    some,
    text,
    words,
)
from leaflets.contact import DAYS, WORLD, Contact, Number, NumberKind, Opening
from leaflets.language import Language

MESSAGES = ("name", "role", "hours", "cost")
"""The fields that are translated."""

KEYS = (*MESSAGES, "open", "numbers", "web", "languages", "source", "checked_on", "checked_by")

_DIAL = {
    NumberKind.SHORT: (r"\d{2,6}", "2 to 6 digits"),
    NumberKind.NATIONAL: (r"\d{5,15}", "5 to 15 digits, as dialled within the country"),
    NumberKind.INTERNATIONAL: (r"\+[1-9]\d{6,14}", "+, the country code and the number (E.164)"),
}
_DISPLAY = re.compile(r"\+?\(?[0-9][0-9 ()/.-]*")
_DAY, _HOUR = "|".join(DAYS), r"(?:[01]\d|2[0-3]):[0-5]\d"
_OPEN = re.compile(f"({_DAY})(?:-({_DAY}))? ({_HOUR})-({_HOUR}|24:00)")
_WEB = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[\x21-\x7e]*)?")


def contact_tables(root: Table, languages: tuple[Language, ...]) -> Mapping[str, Contact]:
    """The `[contact.<id>]` tables of a file; faults are noted in its source."""
    root.only("contact")
    table = root.table("contact")
    return {name: _contact(table.table(name), name, languages) for name in table.values}


def _contact(row: Table, name: str, languages: tuple[Language, ...]) -> Contact:
    row.only(*KEYS)
    row.check_name()
    numbers = tuple(_number(table) for table in row.tables("numbers"))
    web = row.take("web", _web, "")
    if not (row.values.get("numbers") or row.values.get("web")):
        row.note(_unreachable())
    spoken = row.take("languages", several(language_reader(languages)), ())
    return Contact(
        id=name,
        name=row.need("name", words, ""),
        role=row.need("role", words, ""),
        numbers=numbers,
        web=web,
        hours=row.take("hours", words, ""),
        open=row.take("open", several(_opening), ()),
        cost=row.take("cost", words, ""),
        languages=tuple(language.tag for language in spoken),
        source=row.need("source", words, ""),
        checked_on=row.need("checked_on", day, date.min),
        checked_by=row.take("checked_by", text, ""),
        places={key: row.place(key) for key in (*MESSAGES, "numbers", "web") if key in row.values},
    )


def _number(row: Table) -> Number:
    row.only("kind", "dial", "display", "reachable_from")
    kind = NumberKind(row.need("kind", choice(*NumberKind), NumberKind.NATIONAL))
    number = Number(
        kind=kind,
        dial=row.need("dial", _dial(kind), ""),
        display=row.need("display", _display, ""),
        reachable_from=row.need("reachable_from", some(_country), ()),
    )
    if number.dial and number.display and number.dial != _dialled(number.display):
        row.note(_misleading(number), "display")
    if WORLD in number.reachable_from and kind is not NumberKind.INTERNATIONAL:
        row.note(_not_from_abroad(kind), "reachable_from")
    return number


def _dial(kind: NumberKind) -> Reader[str]:
    """A reader of what a telephone dials."""
    pattern, shape = _DIAL[kind]

    def read(value: object) -> str:
        dial = text(value)
        if not re.fullmatch(pattern, dial, re.ASCII):
            raise bad_value(
                f'"{dial}" is not a number of the kind "{kind}"', help=f"write {shape}, without blanks"
            )
        return dial

    return read


def _display(value: object) -> str:
    shown = text(value)
    if not _DISPLAY.fullmatch(shown):
        raise bad_value(
            f'"{shown}" has characters that are not of a telephone number',
            help="use the digits 0 to 9, blanks, hyphens, brackets, and + only in front",
        )
    return shown


def _dialled(display: str) -> str:
    """What a person dials who reads a number: its digits, and the + in front."""
    return "".join(character for character in display if character in "+0123456789")


def _opening(value: object) -> Opening:
    written = text(value)
    found = _OPEN.fullmatch(written)
    first = DAYS.index(found[1]) if found else 0
    last = DAYS.index(found[2] or found[1]) if found else 0
    if found is None or last < first or found[4] <= found[3]:
        raise bad_value(
            f'"{written}" is not a row of opening hours',
            help='write days and times, from the earlier to the later: "mon-fri 09:00-17:00"',
        )
    return Opening(first=first, last=last, times=f"{found[3]}–{found[4]}")


def _country(value: object) -> str:
    code = text(value)
    if code != WORLD and not is_country(code):
        raise bad_value(
            f'"{code}" is not a country',
            help='write an ISO 3166 code, such as "RS", or "GB" for the United Kingdom; or "world"',
        )
    return code


def _web(value: object) -> str:
    """Host and path; `https://` is put in front of links, and is not printed."""
    address = text(value)
    if address and not _WEB.fullmatch(address):
        raise bad_value(
            f'"{address}" is not a web address as it is printed',
            help='write it without https://: "example.org"',
        )
    return address


def _misleading(number: Number) -> Fault:
    return Fault(
        rule="wrong-number",
        message=f'"{number.display}" shows other digits than dial = "{number.dial}"',
        help="find out which of the two is right, and write the same digits in both",
    )


def _not_from_abroad(kind: NumberKind) -> Fault:
    return Fault(
        rule="wrong-number",
        message=f'a number of the kind "{kind}" cannot be dialled from the whole world',
        help='name the countries, such as ["RS"], and add the international number if there is one',
    )


def _unreachable() -> Fault:
    return Fault(
        rule="missing-key",
        message="the contact has neither numbers nor web",
        help="add numbers = [ … ] or web = …",
    )
