"""contacts.toml: a number dials what it shows, and every fault has its line."""

from datetime import date
from pathlib import Path
from string import ascii_uppercase

import phonenumbers
import pytest

from leaflets.config.contacts import contact_tables
from leaflets.config.countries import is_country
from leaflets.config.languages import shipped_languages
from leaflets.config.table import close, open_toml
from leaflets.contact import Contact, Opening
from leaflets.diagnostics import Diagnostic, Place
from leaflets.errors import ConfigError

REAL = (Path(__file__).parents[2] / "contacts.toml").read_text(encoding="utf-8")

ONE = """\
[contact.astra]
name = "ASTRA"
role = "An independent help line"
numbers = [
  { kind = "national", dial = "0117850000", display = "011 785 00 00", reachable_from = ["RS"] },
  { kind = "international", dial = "+381117850000", display = "+381 11 785 00 00", reachable_from = ["HR"] },
]
web = "astra.rs"
languages = ["sr@latin", "en"]
open = ["mon-fri 09:00-17:00", "sat 10:00-24:00"]
source = "astra.org.rs"
checked_on = 2026-11-23
"""


def read(text: str) -> dict[str, Contact]:
    root = open_toml(text, file="contacts.toml")
    contacts = contact_tables(root, shipped_languages())
    close(root)
    return dict(contacts)


