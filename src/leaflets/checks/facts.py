"""Contacts to declared facts: the numbers and addresses that a text may hold, digit by digit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from leaflets.project import Contact, Number, NumberKind

COUNTRY_CODES = {"RS": "381", "ME": "382", "XK": "383", "HR": "385", "BA": "387", "MK": "389"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One declared number: the digits of every way in which it can be dialled."""

    owner: str
    """Id of the contact."""
    display: str
    digits: str
    """As a telephone in the country dials it."""
    spellings: frozenset[str]
    is_short: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is declared."""

    numbers: tuple[Fact, ...] = ()
    webs: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Words of the contacts' names."""

    by_spelling: Mapping[str, Fact] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the numbers by the ways in which they can be dialled."""
        found = {spelling: fact for fact in reversed(self.numbers) for spelling in fact.spellings}
        object.__setattr__(self, "by_spelling", found)

    def spelled(self, digits: str) -> Fact | None:
        return self.by_spelling.get(digits)


def facts_of(contacts: Mapping[str, Contact]) -> Facts:
    numbers = (_fact(contact, number) for contact in contacts.values() for number in contact.numbers)
    return Facts(
        numbers=tuple(numbers),
        webs=frozenset(contact.web for contact in contacts.values() if contact.web),
        names=frozenset(_words(contact.name for contact in contacts.values())),
    )


def _fact(contact: Contact, number: Number) -> Fact:
    digits = re.sub(r"\D", "", number.dial)
    return Fact(
        owner=contact.id,
        display=number.display,
        digits=digits,
        spellings=frozenset(_spellings(number, digits)),
        is_short=number.kind is NumberKind.SHORT,
    )


def _spellings(number: Number, digits: str) -> Iterable[str]:
    """A short code is dialled as it is; others also with and without the code of the country."""
    yield digits
    if number.kind is NumberKind.INTERNATIONAL:
        yield f"00{digits}"
        code = next((code for code in COUNTRY_CODES.values() if digits.startswith(code)), "")
        if code:
            yield f"0{digits.removeprefix(code)}"
            yield f"{code}0{digits.removeprefix(code)}"
    if number.kind is NumberKind.NATIONAL and digits.startswith("0"):
        for country in number.reachable_from:
            if country in COUNTRY_CODES:
                yield COUNTRY_CODES[country] + digits[1:]
                yield "00" + COUNTRY_CODES[country] + digits[1:]


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from re.findall(r"\w+", text)
