"""A number is known in all ways in which it is dialled in its country and from abroad, and in no other."""

from dataclasses import replace
from datetime import date

import pytest

from leaflets.catalog.message import Catalog, Message
from leaflets.checks.facts import facts_of
from leaflets.checks.rule import POSSIBLE, Certainty
from leaflets.checks.run import check_catalog
from leaflets.checks.subject import setting
from leaflets.config.languages import find_language, shipped_languages
from leaflets.contact import Contact, Number, NumberKind

LANGUAGES = shipped_languages()


def contact(dial, kind, *countries):
    number = Number(kind=NumberKind(kind), dial=dial, display=dial, reachable_from=countries or ("world",))
    return Contact(
        id="line", name="Line", role="", numbers=(number,), source="test", checked_on=date(2026, 11, 1)
    )


def judged(text, *contacts):
    """Messages of the rule, each with its certainty."""
    message = Message(
        context=None, msgid="Call us.", plural=None, texts=(text,), fuzzy=False, flags=(), comments=(),
        remarks=(), references=(), line=1, text_line=2,
    )  # fmt: skip
    made = setting(find_language("sr-Latn", LANGUAGES), source=find_language("en", LANGUAGES))
    made = replace(made, facts=facts_of({f"c{number}": one for number, one in enumerate(contacts)}))
    found = check_catalog(Catalog(tag="sr-Latn", file="x.po", messages=(message,)), made)
    return [(one.message, one.certainty) for one in found if one.rule == "phone"]


WAYS = [
    (
        "RS",
        "+381117850000",
        "011 785 00 00",
        "+381 11 785 00 00",
        "00381 11 785 00 00",
        "+381 (0)11 785 00 00",
    ),
    ("DE", "+4930123456", "030 123456", "+49 30 123456", "0049 30 123456", "+49 (0)30 123456"),
    ("HU", "+3612345678", "06 1 234 5678", "+36 1 234 5678", "0036 1 234 5678"),
    ("IT", "+390612345678", "06 1234 5678", "+39 06 1234 5678", "0039 06 1234 5678"),
    ("ES", "+34912345678", "912 345 678", "+34 912 345 678", "0034 912 345 678"),
    ("US", "+12025550143", "(202) 555-0143", "1-202-555-0143", "+1 202 555 0143"),
]


@pytest.mark.parametrize(("country", "dial", "written"), [(c, d, w) for c, d, *ways in WAYS for w in ways])
def test_a_number_is_known_however_it_is_dialled(country, dial, written):
    text = f"Pozovite {written} danas."
    assert judged(text, contact(dial, "international")) == []
    within = "".join(character for character in WAYS_WITHIN[country] if character.isdigit())
    assert judged(text, contact(within, "national", country)) == []


WAYS_WITHIN = {country: ways[0] for country, _dial, *ways in WAYS}


@pytest.mark.parametrize("kind", ["international", "national"])
@pytest.mark.parametrize(
    "written",
    ["030 123465", "030 123499", "+49 30 123466", "0049 30 133457", "+49 (0)30 12345", "03O 123456"],
)
def test_digits_that_are_nearly_a_declared_number_are_an_error(kind, written):
    dial = {"international": ("+4930123456",), "national": ("030123456", "DE")}[kind]
    ((told, certainty),) = judged(f"Pozovite {written} danas.", contact(dial[0], kind, *dial[1:]))
    assert certainty is Certainty.CERTAIN
    assert "line" in told or "letters among its digits" in told


@pytest.mark.parametrize("written", ["+381 11 785 00 00", "0800 200 300", "089 654321"])
def test_another_number_is_only_told(written):
    ((told, certainty),) = judged(f"Pozovite {written} danas.", contact("+4930123456", "international"))
    assert certainty is POSSIBLE
    assert written in told


def test_a_short_code_has_one_spelling():
    (police,) = facts_of({"c": contact("192", "short", "RS")}).numbers
    assert police.spellings == {"192"}


def test_numbers_are_looked_for_in_the_countries_of_the_contacts():
    """Without a leading zero or plus it looks like a number in Spain only."""
    text = "Pozovite 912／345／679 danas."
    assert judged(text, contact("+381117850000", "international")) == []
    ((told, certainty),) = judged(text, contact("+34912345678", "international"))
    assert ("912／345／679" in told, certainty) == (True, POSSIBLE)


@pytest.mark.parametrize("hours", ["(08:00–16:00)", "(08–16h)", "(8-16, 24/7)", "(24/7)"])
def test_hours_in_brackets_are_no_part_of_a_number(hours):
    """Else a declared number would be told as one with more digits."""
    assert judged(f"Pozovite 011 785 00 00 {hours}.", contact("0117850000", "national", "RS")) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. 011 785 00 00",
        "1) 011 785 00 00",
        "(2) 011 785 00 00",
        "011 785 00 00. 5. maja",
        "2026. 011 785 00 00",
    ],
)
def test_numbers_of_items_and_of_the_next_sentence_are_no_part_of_a_number(text):
    assert judged(f"Pozovite {text}", contact("0117850000", "national", "RS")) == []
    wrong = text.replace("00 00", "00 01")
    assert judged(f"Pozovite {wrong}", contact("0117850000", "national", "RS"))
