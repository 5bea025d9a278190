"""Blanks are as wide as words ask for, whatever the font thinks."""

import pytest

from leaflets.config.languages import shipped_languages
from leaflets.text.blanks import BLANKS

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
