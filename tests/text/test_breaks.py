"""What most paragraphs of Latin and Cyrillic letters come to, and ICU: the same line ends."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icu4py.breakers import LineBreaker

from leaflets.text.breaks import LETTER, PLAIN, _ends, locale_of

LETTERS = "".join(re.findall(f"[{LETTER}]", "".join(map(chr, range(0x1F00)))))
WORD = st.text(LETTERS + "0123456789\u00a0\u202f\u00b7’", min_size=1, max_size=9) | st.sampled_from("–—")
PIECE = st.tuples(
    st.sampled_from(["", "", "(", "¿", "’"]), WORD, st.text(".,;:!?)", max_size=3), st.text(" ", max_size=2)
)

TAGS = st.sampled_from(["en", "fr", "sr", "ru", "el", "hy", "ja", "zh-Hans", "ko", "th", "ar", "he", "am"])


@settings(max_examples=400)
@given(st.lists(PIECE, min_size=1, max_size=9), TAGS)
def test_plain_text_ends_lines_where_icu_does(languages, pieces, tag):
    text = "".join(map("".join, pieces))
    assume(PLAIN.fullmatch(text))
    found = [end for _start, end in LineBreaker(text, locale_of(languages[tag])).segments()]
    assert _ends(text, languages[tag]) == found


def test_each_plain_letter_stands_for_itself():
    """Two letters are never parted, whatever they are: class AL or NU (UAX #14, LB28, LB23)."""
    for letter in LETTERS:
        text = f"a{letter}a1{letter}1{letter}"
        assert [*LineBreaker(text, "en").segments()] == [(0, len(text))]


def test_two_dashes_in_a_row_are_not_plain():
    """No line ends between them (UAX #14, LB17)."""
    assert PLAIN.fullmatch("a — b")
    assert not PLAIN.fullmatch("a — — b")
