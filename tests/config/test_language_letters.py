"""What a language is written with is read from CLDR's sets, with capitals and without ranges."""

from leaflets.config.language_letters import language_letters
from leaflets.config.languages import shipped_languages


def test_capitals_and_digraphs_of_serbian():
    letters = language_letters("sr-Latn").letters
    assert set("abcčćdđžABCČĆDĐŽ") <= set(letters)
    assert not set("qwxy") & set(letters)


def test_ranges_are_spelt_out():
    assert {"가", "힣", "뷁"} <= set(language_letters("ko").letters)
    assert {"א", "ת", "ם"} <= set(language_letters("he").letters)


def test_a_hyphen_is_a_hyphen():
    assert {"-", "!", "•"} - set(language_letters("en").punctuation) == {"•"}
    assert "+" not in language_letters("en").punctuation


def test_marks_and_their_order():
    assert language_letters("ar").all.endswith("…")
    assert {"ّ", "ً", "ؤ"} <= set(language_letters("ar").letters)


def test_every_language_of_the_table_has_letters():
    assert [tag for lang in shipped_languages() if not language_letters(tag := lang.tag)] == []
    assert language_letters("qaa") is None