def faults(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert all(one.help for one in caught.value.diagnostics)
    return caught.value.diagnostics


def test_the_contacts_of_this_repository() -> None:
    contacts = read(REAL)
    assert list(contacts) == ["police", "astra", "atina", "centre", "missing-children", "police-office"]
    dialled = {name: [number.dial for number in contact.numbers] for name, contact in contacts.items()}
    assert dialled == {
        "police": ["192"],
        "astra": ["0117850000", "+381117850000"],
        "atina": ["0616384071", "+381616384071"],
        "centre": ["063610590", "+38163610590"],
        "missing-children": ["116000"],
        "police-office": ["0800100388"],
    }
    assert all(len(contact.role.split()) <= 6 for contact in contacts.values())
    assert {contact.checked_by for contact in contacts.values()} == {""}, "nobody has dialled these numbers"
    assert {contact.checked_on for contact in contacts.values()} == {date(2026, 11, 23)}
    assert [contact.id for contact in contacts.values() if contact.hours or contact.cost] == [
        "missing-children"
    ]


def test_messages_and_numbers_know_their_lines() -> None:
    astra = read(ONE)["astra"]
    assert astra.places == {
        "name": Place(file="contacts.toml", line=2),
        "role": Place(file="contacts.toml", line=3),
        "numbers": Place(file="contacts.toml", line=4),
        "web": Place(file="contacts.toml", line=8),
    }
    assert astra.languages == ("sr-Latn", "en")
    assert astra.open == (
        Opening(first=0, last=4, times="09:00–17:00"),
        Opening(first=5, last=5, times="10:00–24:00"),
    )


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "message", "step"),
    [
        ("011 785 00 00", "011 785 00 01", "wrong-number", 5, "numbers[0].display: ", "same digits"),
        ('"+381 11', '"+381 (0) 11', "wrong-number", 6, "numbers[1].display: ", "same digits"),
        ('"+381 11', '"00381 11', "wrong-number", 6, "numbers[1].display: ", "same digits"),
        ('"+381117850000"', '"381117850000"', "bad-value", 6, "numbers[1].dial: ", "E.164"),
        ('"0117850000"', '"011 7850000"', "bad-value", 5, "numbers[0].dial: ", "without blanks"),
        ('"011 785 00 00"', '"٠١١ 785 00 00"', "bad-value", 5, "numbers[0].display: ", "digits 0 to 9"),
        ('"0117850000"', '"٠117850000"', "bad-value", 5, "numbers[0].dial: ", "without blanks"),
        ('kind = "national"', 'kind = "local"', "bad-value", 5, 'numbers[0].kind: "local"', "national"),
        ('kind = "national"', 'kind = "short"', "bad-value", 5, 'numbers[0].dial: "0117850000"', "2 to 6"),
        ('["RS"]', '["Serbia"]', "bad-value", 5, 'numbers[0].reachable_from[0]: "Serbia"', "ISO 3166"),
        ('["RS"]', '["UK"]', "bad-value", 5, 'numbers[0].reachable_from[0]: "UK" is not', '"GB"'),
        ('["RS"]', '["world"]', "wrong-number", 5, "numbers[0].reachable_from: ", "countries"),
        ('["RS"]', "[]", "bad-value", 5, "numbers[0].reachable_from: the list is empty", "one item"),
        ("reachable_from", "reachable", "unknown-key", 5, "numbers[0].reachable", "reachable_from"),
        ('"mon-fri', '"fri-mon', "bad-value", 10, "open[0]: ", "from the earlier"),
        ('"sat 10:00', '"sat 25:00', "bad-value", 10, "open[1]: ", "from the earlier"),
        ("09:00-17:00", "17:00-09:00", "bad-value", 10, "open[0]: ", "from the earlier"),
        ("2026-11-23", '"2026-11-23"', "bad-value", 12, "checked_on: this is not a day", "without quotation"),
        ("2026-11-23", "9999-11-23", "bad-value", 12, "checked_on: the year 9999", "write the right one"),
        ("2026-11-23", "2026-11-23T10:00:00", "bad-value", 12, "checked_on: this is not a day", "without"),
        ('source = "astra.org.rs"\n', "", "missing-key", 1, "contact.astra: source is missing", "add source"),
        ('name = "ASTRA"', 'name = ""', "bad-value", 2, "contact.astra.name: the text is empty", "delete"),
        ('"astra.rs"', '"https://astra.rs"', "bad-value", 8, "contact.astra.web: ", "without https://"),
        ('"en"]', '"eng"]', "unknown-language", 9, "contact.astra.languages[1]: ", 'did you mean "en"?'),
        ("[contact.astra]", "[contact.ASTRA]", "bad-value", 1, "is not a plain name", "a to z"),
        ("role =", "note =", "unknown-key", 3, 'the key "note" is not known', "known are"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_key_line_and_next_step(
    old: str, new: str, rule: str, line: int, message: str, step: str
) -> None:
    assert old in ONE
    found = [one for one in faults(ONE.replace(old, new, 1)) if message in one.message]
    assert rule in {one.rule for one in found}
    assert {str(one.place) for one in found} == {f"contacts.toml:{line}"}
    assert step in found[0].help


def test_a_contact_that_cannot_be_reached() -> None:
    text = ONE.replace('web = "astra.rs"\n', "")
    text = text[: text.index("numbers")] + text[text.index("languages") :]
    assert [one.message for one in faults(text)] == ["contact.astra: the contact has neither numbers nor web"]


def test_a_list_without_a_number_reaches_nobody() -> None:
    start, end = ONE.index("numbers"), ONE.index("web")
    text = f"{ONE[:start]}numbers = []\n{ONE[end:]}"
    assert read(text)["astra"].numbers == ()
    (one,) = faults(text.replace('web = "astra.rs"\n', ""))
    assert one.message == "contact.astra: the contact has neither numbers nor web"


def test_a_number_may_begin_with_a_bracket() -> None:
    assert read(ONE.replace('"011 785', '"(011) 785'))["astra"].numbers[0].display == "(011) 785 00 00"


def test_countries_are_those_that_have_telephone_numbers() -> None:
    pairs = {a + b for a in ascii_uppercase for b in ascii_uppercase}
    assert {code for code in pairs if is_country(code)} == phonenumbers.SUPPORTED_REGIONS
    assert not any(map(is_country, ("", "R", "rs", "RSR", "R S")))


def test_a_number_that_is_no_table() -> None:
    start, end = ONE.index("  { kind"), ONE.index("  { kind", ONE.index("  { kind") + 1)
    (one,) = faults(ONE[:start] + '  "011",\n' + ONE[end:])
    assert "contact.astra.numbers[0]: this is a text" in one.message
