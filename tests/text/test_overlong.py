"""Words that are longer than a line: broken between clusters, told, and never in a number."""

import pytest

from leaflets.text.setting import break_lines, count_lines


@pytest.mark.parametrize(
    ("text", "language"),
    [("Donaudampfschifffahrtsgesellschaft " * 2, "de"), ("والمستشفياتوالمدارس " * 3, "ar")],
)
def test_a_word_longer_than_the_line_is_broken(paragraph, text, language):
    made = paragraph(text.strip(), language=language)
    lines = break_lines(made, 4)
    assert "".join(line.text for line in lines) == text.strip()
    assert any(line.broken for line in lines)
    assert len(lines) == count_lines(made, 4)
    assert all(line.width <= 4.01 for line in lines)


def test_letters_stay_joined_where_a_word_is_broken(paragraph):
    made = paragraph("والمستشفيات", language="ar")
    whole = sorted(made.runs[0].glyphs)
    lines = break_lines(made, 2)
    assert len(lines) > 1
    assert sorted(glyph for line in lines for run in line.runs for glyph in run.glyphs) == whole


def test_a_number_is_too_wide_rather_than_broken(paragraph, span):
    made = paragraph("call ", span("+381 11 785 00 00", keep=True))
    lines = break_lines(made, 4)
    assert [line.text for line in lines] == ["call ", "+381 11 785 00 00"]
    assert not any(line.broken for line in lines)


def test_a_line_narrower_than_one_letter_takes_one_each(paragraph):
    lines = break_lines(paragraph("wide"), 0.1)
    assert [line.text for line in lines] == list("wide")


@pytest.mark.parametrize(
    ("text", "language"),
    [("a" * 100_000, "en"), ("ب" * 100_000, "ar"), ("ab " * 33_000, "en"), ("حقوق " * 20_000, "ar")],
)
def test_100_000_characters_are_set(paragraph, text, language):
    lines = break_lines(paragraph(text, language=language), 20)
    assert sum(len(line.text) for line in lines) == len(text)
    assert all(line.width <= 20.01 for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("do 30 dnevnica", 5, ["do 30 ", "dnevnica"]),
        ("bar 10 000 dinara", 5, ["bar 10 000 ", "dinara"]),
        ("a i besplatno", 5.2, ["a i ", "besplatno"]),
    ],
)
def test_words_that_should_stay_together_are_parted_before_one_is_broken(paragraph, text, width, expected):
    lines = break_lines(paragraph(text, language="sr-Latn"), width)
    assert [line.text for line in lines] == expected
    assert not any(line.broken for line in lines)
    assert all(line.width <= width for line in lines)


@pytest.mark.parametrize("text", ["सक्नुहुन्छ", "স্বাস্থ্যক্ষেত্র", "ക്ഷേമനിധി"])
def test_no_conjunct_is_broken(paragraph, text):
    """Not even where its letters are glyphs of their own (UAX #29, GB9c)."""
    language = {"स": "ne", "স": "bn", "ക": "ml"}[text[0]]
    for width in range(2, 12):
        for line in break_lines(paragraph(text, language=language), width / 3)[:-1]:
            assert line.text[-1] not in "्্്"
