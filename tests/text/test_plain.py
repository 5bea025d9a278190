"""Numbers in right-to-left texts that browsers and messengers set, by UAX #9 alone."""

import pytest

from leaflets.text.bidi import resolve_levels, visual_order
from leaflets.text.isolates import LRO, PDF
from leaflets.text.plain import LRM, marked, pieces

NUMBERS = [
    "011 785 00 00",
    "+381 11 785-00-00",
    "(011) 785 00 00",
    "8 (800) 555-35-35",
    "10 000",
    "*100#",
    "116-000",
    "٠١١ ٧٨٥ ٠٠ ٠٠",
    "۰۲۱ ۱۲۳ ۴۵ ۶۷",
    "www.astra.rs/en",
]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("text", ["اتصل على {} الآن", "{}: اتصل", "חייגו {}, עכשיו", "- هاتف: {}."])
def test_a_marked_number_stands_in_order(number, text):
    line = marked(text.format(number))
    bare = {ord(control): None for control in (LRM, LRO, PDF)}
    assert line.translate(bare) == text.format(number)
    order = visual_order(resolve_levels(line, base=1))
    assert number in "".join(line[index] for index in order).translate(bare)


def test_what_needs_no_mark_gets_none():
    text = f"اتصل {LRM}0117850000\nCall 011 785 00 00\nالمادة 12 من 2026، 08:00–16:00\nراسل a@astra.rs"
    assert marked(text) == text


@pytest.mark.parametrize("text", ["", "نص", "0800 100 388", "اتصل 0800 100 388 أو راسل a@b.rs.", "10 000"])
def test_pieces_are_the_text(text):
    assert "".join(part for part, _is_whole in pieces(text)) == text
