"""What most paragraphs of Latin and Cyrillic letters come to, and ICU: the same line ends."""

import re
from unittest import mock

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icu4py.breakers import LineBreaker

from leaflets.text import breaks
from leaflets.text.breaks import PLAIN, opportunities
from leaflets.text.tailoring import LETTER

LETTERS = "".join(re.findall(f"[{LETTER}]", "".join(map(chr, range(0x1F00)))))
PART = st.text(
    st.sampled_from(LETTERS) | st.sampled_from("0123456789\u00a0\u202f\u00b7"), min_size=1, max_size=5
)
WORD = st.builds("{}{}{}".format, st.sampled_from(["", "", "(", "¿"]), PART, st.text(".,;:!?)", max_size=3))
PIECE = WORD | st.builds("{}’{}".format, PART, PART) | st.sampled_from("–—")

TAGS = st.sampled_from(["en", "fr", "sr", "ru", "el", "hy", "ja", "zh-Hans", "ko", "th", "ar", "he", "am"])


@settings(max_examples=400)
@given(st.lists(PIECE, min_size=1, max_size=9), st.sampled_from(["", "", " "]), TAGS)
def test_plain_text_ends_lines_where_icu_does(languages, pieces, end, tag):
    text = " ".join(pieces) + end
    assume(PLAIN.fullmatch(text))
    found = opportunities(text, language=languages[tag])
    with mock.patch.object(breaks, "PLAIN", re.compile("(?!)")):
        assert opportunities(text, language=languages[tag]) == found


def test_each_plain_letter_stands_for_itself():
    """Two letters are never parted, whatever they are: class AL or NU (UAX #14, LB28, LB23)."""
    for letter in LETTERS:
        text = f"a{letter}a1{letter}1{letter}"
        assert [*LineBreaker(text, "en").segments()] == [(0, len(text))]


def test_two_dashes_in_a_row_are_not_plain():
    """No line ends between them (UAX #14, LB17)."""
    assert PLAIN.fullmatch("a — b")
    assert not PLAIN.fullmatch("a — — b")


def ends_of(text, language):
    found = opportunities(text, language=language)
    return dict(zip(found.ends, found.penalties, strict=True))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("uk", "звільнення з-за кордону"),
        ("ru", "вернуться из-за границы"),
        ("ro", "spune s-a dus"),
        ("en", "an e-mail"),
    ],
)
def test_a_written_hyphen_leaves_no_scrap_of_a_word(languages, tag, text):
    assert text.index("-") + 1 not in ends_of(text, languages[tag])


def test_a_compound_is_parted_at_its_hyphen(languages):
    text = "hrvatsko-engleski rječnik"
    assert text.index("-") + 1 in ends_of(text, languages["hr"])


def test_a_sentence_does_not_begin_at_the_end_of_a_line(languages):
    text = "Someone will listen. You decide what comes next."
    found = ends_of(text, languages["en"])
    assert {end: cost for end, cost in found.items() if cost} == {text.index("decide"): breaks.BEGUN}
    spoken = "Quelqu’un vous écoutera. C’est vous qui décidez."
    assert ends_of(spoken, languages["fr"])[spoken.index("vous qui")] == breaks.BEGUN


COUNTED = [
    ("sr-Latn", "bar 10 000 dinara"),
    ("sr-Latn", "bar 1 500 000 dinara"),
    ("sr-Latn", "oko 1,5 sat"),
    ("sr-Latn", "od 10.000 dinara"),
    ("sr-Latn", "rok (30 dana)"),
    ("sr-Latn", "od 18–24 godine"),
    ("sr-Latn", "od 08:00–16:00 sati"),
    ("hr", "za 2024/25–2026/27 i"),
    ("ar", "من 08:00–16:00 يوميا"),
    ("hr", "oko 50 € ili"),
    ("hr", "oko 50 % ili"),
    ("en", "at 20 °C"),
]


@pytest.mark.parametrize(("tag", "text"), COUNTED)
def test_a_number_stays_with_what_it_counts(languages, tag, text):
    """Its groups, its range and its unit too."""
    first = text.index(" ") + 1
    last = text.find(" ili") + 1 or len(text)
    assert [end for end in ends_of(text, languages[tag]) if first < end < last] == []


@pytest.mark.parametrize(
    ("tag", "text", "whole"),
    [
        ("de", "nach § 388 StGB", "§ 388"),
        ("fr", "à l’annexe n° 5 du", "n° 5"),
        ("ru", "дело № 5 суда", "№ 5"),
        ("nl", "een boete van € 50 per", "€ 50"),
        ("th", "ที่ต่าง ๆ ที่", "ต่าง ๆ"),
        ("th", "“ไม่” ๆ ที่", "” ๆ"),
        ("lo", "ຕ່າງ ໆ ນີ້", "ງ ໆ"),
        ("km", "ផ្សេង ៗ និង", "ង ៗ"),
        ("km", "បាយ ។ល។ និង", "។ល។"),
    ],
)
def test_a_sign_stays_with_its_number_or_word(languages, tag, text, whole):
    start = text.index(whole)
    assert not set(ends_of(text, languages[tag])) & set(range(start + 1, start + len(whole)))


@pytest.mark.parametrize(("tag", "text"), [("zh-Hans", "您至少有30天，"), ("ja", "少なくとも30日の")])
def test_a_number_stays_with_what_it_counts_without_a_blank(languages, tag, text):
    found = ends_of(text, languages[tag])
    assert text.index("3") in found
    assert text.index("0") + 1 not in found


def test_korean_lines_end_between_words(languages):
    text = "경찰(112)에 전화, 오전 9시~오후 6시 (주말·공휴일 제외) “도와주세요!”라고 중국어/영어, 010-1234 끝"
    ends = sorted(ends_of(text, languages["ko"]))
    pieces = [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    assert "".join(pieces) == text
    assert [piece for piece in pieces[:-1] if not piece.endswith(" ")] == ["중국어/"]


def test_prices_in_a_row_are_parted(languages):
    assert len("od 50 € ") in ends_of("od 50 € 100 € 200 €", languages["sr-Latn"])


@pytest.mark.parametrize(
    "text", ["2026. Mi smo", "COVID-19 je", "B2 je", "2026 112 ljudi", "5 (pet)", "20€ 30€"]
)
def test_what_counts_nothing_does_not_stay(languages, text):
    """A sentence may end with a number."""
    assert text.index(" ") + 1 in ends_of(text, languages["sr-Latn"])
