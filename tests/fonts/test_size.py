"""Text of every script looks as large as Noto Sans: the measurement that fonts.toml tells of, repeated."""

import unicodedata
from statistics import median

import pytest

from leaflets.config.language_letters import language_letters
from leaflets.config.languages import shipped_languages
from leaflets.fonts.liken import tops
from leaflets.text import ucd

X_HEIGHT, CAPITALS = 0.536, 0.714
MIDDLE = (X_HEIGHT * CAPITALS) ** 0.5
LANGUAGES = {language.tag: language for language in shipped_languages()}

TO_THE_MIDDLE = (
    *("am", "bn", "bo", "gu", "he", "hi", "km", "lo", "ml", "my", "nqo", "pa"),
    *("rhg-Rohg", "si", "ta", "th", "zgh"),
)
TO_THE_X_HEIGHT = ("chr", "dv", "el", "ff-Adlm", "hy", "ka", "ru", "sr", "syr")
"""Scripts with capitals, and those whose letters carry a sign each."""


def letters(tag):
    """The letters of the script, small ones if it has capitals."""
    found = language_letters(tag).letters
    code = LANGUAGES[tag].script
    kinds = ("Ll",) if any(unicodedata.category(c) == "Ll" for c in found) else ("Lo", "Lm")
    return [ord(c) for c in found if unicodedata.category(c) in kinds and ucd.script(c) == code]


@pytest.mark.parametrize("tag", TO_THE_MIDDLE)
def test_scripts_without_capitals_are_between_small_letters_and_capitals(tag, library):
    face = library.face(LANGUAGES[tag].families[0])
    wanted = MIDDLE / median(tops(face, letters(tag)))
    assert face.size == pytest.approx(max(1.0, wanted), abs=0.026)


@pytest.mark.parametrize("tag", TO_THE_X_HEIGHT)
def test_low_letters_are_as_high_as_the_x(tag, library):
    face = library.face(LANGUAGES[tag].families[0])
    low = sorted(tops(face, letters(tag)))[len(letters(tag)) // 4]
    assert low * face.size == pytest.approx(max(X_HEIGHT, low), rel=0.07)


@pytest.mark.parametrize("tag", ["kn", "te"])
def test_letters_under_a_head_stroke_are_not_made_smaller(tag, library):
    face = library.face(LANGUAGES[tag].families[0])
    assert median(tops(face, letters(tag))) > CAPITALS
    assert face.size == 1.0


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "ja", "ko"])
def test_han_kana_and_hangul_fill_their_em(tag, library):
    face = library.face(LANGUAGES[tag].families[0])
    assert 0.75 < median(tops(face, letters(tag) or [0x56FD])) * face.size < 0.9
