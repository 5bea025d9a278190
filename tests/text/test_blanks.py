"""Blanks are as wide as words ask for, whatever the font thinks."""

import pytest

from leaflets.config.languages import shipped_languages
from leaflets.text.blanks import BLANKS
from leaflets.text.setting import break_lines

LANGUAGES = {language.tag: language for language in shipped_languages()}


@pytest.fixture
def blanks(divided, paragraph):
    """The widths of a text's blanks in ems of the text around them, in logical order."""

    def measure(text, tag):
        spans = divided(text, tag, families=LANGUAGES[tag].families)
        runs = paragraph(spans, language=tag).runs
        widths = {
            run.start + cluster: advance / run.units * run.size
            for run in runs
            for cluster, advance in zip(run.clusters, run.advances, strict=True)
            if run.text[cluster] in BLANKS
        }
        return [round(width, 2) for _, width in sorted(widths.items())]

    return measure


def test_sinhala_has_the_blanks_of_others(blanks):
    assert blanks("ඔබ සිටින තැන 011 785", "si") == [0.26] * 4


def test_a_number_stands_clear_of_nastaliq(blanks):
    assert blanks("کم از کم 30 دن ہوتے", "ur") == [0.12, 0.12, 0.26, 0.26, 0.12]


def test_a_number_in_isolates_too(blanks):
    assert blanks("پولیس کو \u2066192\u2069 پر", "ur") == [0.12, 0.26, 0.26]


@pytest.mark.parametrize("word", ["ASTRA", "\u2066info@example.org\u2069"])
def test_a_latin_word_too(blanks, word):
    assert blanks(f"ہم {word} سے ہیں", "ur") == [0.26, 0.26, 0.12]


def test_other_fonts_keep_theirs(blanks):
    assert blanks("عن 30 يومًا", "ar") == [0.27, 0.27]
    assert blanks("30 days to", "en") == [0.26, 0.26]


@pytest.fixture
def gaps(divided, paragraph):
    """The characters before which a line has a gap, by the line."""

    def find(text, tag, width=100):
        made = paragraph(divided(text, tag, families=LANGUAGES[tag].families), language=tag)
        natural = paragraph(divided(text, "ko", families=LANGUAGES[tag].families), language="ko").offsets
        lines = []
        for line in break_lines(made, width):
            found = ""
            for run in line.runs:
                for cluster, advance in zip(run.clusters, run.advances, strict=True):
                    index = run.start + cluster
                    if advance * run.size / run.units > natural[index + 1] - natural[index] + 0.05:
                        found += text[index + 1]
            assert line.width == pytest.approx(sum(run.width for run in line.runs))
            assert line.width <= width
            lines.append(found)
        return lines

    return find


GAPS = [
    ("zh-Hans", "您至少有30天，请拨打112或ASTRA", "3天1或A"),
    ("zh-Hant", "第2章（ASTRA）", "2章"),
    ("ja", "警察（192）に30日、コーヒーA", "3日A"),
    ("zh-Hans", "至少 30 天", ""),
    ("en", "有30天", ""),
]


@pytest.mark.parametrize(("tag", "text", "before"), GAPS)
def test_han_stands_clear_of_latin_letters_and_digits(gaps, tag, text, before):
    assert gaps(text, tag) == [before]


def test_a_line_does_not_end_in_a_gap(gaps):
    """It would be too wide by it: 4 ems are enough for four letters."""
    assert gaps("您至少有ASTRA电话", "zh-Hans", 4) == ["", "", ""]
    assert gaps("天您至少有A电话", "zh-Hans", 6) == ["A", ""]
