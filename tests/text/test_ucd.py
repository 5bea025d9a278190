"""What the tables say of characters, and of code points that are not assigned."""

import sys
from itertools import pairwise

import pytest

from leaflets.text import _ucd_data, ucd


def test_version_is_the_pinned_one() -> None:
    assert ucd.UNICODE_VERSION == "17.0.0"


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("a", "L"),
        ("א", "R"),
        ("ع", "AL"),
        ("1", "EN"),
        ("۱", "EN"),
        ("١", "AN"),
        ("+", "ES"),
        ("%", "ET"),
        (",", "CS"),
        ("\u0300", "NSM"),
        (" ", "WS"),
        ("\t", "S"),
        ("\n", "B"),
        ("!", "ON"),
        ("\u200b", "BN"),
        ("\u200f", "R"),
        ("\u061c", "AL"),
        ("\u2066", "LRI"),
        ("\u202e", "RLO"),
        ("𞤀", "R"),
        ("ก", "L"),
        ("漢", "L"),
    ],
)
def test_bidi_class(character: str, expected: str) -> None:
    assert ucd.bidi_class(character) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (0x0378, "L"),
        (0x05EB, "R"),  # Hebrew block
        (0x074B, "AL"),  # Syriac block
        (0x20C5, "ET"),  # Currency Symbols
        (0xFDD0, "BN"),  # noncharacter inside of an Arabic block
        (0xFFF0, "BN"),  # default ignorable
        (0x10806, "R"),  # Cypriot block
        (0x1ED4F, "AL"),  # Ottoman Siyaq Numbers block
        (0x1EF00, "R"),
        (0xE0FFF, "BN"),
        (0x10FFFF, "BN"),
    ],
)
def test_unassigned_code_points_have_the_bidi_class_of_their_place(code: int, expected: str) -> None:
    assert ucd.general_category(chr(code)) == "Cn"
    assert ucd.bidi_class(chr(code)) == expected


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("a", "Latn"),
        ("ж", "Cyrl"),
        ("ع", "Arab"),
        ("አ", "Ethi"),
        ("क", "Deva"),
        ("ก", "Thai"),
        ("ລ", "Laoo"),
        ("ក", "Khmr"),
        ("မ", "Mymr"),
        ("ა", "Geor"),
        ("漢", "Hani"),
        ("あ", "Hira"),
        ("한", "Hang"),
        (" ", "Zyyy"),
        ("5", "Zyyy"),
        ("،", "Zyyy"),
        ("\u0300", "Zinh"),
        ("\u064b", "Zinh"),
        ("\u0378", "Zzzz"),
        ("\ue000", "Zzzz"),
    ],
)
def test_script(character: str, expected: str) -> None:
    assert ucd.script(character) == expected


def test_script_extensions_name_all_users_of_a_shared_character() -> None:
    assert {"Arab", "Syrc", "Thaa"} <= set(ucd.script_extensions("،"))
    assert {"Beng", "Deva", "Gujr"} <= set(ucd.script_extensions("।"))
    assert ucd.script_extensions("ー") == ("Hira", "Kana")


def test_script_extensions_are_the_script_where_nothing_is_listed() -> None:
    assert ucd.script_extensions("a") == ("Latn",)
    assert ucd.script_extensions(" ") == ("Zyyy",)
    assert ucd.script_extensions("\u0378") == ("Zzzz",)


def test_brackets_of_a_pair_name_the_same_closing_one() -> None:
    assert ucd.bracket("(") == (")", "o")
    assert ucd.bracket(")") == (")", "c")
    assert ucd.bracket("「") == ("」", "o")
    assert ucd.bracket("<") is None
    assert ucd.bracket("\ufd3e") is None  # ornate parentheses do not pair


def test_canonically_equivalent_brackets_match() -> None:
    assert ucd.bracket("\u2329") == ucd.bracket("\u3008") == ("\u3009", "o")
    assert ucd.bracket("\u232a") == ucd.bracket("\u3009") == ("\u3009", "c")


def test_mirrored_is_its_own_inverse() -> None:
    assert ucd.mirrored("(") == ")"
    assert ucd.mirrored("«") == "»"
    assert ucd.mirrored("a") is None
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    mirrors = {character: mirror for character in every if (mirror := ucd.mirrored(character))}
    assert len(mirrors) > 400
    assert all(mirrors[mirror] == character for character, mirror in mirrors.items())


@pytest.mark.parametrize(
    "character", ["\u00ad", "\u034f", "\u200b", "\u200d", "\u2066", "\ufe0f", "\U000e0fff"]
)
def test_default_ignorable(character: str) -> None:
    assert ucd.is_default_ignorable(character)


@pytest.mark.parametrize("character", ["a", " ", "\u00a0", "\u0600", "\u06dd", "\ufff9", "\u2028"])
def test_not_default_ignorable(character: str) -> None:
    assert not ucd.is_default_ignorable(character)


def test_marks_combine_and_letters_do_not() -> None:
    assert all(map(ucd.is_combining, "\u0301\u064b\u093f\u20dd\u1031"))
    assert not any(map(ucd.is_combining, "aع1 \u200d"))


def test_general_category() -> None:
    assert [ucd.general_category(character) for character in "Aa1 (\u200d\ue000\ud800"] == [
        *("Lu", "Ll", "Nd", "Zs", "Ps", "Cf", "Co", "Cs")
    ]


@pytest.mark.parametrize(
    "table",
    [
        _ucd_data.BIDI_CLASS,
        _ucd_data.GENERAL_CATEGORY,
        _ucd_data.SCRIPT,
        _ucd_data.SCRIPT_EXTENSIONS,
        _ucd_data.DEFAULT_IGNORABLE,
    ],
)
def test_ranges_begin_at_zero_rise_and_change_the_value(table: str) -> None:
    starts, values = ucd._ranges(table)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    assert all(value != following for value, following in pairwise(values))
