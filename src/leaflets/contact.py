"""Whom to call: organisations and their numbers, as contacts.toml declares them."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from leaflets.diagnostics import Place
from leaflets.frozen import dataclass


class NumberKind(StrEnum):
    """How a number is dialled. A short code is never turned into an international number."""

    SHORT = "short"
    NATIONAL = "national"
    INTERNATIONAL = "international"


WORLD = "world"
"""Stands for all countries, from which an international number can be dialled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One telephone number: `dial` is what a telephone needs, `display` what a person reads."""

    kind: NumberKind
    dial: str
    display: str
    reachable_from: tuple[str, ...]
    """ISO 3166 codes, or WORLD."""


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Days of the week as contacts.toml writes them, from the first (ISO 8601)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Days and times at which somebody answers: data, so that no translation can change them."""

    first: int
    last: int
    """Indices of DAYS; `last` is `first` for a single day."""
    times: str
    """`09:00–17:00`: 24 hours, local time."""

    def __str__(self) -> str:
        """`mon-fri 09:00–17:00`."""
        days = DAYS[self.first] if self.first == self.last else f"{DAYS[self.first]}-{DAYS[self.last]}"
        return f"{days} {self.times}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An organisation. Numbers and addresses are data; name, role and hours are messages."""

    id: str
    name: str
    role: str
    numbers: tuple[Number, ...]
    web: str = ""
    hours: str = ""
    """Message; empty where the hours are not certain, or stand in `open`."""
    open: tuple[Opening, ...] = ()
    cost: str = ""
    """Message; empty where the cost is not certain."""
    languages: tuple[str, ...] = ()
    """Tags of the languages spoken there; empty where not known."""
    source: str
    checked_on: date
    checked_by: str = ""
    """The person who dialled the number; empty until somebody has."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each message stands in contacts.toml, by field name."""

    @property
    def place(self) -> Place | None:
        """Of the contact as a whole: that of its name, which all of them have."""
        return self.places.get("name")
