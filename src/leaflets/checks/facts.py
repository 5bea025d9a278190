"""Contacts to declared facts: the numbers and addresses that a text may hold, digit by digit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from leaflets.contact import WORLD, Contact, Number, NumberKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One declared number: the digits of every way in which it can be dialled."""

    owner: str
    """Id of the contact."""
    display: str
    digits: str
    """As a telephone in the country dials it."""
    spellings: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is declared."""

    numbers: tuple[Fact, ...] = ()
    regions: tuple[str, ...] = ()
    """ISO 3166 codes of the countries in which they are dialled."""
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
    own = [(contact, number) for contact in contacts.values() for number in contact.numbers]
    return Facts(
        numbers=tuple(_fact(contact, number) for contact, number in own),
        regions=tuple(dict.fromkeys(region for _contact, number in own for region in _regions(number))),
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
    )


def _spellings(number: Number, digits: str) -> Iterator[str]:
    """A short code is dialled as it is; others also with and without the code of the country."""
    yield digits
    if number.kind is NumberKind.INTERNATIONAL:
        yield f"00{digits}"
    if number.kind is not NumberKind.SHORT:
        for region in _regions(number):
            yield from _ways(digits, region, is_whole=number.kind is NumberKind.INTERNATIONAL)


def _ways(digits: str, region: str, *, is_whole: bool) -> Iterator[str]:
    """Within the country, and with its code; `is_whole`: the digits begin with it."""
    from phonenumbers import country_code_for_region, ndd_prefix_for_region  # noqa: PLC0415 - loads slowly

    code = str(country_code_for_region(region) or "")
    trunk = ndd_prefix_for_region(region, True) or ""
    prefix, is_optional = (code if is_whole else trunk), trunk == code  # as in North America
    if code and (digits.startswith(prefix) or is_optional):
        own = digits.removeprefix(prefix)
        yield from (f"{trunk}{own}", f"{code}{own}", f"00{code}{own}", f"{code}{trunk}{own}")
        if is_optional:
            yield own


def _regions(number: Number) -> tuple[str, ...]:
    """ISO 3166 codes of the countries that it is of, as far as that is known."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE  # noqa: PLC0415 - as above

    if number.kind is not NumberKind.INTERNATIONAL:
        return tuple(region for region in number.reachable_from if region != WORLD)
    digits = re.sub(r"\D", "", number.dial)
    codes = (int(digits[:length] or 0) for length in (1, 2, 3))  # none of them begins another one (E.164)
    return next(
        (COUNTRY_CODE_TO_REGION_CODE[code][:1] for code in codes if code in COUNTRY_CODE_TO_REGION_CODE), ()
    )


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from re.findall(r"\w+", text)
