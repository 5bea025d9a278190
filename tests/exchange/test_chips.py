"""Markup and placeholders become chips and come back, whatever a telephone did to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.exchange.chips import chipped, unchipped, words_of

SOURCE = 'Call <strong>%(number)s</strong> &amp; <a href="https://x.org">read</a>. 100%% free.<br/>'
SHOWN = "Call ⟦1 bold⟧⟦2 number⟧⟦/1⟧ & ⟦3 link⟧read⟦/3⟧. 100% free.⟦4 new line⟧"


def test_the_source_as_people_see_it():
    assert chipped(SOURCE, source=SOURCE) == SHOWN
    assert unchipped(SHOWN, source=SOURCE) == SOURCE


@pytest.mark.parametrize(
    "typed",
    [
        "⟦1 bold⟧⟦2 number⟧⟦/1⟧ ⟦3 link⟧x⟦/3⟧ ⟦4⟧",
        "⟦1 fett⟧⟦2 Nummer⟧⟦/1⟧ ⟦3⟧x⟦/3 link⟧ ⟦ 4 neue Zeile ⟧",
        "[[1 bold]][[2 number]][[/1]] 【3】x【/3】 ⟦4⟧",
        "⟦١ عريض⟧⟦٢⟧⟦/١⟧ ⟦۳⟧x⟦/۳⟧ ⟦4⟧",
    ],
)
def test_only_the_number_of_a_chip_counts(typed):
    assert unchipped(typed, source=SOURCE) == (
        '<strong>%(number)s</strong> <a href="https://x.org">x</a> <br/>'
    )


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Call ⟦2 number⟧", "⟦1⟧ is missing"),
        (SHOWN + "⟦7⟧", "none of the source's"),
        (SHOWN.replace("⟦/1⟧", "⟦/1"), "damaged"),
        (SHOWN.replace("⟦/1⟧", ""), "⟦/1⟧ is missing"),
        (SHOWN.replace("⟦/3⟧", ""), "⟦/3⟧ is missing"),
        (SHOWN.replace("⟦3 link⟧read⟦/3⟧", "⟦/3⟧read⟦3 link⟧"), "ends what does not begin"),
        (SHOWN + "⟦/2⟧", "⟦/2⟧ ends nothing"),
    ],
)
def test_lost_and_damaged_chips_are_told(typed, why):
    with pytest.raises(ValueError, match=why.replace("⟦", ".").replace("⟧", ".")):
        unchipped(typed, source=SOURCE)


@given(st.text(alphabet="ab <>&%;čم", max_size=30))
def test_words_that_look_like_markup_are_words(text):
    """What a translator types can become neither markup nor a placeholder."""
    written = unchipped(text, source="100%% %(x)s".replace("%(x)s", ""))
    assert "<" not in written
    assert chipped(written, source="100%%").count("%") == text.count("%")


def test_a_percent_sign_is_doubled_only_where_the_source_is_a_format():
    assert unchipped("50 %", source="half") == "50 %"
    assert unchipped("50 %", source="half 50%%") == "50 %%"


def test_words_are_what_stands_between_chips_and_tags():
    assert words_of("⟦1 bold⟧Полиција⟦/1⟧ [[2 number]]").split() == ["Полиција"]
    assert words_of("<strong>Полиција</strong> %(number)s").split() == ["Полиција"]
