"""Laws: what is shared out holds, one line more does not, and nobody is left without a line."""

from hypothesis import given
from hypothesis import strategies as st

from leaflets.pages.shares import MOST, shared

LINES = st.lists(st.integers(1, 9), min_size=1, max_size=6)


@given(LINES, st.integers(0, 80))
def test_as_many_lines_as_there_is_room_for(lines, room):
    paragraphs = list(enumerate(lines))
    needed = sum(lines)
    extra = shared(paragraphs, holds=lambda extra: needed + sum(extra.values()) <= room)
    total = needed + sum(extra.values())
    assert all(count + extra.get(name, 0) >= 1 for name, count in paragraphs)
    if room < len(lines):
        assert total == len(lines)
    else:
        assert total == min(room, MOST * needed)


def test_whoever_has_most_lines_gets_most():
    extra = shared([(0, 1), (1, 4), (2, 2)], holds=lambda extra: sum(extra.values()) <= 7)
    assert dict(extra) == {0: 1, 1: 4, 2: 2}
