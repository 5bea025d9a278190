"""Contact sheets: every page is on it, upright, beside its name."""

import pytest
from PIL import Image

from leaflets.pictures.contact import GAP, LABEL, Row, contact_sheet

COLORS = ("#ff0000", "#00ff00", "#0000ff")


def row(*colors, size=(100, 200)):
    return Row(label="en", pictures=tuple(Image.new("RGB", size, color) for color in colors))


@pytest.mark.parametrize("rows", [[COLORS], [COLORS, COLORS[:1]], [COLORS[:1]] * 20])
def test_every_page_is_shown_at_the_same_height(rows):
    sheet = contact_sheet([row(*colors) for colors in rows], height=50)
    wanted = sum(len(colors) for colors in rows) * 25 * 50
    shown = sum(count for count, color in sheet.getcolors(1 << 20) if _hex(color) in COLORS)
    assert shown == wanted


def _hex(color):
    return "#{:02x}{:02x}{:02x}".format(*color)


def test_pages_stand_in_their_order_under_the_name():
    sheet = contact_sheet([row(*COLORS)], height=50)
    middle = GAP + LABEL + 25
    found = [_hex(sheet.getpixel((GAP + 12 + number * (25 + GAP), middle))) for number in range(3)]
    assert tuple(found) == COLORS
    name = sheet.crop((0, 0, sheet.width, GAP + LABEL))
    assert len(name.getcolors(1 << 20)) > 1, "the name is written above"
