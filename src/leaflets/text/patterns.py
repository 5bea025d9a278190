"""A Pyphen dictionary and a word -> where the word may be divided (Liang, Word Hy-phen-a-tion, 1983).

Pyphen finds the dictionaries and this reads them, because a text that was never seen before must be set
in milliseconds: an automaton finds all patterns of a word in one step (Aho and Corasick, 1975), and one is
parsed when a word first meets it. A test compares every dictionary with Pyphen's own answers.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from ahocorasick import Automaton
from pyphen import LANGUAGES

DIGITS = {ord(digit): None for digit in "0123456789"}
STEPS = re.compile(r"(\d?)(\D?)")
HEX = re.compile(r"\^{2}([0-9a-f]{2})")

ALTERED = 0.5
"""Added to the values of a pattern that changes letters where it divides (Hungarian asszony: asz-szony).
No line ends there: what is printed must be what was written."""

NEVER = {
    "de": re.compile(
        r"(?=[lmn][bcdfghjklmnpqrstvwxz]|r[bcdfgjklmnpqrstvwxz]|ck|tz|dt|narbeit)"
        r"|(?<=kurz|halb)(?=e)|(?<=eur)(?=o)|(?<=deut)(?=sch)"
    ),
    "id": re.compile("(?<=[bcdfghjklmnpqrstvwxyz])(?=[aeiou])"),
    "ro": re.compile("(?<=e)(?=a)"),
}
"""By the language of a dictionary, where it divides words and no line may end.

de: its patterns for words in -al and -ar act in all words (fa-l-zen, Beda-rf); no syllable begins with these
letters (Duden, Worttrennung). id: a consonant goes with the vowel after it (Ejaan Yang Disempurnakan,
pemenggalan kata): de-ngan and se-lu-ruh, not de-ng-an and se-lu-r-uh. ro: -ea- is a diphthong in lu-crea-ză
and chea-mă (DOOM 2, 5.2); where it is none, as in re-al, little is lost.
"""

SYLLABIC = {"de": frozenset("aeiouyäöüáàâéèêëíîïóôúû")}
"""By the language, letters of which each part has one. Where two divisions have none between them
(fort-s-chritt, dau-e-r-haft), nobody knows which is wrong, and there is neither."""

Values = tuple[tuple[int, float], ...]
"""Where a pattern has values that are not zero, from its last letter, and the values."""


class Patterns(dict[str, Values]):
    """A pattern as it is written -> its values; few of a dictionary's are ever met."""

    def __init__(self, written: Mapping[str, str]) -> None:
        """`written`: letters -> pattern."""
        super().__init__()
        self.automaton = Automaton()
        """A word -> for each pattern in it, where its last letter stands, and the pattern as written."""
        for letters, pattern in written.items():
            self.automaton.add_word(letters, pattern)
        self.automaton.make_automaton()

    def __missing__(self, pattern: str) -> Values:
        self[pattern] = values = _values(pattern)
        return values


def is_dictionary(name: str) -> bool:
    """Whether Pyphen has the dictionary, under just that name."""
    return name in LANGUAGES


def divisions(
    word: str, *, dictionary: str, least: Sequence[int], divided: tuple[str, ...] = ()
) -> list[int]:
    """Indices of the letters before which a line may begin, `least` letters away from either end.

    `divided` are words with their hyphens, which win over the dictionary; it may be empty.
    """
    before, after = least
    known = _known(divided).get(word.lower()) if divided else None
    if known is not None:
        return [point for point in known if before <= point <= len(word) - after]
    small = word.lower()
    is_same = len(small) == len(word)  # İ becomes two characters
    return _points(small, dictionary, before, len(word) - after) if dictionary and is_same else []


@lru_cache(maxsize=64)
def _known(divided: tuple[str, ...]) -> Mapping[str, tuple[int, ...]]:
    """`so-fa` -> `sofa`: (2,)."""
    parts = {word.replace("-", "").lower(): word.split("-") for word in divided}
    return {word: tuple(accumulate(map(len, found[:-1]))) for word, found in parts.items()}


@lru_cache(maxsize=4096)
def _points(word: str, dictionary: str, first: int, last: int) -> list[int]:
    """From first to last, the odd ones of the largest values of all patterns that are found in the word."""
    patterns = _patterns(dictionary)
    dotted = f".{word}."
    values: list[float] = [0] * (2 * len(dotted))  # some patterns have values beyond their letters
    for last_letter, pattern in patterns.automaton.iter(dotted):
        for index, value in patterns[pattern]:
            place = last_letter + index
            if value > values[place]:  # noqa: PLR1730  max() costs more than all the rest
                values[place] = value
    found = [index for index, value in enumerate(values[first + 1 : last + 2], first) if value % 2 == 1]
    spoken = dictionary.partition("_")[0]
    if found and spoken in NEVER:
        wrong = {match.start() for match in NEVER[spoken].finditer(word)}
        found = [index for index in found if index not in wrong]
    return _syllables(word, found, SYLLABIC[spoken]) if spoken in SYLLABIC else found


def _syllables(word: str, found: Sequence[int], vowels: frozenset[str]) -> list[int]:
    """Those of `found` with one of the vowels between them and those beside them."""
    bare = [pair for pair in pairwise(found) if vowels.isdisjoint(word[slice(*pair)])]
    return [index for index in found if not any(index in pair for pair in bare)]


def _values(pattern: str) -> Values:
    """`a1b2c` -> (-1, 1), (0, 2)."""
    letters, altered, _change = pattern.partition("/")
    steps = STEPS.findall(letters)
    last = sum(bool(letter) for _digit, letter in steps) - 1
    found = ((index - last, int(digit or "0")) for index, (digit, _letter) in enumerate(steps))
    return tuple((i, value + ALTERED if altered and value % 2 else value) for i, value in found if value)


@lru_cache(maxsize=8)
def _patterns(dictionary: str) -> Patterns:
    """All patterns of a dictionary."""
    path = LANGUAGES[dictionary]
    data = path.read_bytes()
    encoding = data.partition(b"\n")[0].decode("ascii").strip().lower()
    text = data.decode("cp1251" if encoding == "microsoft-cp1251" else encoding)
    lines = HEX.sub(lambda match: chr(int(match[1], 16)), text).replace("\r", "").split("\n")[1:]
    keys = "\n".join(lines).translate(DIGITS).split("\n")
    letters = (key.partition("/")[0].strip() for key in keys)
    return Patterns({key: line.strip() for key, line in zip(letters, lines, strict=True) if key})
