"""A date and a language to the words that its readers expect: `24. новембар 2026.`.

The calendar is the Gregorian one of the country where the leaflet is handed out, in every language.
"""

import re
from collections.abc import Iterator
from datetime import date

from leaflets.language import Language

FIELD = re.compile(r"'([^']*)'|d+|M+|L+|y+|.")
"""Quoted letters, a field, or one other character (UTS #35, date field symbols)."""

FIELDS = ("d", "dd", "M", "MM", "MMMM", "LLLL", "y")
"""The fields that patterns may have."""


def written_day(day: date, language: Language) -> str:
    """Day, month and year: `24 November 2026`."""
    return _written(language.dates.day, day, language)


def written_month(day: date, language: Language) -> str:
    """Month and year, as an edition is dated: `November 2026`."""
    return _written(language.dates.month, day, language)


def first_of(edition: str) -> date:
    """The first day of an edition such as `2026-11`."""
    return date.fromisoformat(f"{edition}-01")


def _written(pattern: str, day: date, language: Language) -> str:
    return "".join(_parts(pattern, day, language))


def _parts(pattern: str, day: date, language: Language) -> Iterator[str]:
    dates = language.dates
    for found in FIELD.finditer(pattern):
        match found[0]:
            case "d" | "dd":
                yield language.in_digits(str(day.day).zfill(len(found[0])))
            case "M" | "MM":
                yield language.in_digits(str(day.month).zfill(len(found[0])))
            case "MMMM":
                yield dates.months[day.month - 1]
            case "LLLL":
                yield (dates.alone or dates.months)[day.month - 1]
            case "y":
                yield language.in_digits(str(day.year))
            case other:
                yield found[1] if found[1] is not None else other
