"""Lengths as people write them, in settings and in layouts."""

import pytest

from leaflets.geometry import MM, points_of


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("3mm", 3 * MM),
        ("3 mm", 3 * MM),
        ("0.25in", 18.0),
        ("1cm", 10 * MM),
        ("12pt", 12.0),
        ("3", None),
        ("mm", None),
        ("-3mm", None),
        ("3em", None),
        ("3mm ", None),
        (".5mm", None),
        ("٣mm", None),
        ("3mm\n", None),
    ],
)
def test_a_length_has_digits_and_a_unit(text, points):
    assert points_of(text) == points
