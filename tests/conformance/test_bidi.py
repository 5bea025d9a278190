"""Unicode's own test files for UAX #9, every case of them.

Source: Unicode Character Database 17.0.0, packed by tools/generate_ucd.py; licence beside the files.
"""

import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from leaflets.text import bidi, ucd
from leaflets.text.bidi_explicit import first_strong_level

FOLDER = Path(__file__).parent / "unicode"

BASES = ((1, None), (2, 0), (4, 1))
"""Bits of BidiTest.txt and the paragraph levels that they ask for; None is P2 and P3."""


class Case(NamedTuple):
    line: int
    input: list[str]
    """Bidi classes (BidiTest.txt) or code points."""
    base: int | None
    resolved: int | None
    """Paragraph level that P2 and P3 must find; None if the file does not say."""
    levels: list[str]
    """After L1; `x` for characters that X9 removes."""
    order: tuple[int, ...]


def lines(name: str) -> Iterator[tuple[int, str]]:
    with lzma.open(FOLDER / f"{name}.xz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            content = line.partition("#")[0].strip()
            if content:
                yield number, content


def class_cases() -> Iterator[Case]:
    levels: list[str] = []
    order: tuple[int, ...] = ()
    for number, line in lines("BidiTest.txt"):
        if line.startswith("@Levels:"):
            levels = line.removeprefix("@Levels:").split()
        elif line.startswith("@Reorder:"):
            order = tuple(map(int, line.removeprefix("@Reorder:").split()))
        else:
            classes, bits = line.split(";")
            for bit, base in BASES:
                if int(bits, 16) & bit:
                    yield Case(number, classes.split(), base, None, levels, order)


def character_cases() -> Iterator[Case]:
    for number, line in lines("BidiCharacterTest.txt"):
        codes, direction, resolved, levels, order = line.split(";")
        base = {"0": 0, "1": 1, "2": None}[direction]
        indices = tuple(map(int, order.split()))
        yield Case(number, codes.split(), base, int(resolved), levels.split(), indices)


def difference(case: Case, levels: Sequence[int]) -> str | None:
    """What is wrong with `levels`, or with the order that follows from them."""
    kept = [index for index, level in enumerate(case.levels) if level != "x"]
    found = [str(level) if case.levels[index] != "x" else "x" for index, level in enumerate(levels)]
    if found != case.levels:
        return message(case, expected=" ".join(case.levels), got=" ".join(found))
    order = tuple(kept[place] for place in bidi.visual_order([levels[index] for index in kept]))
    if order != case.order:
        return message(case, expected=f"order {case.order}", got=f"order {order}")
    return None


def message(case: Case, *, expected: object, got: object) -> str:
    return f"line {case.line}: {' '.join(case.input)}, base {case.base}: expected {expected}, got {got}"


def fail_if_any(failures: Sequence[str], *, count: int) -> None:
    if failures:
        first = "\n".join(failures[:10])
        pytest.fail(f"{len(failures)} of {count} cases, first:\n{first}", pytrace=False)


def of_classes(case: Case) -> str | None:
    levels = bidi.resolve_classes(case.input, base=case.base)
    base = first_strong_level(case.input) if case.base is None else case.base
    return difference(case, bidi.reset_levels(case.input, levels, base=base))


def of_characters(case: Case) -> str | None:
    text = "".join(chr(int(code, 16)) for code in case.input)
    base = first_strong_level(list(map(ucd.bidi_class, text))) if case.base is None else case.base
    if base != case.resolved:
        return message(case, expected=f"paragraph level {case.resolved}", got=base)
    levels = bidi.resolve_levels(text, base=case.base)
    return difference(case, bidi.line_levels(text, levels, start=0, end=len(text), base=base))


@pytest.mark.parametrize("name", ["BidiTest.txt", "BidiCharacterTest.txt"])
def test_files_have_the_version_of_the_tables(name: str) -> None:
    with lzma.open(FOLDER / f"{name}.xz", "rt", encoding="utf-8") as file:
        title = file.readline().strip()
    assert title == f"# {name.removesuffix('.txt')}-{ucd.UNICODE_VERSION}.txt"


def test_bidi_test() -> None:
    results = [of_classes(case) for case in class_cases()]
    fail_if_any([result for result in results if result], count=len(results))
    assert len(results) == 770241


def test_bidi_character_test() -> None:
    results = [of_characters(case) for case in character_cases()]
    fail_if_any([result for result in results if result], count=len(results))
    assert len(results) == 91707
