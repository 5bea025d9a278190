"""Lengths as people write them, in settings and in layouts; paths at their place."""

import pytest

from leaflets.geometry import MM, Placed, points_of


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


def test_a_placed_path_has_its_steps_in_points():
    own = (("M", (1, 2)), ("C", (1, 2, 3, 4, 5, 6)), ("Z", ()))
    turned = Placed(own=own, matrix=(0, 1, -1, 0, 10, 20))
    assert tuple(turned) == turned[:] == (("M", (8, 21)), ("C", (8, 21, 6, 23, 4, 25)), ("Z", ()))
    assert (len(turned), turned[0]) == (3, ("M", (8, 21)))
