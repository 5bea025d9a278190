"""Laws of line breaking: no text lost, never more lines than first fit, equal to brute force."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.text.breaks import Opportunities, opportunities
from leaflets.text.fit import LINE, _demerits, first_fit, total_fit
from leaflets.text.paragraph import BREAK, break_lines, count_lines

WORDS = st.lists(st.integers(1, 9), min_size=1, max_size=13)


def setting(words):
    """Words of the given lengths with spaces of 0.5: offsets and opportunities."""
    offsets, ends, visible = [0.0], [], []
    for length in words:
        for _ in range(length):
            offsets.append(offsets[-1] + 1.0)
        visible.append(len(offsets) - 1)
        offsets.append(offsets[-1] + 0.5)
        ends.append(len(offsets) - 1)
    visible[-1], ends[-1] = ends[-1] - 1, ends[-1]
    last = len(words) - 1
    return tuple(offsets), Opportunities(
        ends=tuple(ends),
        visible=tuple(visible),
        penalties=(0.0,) * len(words),
        forced=tuple(index == last for index in range(len(words))),
    )


def cost(offsets, breaks, width, chosen):
    total, start, first = 0.0, 0.0, 0
    for end in chosen:
        last = end == len(breaks.ends) - 1
        natural = offsets[breaks.visible[end]] - start
        total += LINE + _demerits(natural, width, last=last, words=end - first + 1)
        start, first = offsets[breaks.ends[end]], end + 1
    return total


@given(WORDS, st.integers(9, 24))
def test_total_fit_equals_brute_force(words, width):
    offsets, breaks = setting(words)
    inner = range(len(words) - 1)
    every = [
        [*chosen, len(words) - 1] for count in range(len(words)) for chosen in combinations(inner, count)
    ]
    feasible = [
        chosen
        for chosen in every
        if all(
            offsets[breaks.visible[b]] - (offsets[breaks.ends[a]] if a >= 0 else 0.0) <= width
            for a, b in zip([-1, *chosen], chosen, strict=False)
        )
    ]
    best = min(cost(offsets, breaks, width, chosen) for chosen in feasible)
    found = total_fit(offsets, breaks, width)
    assert cost(offsets, breaks, width, found) == pytest.approx(best)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=80), st.floats(12, 40))
def test_total_fit_never_needs_more_lines_than_first_fit(words, width):
    offsets, breaks = setting(words)
    assert len(total_fit(offsets, breaks, width)) <= first_fit(offsets, breaks, width)


@given(st.text(alphabet="abc dé-дћ ابجد (). ", min_size=1, max_size=60), st.floats(3, 30))
def test_no_text_is_lost_and_widths_hold(paragraph, library, text, width):
    for language in ("en", "ar"):
        made = paragraph(text, language=language)
        lines = break_lines(made, width, library=library)
        assert "".join(line.text for line in lines) == text
        assert len(lines) <= count_lines(made, width)
        for line in lines:
            drawn = sorted("".join(run.text for run in line.runs))
            assert drawn == sorted(line.text)
            words = line.text.split()
            assert line.width <= width + 0.01 or len(words) <= 1 or "-" in line.text


def test_a_forced_break_ends_a_line(paragraph, library):
    lines = break_lines(paragraph(f"one{BREAK}two"), 50, library=library)
    assert [line.text for line in lines] == ["one ", "two"]


def test_numbers_and_addresses_stay_whole(paragraph, span, library):
    phone = span("+381 11 785 00 00", before="\u2066", after="\u2069", keep=True)
    lines = break_lines(paragraph("call us at ", phone, " now"), 8, library=library)
    assert any("+381 11 785 00 00" in line.text for line in lines)


def test_a_number_stays_with_what_it_counts():
    breaks = opportunities("at least 30 days to", language="en")
    assert "at least 30 days to"[: breaks.ends[2]] == "at least 30 days "


def test_one_letter_words_go_to_the_next_line(paragraph, library):
    made = paragraph("mnogo reči i još i još reči u redu", language="sr-Latn")
    for width in (6, 8, 10, 12):
        lines = break_lines(made, width, library=library)
        ends = [line.text.split()[-1] for line in lines[:-1]]
        assert not any(len(word) == 1 for word in ends), (width, ends)


def test_a_very_long_paragraph_ends(paragraph, library):
    made = paragraph("word " * 4000)
    assert sum(len(line.text) for line in break_lines(made, 30, library=library)) == 20_000
