"""UAX #9 by example; its conformance tests are in tests/conformance.

In the examples capital letters stand for Hebrew ones, as in the standard; `display` is what the reader sees.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflets.text import bidi, ucd
from leaflets.text.bidi_explicit import first_strong_level

LRE, RLE, PDF, LRO, RLO = "\u202a\u202b\u202c\u202d\u202e"
LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
VISIBLE = "abאבع١19+%,.:! \t()[]〈〉⟨⟩\u2329\u0300"
CONTROLS = LRE + RLE + PDF + LRO + RLO + LRI + RLI + FSI + PDI + "\u00ad"

texts = st.text(alphabet=VISIBLE + CONTROLS, max_size=40)
bases = st.sampled_from([None, 0, 1])
properties = settings(deadline=None, max_examples=300)


def hebrew(text: str) -> str:
    return "".join(
        chr(0x05D0 + ord(letter) - ord("A")) if "A" <= letter <= "Z" else letter for letter in text
    )


def paragraph_level(text: str) -> int:
    return first_strong_level([ucd.bidi_class(character) for character in text])


def display(text: str, *, base: int | None = None) -> str:
    """The characters from left to right, without the invisible ones, brackets mirrored (L4)."""
    logical = hebrew(text)
    level = paragraph_level(logical) if base is None else base
    levels = bidi.resolve_levels(logical, base=base)
    shown = bidi.line_levels(logical, levels, start=0, end=len(logical), base=level)
    return "".join(
        (ucd.mirrored(text[index]) or text[index]) if shown[index] % 2 else text[index]
        for index in bidi.visual_order(shown)
        if text[index] not in CONTROLS
    )


def levels_by_rules(text: str, *, base: int | None) -> tuple[int, ...]:
    """As `resolve_levels`, without its short cuts for plain text."""
    found = {index: ucd.bracket(character) for index, character in enumerate(text)}
    brackets = {index: bracket for index, bracket in found.items() if bracket}
    return bidi.resolve_classes(
        [ucd.bidi_class(character) for character in text], base=base, brackets=brackets
    )


# By example


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", 0),
        ("12 !", 0),
        ("12 a א", 0),
        ("12 א a", 1),
        ("12 ع a", 1),
        (f"{RLI}א{PDI}a", 0),
        (f"{LRI}a{PDI}א", 1),
        (f"{LRI}a{RLI}b{PDI}c{PDI}א", 1),
        (f"{LRI}a א", 0),  # an isolate without end hides all that follows
        (f"{PDI}א", 1),
        (f"{LRE}א", 1),  # embeddings do not count
    ],
)
def test_paragraph_level_is_that_of_the_first_strong_character(text: str, level: int) -> None:
    assert paragraph_level(text) == level


@pytest.mark.parametrize(
    ("text", "base", "shown"),
    [
        ("car means CAR.", 0, "car means RAC."),
        ("car MEANS CAR.", 1, ".RAC SNAEM car"),
        ("car MEANS CAR.", None, "car RAC SNAEM."),
        (f"he said “{RLI}car MEANS CAR{PDI}.”", 0, "he said “RAC SNAEM car.”"),
        ("smith (fabrikam ARABIC) HEBREW", 1, "WERBEH (CIBARA fabrikam) smith"),  # 3.3.5, N0
        ("ARABIC book(s)", 1, "book(s) CIBARA"),
        ("HEBREW (a b) HEBREW", None, "WERBEH (a b) WERBEH"),
        ("THE PRICE IS 50% NOW", None, "WON 50% SI ECIRP EHT"),
        ("DIAL 192, 116 006", None, "006 116 ,192 LAID"),
    ],
)
def test_display(text: str, base: int | None, shown: str) -> None:
    assert display(text, base=base) == shown


def test_a_telephone_number_keeps_its_order_in_an_isolate_only() -> None:
    assert display("DIAL +49 30 1234 NOW") == "WON 1234 30 49+ LAID"
    assert display(f"DIAL {LRI}+49 30 1234{PDI} NOW") == "WON +49 30 1234 LAID"


def test_digits_after_an_arabic_letter_are_arabic_numbers() -> None:
    assert bidi.resolve_levels("a ع 1-2") == (0, 0, 1, 1, 2, 1, 2)  # W2: the hyphen no longer joins (W4)
    assert bidi.resolve_levels("a א 1-2") == (0, 0, 1, 1, 2, 2, 2)


def test_marks_on_a_bracket_turn_with_it() -> None:
    text = "a\u200f[א]\u0300"
    assert bidi.resolve_levels(text) == (0, 1, 1, 1, 1, 1)


def test_canonically_equivalent_brackets_are_a_pair() -> None:
    assert bidi.resolve_levels("א\u2329a\u3009", base=1) == bidi.resolve_levels("א\u3008a\u3009", base=1)


@pytest.mark.parametrize(("count", "level"), [(63, 0), (64, 1)])
def test_more_open_brackets_than_bd16_holds_are_not_paired(count: int, level: int) -> None:
    text = "a" + "(" * count + "א" + ")" * count + "א"
    assert bidi.resolve_levels(text, base=0)[-2] == level


# Depth


def test_embeddings_end_at_the_greatest_depth_and_close_in_order() -> None:
    text = RLE * 70 + "a" + PDF * 8 + "a" + PDF * 62 + "a"
    levels = bidi.resolve_levels(text, base=0)
    assert levels[70] == 126  # 125, raised by I2
    assert levels[79] == 124  # 7 of the 8 close what was too deep
    assert levels[-1] == 0


def test_isolates_that_are_too_deep_close_without_effect() -> None:
    text = RLI * 70 + "a" + PDI * 7 + "a" + PDI * 63 + "a"
    levels = bidi.resolve_levels(text, base=0)
    assert levels[70] == levels[78] == 126
    assert levels[-1] == 0


# What X9 removes, lines, order


def test_removed_characters_have_the_level_of_the_one_before() -> None:
    assert bidi.resolve_levels(f"a{RLE}א{PDF}b\u00adא", base=0) == (0, 0, 1, 1, 0, 0, 1)
    assert bidi.resolve_levels(f"{LRE}a", base=1) == (1, 2)


def test_white_space_at_the_end_of_a_line_has_the_level_of_the_paragraph() -> None:
    text = "ab אב גד"
    levels = bidi.resolve_levels(text, base=0)
    assert levels == (0, 0, 0, 1, 1, 1, 1, 1)
    assert bidi.line_levels(text, levels, start=0, end=6, base=0) == (0, 0, 0, 1, 1, 0)
    assert bidi.line_levels(text, levels, start=3, end=8, base=0) == (1, 1, 1, 1, 1)


def test_tabs_and_the_spaces_before_them_have_the_level_of_the_paragraph() -> None:
    text = f"א \tא{PDI} \u00ad"
    levels = bidi.resolve_levels(text, base=0)
    assert bidi.line_levels(text, levels, start=0, end=len(text), base=0) == (1, 0, 0, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        ((), ()),
        ((0, 0, 0), (0, 1, 2)),
        ((1, 1, 1), (2, 1, 0)),
        ((2, 2, 2), (0, 1, 2)),
        ((1, 2, 2, 1), (3, 1, 2, 0)),
        ((0, 1, 1, 2, 3, 3, 2, 1, 0, 1), (0, 7, 3, 5, 4, 6, 2, 1, 8, 9)),
    ],
)
def test_visual_order(levels: tuple[int, ...], order: tuple[int, ...]) -> None:
    assert bidi.visual_order(levels) == order


# Laws


@properties
@given(texts, bases)
def test_every_character_has_a_level_within_the_limits(text: str, base: int | None) -> None:
    levels = bidi.resolve_levels(text, base=base)
    assert len(levels) == len(text)
    paragraph = paragraph_level(text) if base is None else base
    assert all(paragraph <= level <= bidi.MAX_DEPTH + 1 for level in levels)


@properties
@given(st.lists(st.integers(min_value=0, max_value=5), max_size=30))
def test_visual_order_is_a_permutation(levels: list[int]) -> None:
    assert sorted(bidi.visual_order(levels)) == list(range(len(levels)))


@properties
@given(st.text(alphabet="ab 19+%,.()[]!\t\u0300\u00ad" + PDF + PDI + LRI + "א", max_size=20), bases)
def test_the_short_cut_gives_what_the_rules_give(text: str, base: int | None) -> None:
    assert bidi.resolve_levels(text, base=base) == levels_by_rules(text, base=base)


@properties
@given(texts, texts, st.sampled_from([LRI, RLI]), st.sampled_from([0, 1]))
def test_what_is_in_an_isolate_changes_nothing_outside(
    before: str, inside: str, initiator: str, base: int
) -> None:
    """To the text around it an isolate is one neutral character (UAX #9 2.4)."""
    before = "".join(character for character in before if character not in CONTROLS)
    inside = "".join(character for character in inside if character not in CONTROLS)
    full = bidi.resolve_levels(f"{before}{initiator}{inside}{PDI}{before}", base=base)
    empty = bidi.resolve_levels(f"{before}{initiator}{PDI}{before}", base=base)
    assert full[: len(before) + 1] == empty[: len(before) + 1]
    assert full[len(before) + 1 + len(inside) :] == empty[len(before) + 1 :]


@properties
@given(st.text(alphabet="aД1 ,.+(\u00ad" + LRI + PDI, max_size=30), st.text(alphabet="אع ,.(\u0300\u00ad"))
def test_short_cuts_say_what_the_rules_say(left: str, right: str) -> None:
    """Left-to-right text with isolates around numbers; right-to-left text of one direction."""
    assert bidi.resolve_levels(left, base=0) == levels_by_rules(left, base=0)
    assert bidi.resolve_levels(right, base=1) == levels_by_rules(right, base=1)


def test_isolates_deeper_than_the_limit_go_by_the_rules() -> None:
    text = LRI * 130 + "a" + PDI * 130
    assert bidi.resolve_levels(text, base=0) == levels_by_rules(text, base=0)
