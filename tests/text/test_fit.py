"""Laws of line breaking: no text lost, never more lines than first fit, equal to brute force."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.pages.justify import is_balanced
from leaflets.text.breaks import DIVIDED, Opportunities, opportunities
from leaflets.text.fit import STRANDED, TWICE, first_fit, measured, total_fit
from leaflets.text.paragraph import BREAK
from leaflets.text.setting import break_lines, count_lines, part_after

PIECES = st.lists(st.tuples(st.integers(1, 9), st.booleans()), min_size=1, max_size=14)
"""Lengths of words, or of parts of divided ones: whether a hyphen follows."""


def setting(pieces):
    """Opportunities after pieces of the given lengths, with spaces of 0.5 or hyphens of 0.4."""
    pieces = [*pieces[:-1], (pieces[-1][0], False)]
    offsets, ends, visible = [0.0], [], []
    for length, hyphen in pieces:
        for _ in range(length):
            offsets.append(offsets[-1] + 1.0)
        visible.append(len(offsets) - 1)
        if not hyphen:
            offsets.append(offsets[-1] + 0.5)
        ends.append(len(offsets) - 1)
    ends[-1] = visible[-1]
    last = len(pieces) - 1
    breaks = Opportunities(
        ends=tuple(ends),
        visible=tuple(visible),
        penalties=tuple(DIVIDED if hyphen else 0.0 for _length, hyphen in pieces),
        forced=tuple(index == last for index in range(len(pieces))),
        hyphens=tuple(hyphen for _length, hyphen in pieces),
        broken=(False,) * len(pieces),
        repeats=tuple(length % 3 == 0 and not hyphen for length, hyphen in pieces),
    )
    again = [0.0, *(0.3 * repeated for repeated in breaks.repeats)]
    return measured(breaks, offsets, [0.4 * hyphen for _length, hyphen in pieces], again)


LINE = 1e9
"""One more line outweighs all demerits of a paragraph."""


def cost(lines, width, chosen, *, balanced=False):
    """Lines first, then demerits, written anew from what the docstrings say."""
    last = len(lines.ends) - 1
    total = 0.0
    for before, end in pairwise([-1, *chosen]):
        natural = lines.ends[end] - lines.befores[before + 1]
        words = lines.words[end] - (lines.words[before] if before >= 0 else 0)
        total += LINE + lines.penalties[end] ** 2
        total += TWICE * (before >= 0 and lines.hyphens[before] and lines.hyphens[end])
        is_free = end == last and not balanced
        total += STRANDED * (words <= 1) if is_free else (1 + 100 * (1 - natural / width) ** 3) ** 2
    return total


def feasible(lines, width, chosen):
    return all(lines.ends[b] - lines.befores[a + 1] <= width for a, b in pairwise([-1, *chosen]))


@given(PIECES, st.integers(10, 24), st.booleans())
def test_total_fit_equals_brute_force(pieces, width, balanced):
    lines = setting(pieces)
    last = len(pieces) - 1
    every = ([*inner, last] for count in range(last + 1) for inner in combinations(range(last), count))
    costs = [cost(lines, width, c, balanced=balanced) for c in every if feasible(lines, width, c)]
    found = total_fit(lines, width, balanced=balanced)
    spent = cost(lines, width, found, balanced=balanced)
    assert len(found) == 1 or spent == pytest.approx(min(costs), rel=1e-12, abs=1e-3)
    assert len(found) == min(costs) // LINE


@given(st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=1, max_size=80), st.floats(5, 40))
def test_total_fit_never_needs_more_lines_than_first_fit(pieces, width):
    lines = setting(pieces)
    for justified in (False, True):
        assert len(total_fit(lines, width, justified=justified)) <= len(first_fit(lines, width))


@given(st.lists(st.tuples(st.integers(1, 9), st.booleans()), min_size=1, max_size=40), st.floats(10, 30))
def test_first_fit_takes_what_it_can(pieces, width):
    """A hyphen may not fit where the whole word, being narrower than part and hyphen, does."""
    lines = setting(pieces)
    count, start, index = 0, 0.0, -1
    while index < len(pieces) - 1:
        fitting = [j for j in range(index + 1, len(pieces)) if lines.ends[j] - start <= width + 1e-6]
        index = max(fitting, default=index + 1)
        start, count = lines.befores[index + 1], count + 1
    assert count == len(first_fit(lines, width))


def test_a_word_is_not_left_alone_on_the_last_line():
    lines = setting([(6, False)] * 7)
    assert total_fit(lines, 19.5)[-2] == 4


def test_balanced_lines_leave_no_short_one():
    lines = setting([(6, False)] * 4)
    assert total_fit(lines, 19.5)[0] == 1  # where one word alone would be stranded
    long = setting([(6, False)] * 5 + [(2, False)])
    assert total_fit(long, 26)[0] == 3
    assert total_fit(long, 26, balanced=True)[0] == 2


@pytest.mark.parametrize(
    ("tag", "even"), [("en", True), ("ar", True), ("th", True), ("zh-Hans", False), ("ja", False)]
)
def test_lines_are_balanced_where_words_are_known(paragraph, tag, even):
    assert is_balanced(paragraph("1", language=tag), wrap="balance") is even
    assert not is_balanced(paragraph("1", language=tag), wrap="wrap")


@given(st.text(alphabet="abc dé-дћ ابجد (). ", min_size=1, max_size=60), st.floats(3, 30))
def test_no_text_is_lost_and_widths_hold(paragraph, text, width):
    for language in ("en", "ar"):
        made = paragraph(text, language=language)
        lines = break_lines(made, width)
        assert "".join(line.text for line in lines) == text
        assert len(lines) <= count_lines(made, width)
        for line in lines:
            drawn = sorted("".join(run.text for run in line.runs))
            assert drawn == sorted(made.text[line.start : line.end].translate(CONTROLS))
            assert line.width <= max([width, *kept_whole(made, line)]) + 0.05


@given(
    st.text(alphabet="abc dé-дћ. ", min_size=1, max_size=60), st.floats(2, 30), st.sampled_from(["pl", "sr"])
)
def test_hyphens_that_are_repeated_fit_as_well(paragraph, text, width, language):
    made = paragraph(text, language=language)
    lines = break_lines(made, width)
    assert "".join(line.text for line in lines) == text
    assert len(lines) <= count_lines(made, width)
    for before, line in pairwise([None, *lines]):
        repeated = before is not None and bool(re.fullmatch(r".*\w-", before.text)) and line.text[0].isalpha()
        drawn = "".join(run.text for run in line.runs)
        assert drawn == "\u00ad" * repeated + line.text
        assert line.width <= width + 0.05 or len(line.text.strip()) == 1


def kept_whole(paragraph, line):
    """Ems of the numbers, addresses and names on a line, which are never broken, wider as they may be."""
    inside = [(a, b) for a, b in paragraph.kept if line.start <= a and b <= line.end]
    return [paragraph.offsets[end] - paragraph.offsets[start] for start, end in inside]


CONTROLS = dict.fromkeys((8294, 8297))


def test_a_forced_break_ends_a_line(paragraph):
    lines = break_lines(paragraph(f"one{BREAK}two"), 50)
    assert [line.text for line in lines] == ["one ", "two"]
    assert [line.closed for line in lines] == [True, True]


def test_numbers_and_addresses_stay_whole(paragraph, span):
    phone = span("+381 11 785 00 00", before="\u2066", after="\u2069", keep=True)
    lines = break_lines(paragraph("call us at ", phone, " now"), 8)
    assert any("+381 11 785 00 00" in line.text for line in lines)


def test_a_number_stays_with_what_it_counts(languages):
    breaks = opportunities("at least 30 days to", language=languages["en"])
    assert "at least 30 days to"[: breaks.ends[2]] == "at least 30 days "


ONE_LETTER = {
    "sr-Latn": "mnogo reči i još i još reči u redu i s njima k nama o tome",
    "sr": "много речи и још и још речи у реду и с њима к нама о томе",
    "pl": "praca w domu i z nami o tym a potem u nich i w nocy",
    "cs": "jdeme v noci s nimi k lesu a o tom i u nich z domu",
    "uk": "ми і ви у домі з нами в ночі о тім й далі є",
}


@pytest.mark.parametrize("language", ONE_LETTER)
def test_one_letter_words_go_to_the_next_line(paragraph, language):
    made = paragraph(ONE_LETTER[language], language=language)
    for width in range(5, 16):
        lines = break_lines(made, width)
        ends = [line.text.split()[-1] for line in lines[:-1]]
        assert not any(len(word) == 1 for word in ends), (width, ends)


def test_other_languages_avoid_them_where_it_costs_no_line(paragraph):
    made = paragraph("il a un droit à la vie et il y a de la place à prendre", language="fr")
    for width in (8, 10, 11, 13):
        ends = [line.text.split()[-1] for line in break_lines(made, width)]
        assert not any(len(word) == 1 for word in ends), (width, ends)


def test_a_very_long_paragraph_ends(paragraph):
    made = paragraph("word " * 4000)
    assert sum(len(line.text) for line in break_lines(made, 30)) == 20_000


@given(st.integers(1, 6), st.floats(4, 12), st.floats(4, 12))
def test_a_paragraph_is_parted_without_loss(paragraph, divided, lines, width, other):
    text = (
        "information about protection and immediate assistance for everybody concerned Donaudampfschiff now"
    )
    made = paragraph(divided(text))
    if lines >= count_lines(made, width):
        return
    head, tail = part_after(made, lines, width=width)
    first, rest = (break_lines(part, w) for part, w in ((head, width), (tail, other)))
    assert len(first) <= lines
    assert len(rest) <= count_lines(tail, other)
    assert "".join(line.text for line in (*first, *rest)) == text
    assert all(line.width <= width + 0.05 for line in first)
    assert all(line.width <= other + 0.05 for line in rest)
