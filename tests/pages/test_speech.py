"""Telephone numbers as they are spoken."""

import pytest

from leaflets.pages.speech import spoken_number


@pytest.mark.parametrize(
    ("shown", "spoken"),
    [
        ("192", "1 9 2"),
        ("116 000", "1 1 6, 0 0 0"),
        ("011 785 00 00", "0 1 1, 7 8 5, 0 0, 0 0"),
        ("+381 11 785 00 00", "+ 3 8 1, 1 1, 7 8 5, 0 0, 0 0"),
        ("(0)11/785-00", "0, 1 1, 7 8 5, 0 0"),
        ("\u2066011\u00a0785\u2069", "0 1 1, 7 8 5"),
        ("", ""),
    ],
)
def test_digit_by_digit_with_a_pause_after_each_group(shown, spoken):
    assert spoken_number(shown) == spoken
