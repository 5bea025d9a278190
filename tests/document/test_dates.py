"""Dates as readers of each language expect them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.config.languages import find_language, shipped_languages
from leaflets.document.dates import first_of, written_day, written_month
from leaflets.language import DIGITS

SHIPPED = shipped_languages()
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("tag", "day", "month"),
    [
        ("en", "24 November 2026", "November 2026"),
        ("sr", "24. новембар 2026.", "новембар 2026."),
        ("sr-Latn", "24. novembar 2026.", "novembar 2026."),
        ("cnr", "24. novembar 2026.", "novembar 2026."),
        ("hr", "24. studenoga 2026.", "studeni 2026."),
        ("ru", "24 ноября 2026\u202fг.", "ноябрь 2026\u202fг."),
        ("hu", "2026. november 24.", "2026. november"),
        ("ro", "24 noiembrie 2026", "noiembrie 2026"),
        ("es", "24 de noviembre de 2026", "noviembre de 2026"),
        ("ar", "24 نوفمبر 2026", "نوفمبر 2026"),
        ("fa", "۲۴ نوامبر ۲۰۲۶", "نوامبر ۲۰۲۶"),
        ("prs", "۲۴ نومبر ۲۰۲۶", "نومبر ۲۰۲۶"),
        ("bn", "২৪ নভেম্বর, ২০২৬", "নভেম্বর ২০২৬"),
        ("si", "2026 නොවැම්බර් 24", "2026 නොවැම්බර්"),
        ("th", "24 พฤศจิกายน ค.ศ. 2026", "พฤศจิกายน ค.ศ. 2026"),
        ("ja", "2026年11月24日", "2026年11月"),
        ("vi", "ngày 24 tháng 11 năm 2026", "tháng 11 năm 2026"),
        ("mt", "24 ta’ Novembru 2026", "Novembru 2026"),
        ("rom", "24.11.2026", "11.2026"),
        ("rhg-Rohg", "24/11/2026", "11/2026"),
    ],
)
def test_a_day_and_a_month(tag: str, day: str, month: str) -> None:
    language = find_language(tag, SHIPPED)
    assert written_day(DAY, language) == day
    assert written_month(DAY, language) == month


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.sampled_from(SHIPPED))
def test_no_two_days_are_written_alike(day: date, language) -> None:
    """Law: a date can be read back: no other day of the same year is written so."""
    plain = str.maketrans(DIGITS[language.digits], DIGITS["latn"])
    written = written_day(day, language).translate(plain)
    assert str(day.year) in written
    assert str(day.day) in written
    other = day.replace(day=day.day % 28 + 1)
    assert (written_day(other, language) == written_day(day, language)) == (other == day)


def test_the_first_day_of_an_edition() -> None:
    assert first_of("2026-11") == date(2026, 11, 1)
