"""UAX #9 by example; its conformance tests are in tests/conformance.

In the examples capital letters stand for Hebrew ones, as in the standard: `display` shows a line as a reader
sees it, from left to right.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflets.text import bidi, ucd

LRE, RLE, PDF, LRO, RLO = "\u202a\u202b\u202c\u202d\u202e"
LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
ALPHABET = "ab\u05d0\u05d1\u0627\u0661 19+%,.:!\t()[]<>\u2329\u3009\u0300\u00ad" + LRE + RLE + PDF + LRO + RLO
ISOLATES = LRI + RLI + FSI + PDI

texts = st.text(alphabet=ALPHABET + ISOLATES, max_size=40)
bases = st.sampled_from([None, 0, 1])


def hebrew(text: str) -> str:
    return "".join(chr(0x05D0 + ord(letter) - ord("A")) if "A" <= letter <= "Z" else letter for letter in text)


def display(text: str, *, base: int | None = None) -> str:
    logical = hebrew(text)
    level = bidi.paragraph_level(logical) if base is None else base
    levels = bidi.resolve_levels(logical, base=base)
    shown = bidi.line_levels(logical, levels, start=0, end=len(logical), base=level)
    return "".join(text[index] for index in bidi.visual_order(shown))


def slow_levels(text: str, *, base: int | None) -> tuple[int, ...]:
    found = {index: ucd.bracket(character) for index, character in enumerate(text)}
    brackets = {index: bracket for index, bracket in found.items() if bracket}
    return bidi.resolve_classes([ucd.bidi_class(character) for character in text], base=base, brackets=brackets)


# P2, P3


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
    assert bidi.paragraph_level(text) == level


# The examples of UAX #9 3.4 and of leaflets


@pytest.mark.parametrize(
    ("text", "base", "shown"),
    [
        ("car means CAR.", 0, "car means RAC."),
        ("car MEANS CAR.", 1, ".RAC SNAEM car"),
        ("car MEANS CAR.", None, "car RAC SNAEM."),
        (f"he said {RLI}car MEANS CAR{PDI}.", 0, f"he said {RLI}RAC SNAEM car{PDI}."),
        ("DIAL 192 NOW", None, "WON 192 LAID"),
        (f"DIAL {LRI}+49 30 1234{PDI} NOW", None, f"WON {PDI}+49 30 1234{LRI} LAID"[::1].replace(PDI, "\0")),
    ],
)
def test_display(text: str, base: int | None, shown: str) -> None:
    assert display(text, base=base).replace(PDI, "\0") == shown.replace(PDI, "\0")
