"""A language to its letters and scripts, from CLDR's exemplar characters and its row of the table."""

import json
from dataclasses import dataclass
from functools import cache

from leaflets.language import Language
from leaflets.resources import data_path
from leaflets.text.ucd import general_category, script

SCRIPTS = {
    "Hans": ("Hani", "Bopo"),
    "Hant": ("Hani", "Bopo"),
    "Jpan": ("Hani", "Hira", "Kana"),
    "Kore": ("Hang", "Hani"),
}
"""Writing systems that are made of several scripts (ISO 15924, UAX #24)."""

COMMON = frozenset({"Zyyy", "Zinh", "Zzzz"})

TWINS = {
    "ş": "ș", "ţ": "ț",
    "ك": "ک", "ي": "ی", "ى": "ی", "ک": "ك", "ی": "ي", "ه": "ہ", "ہ": "ه", "ھ": "ه", "ە": "ه",
    "ы": "и", "э": "е", "ё": "е", "ъ": "’",
}  # fmt: skip
"""Letters that look like, or are typed for, a letter of another language: CLDR lists some of them as
letters of loan words, which in a leaflet they hardly are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The letters of a language; `own` is empty where there is no list."""

    own: frozenset[str]
    loans: frozenset[str]
    scripts: frozenset[str]

    @property
    def foreign_twins(self) -> frozenset[str]:
        """Letters of loan words whose twin is a letter of the language."""
        return frozenset(letter for letter in self.loans - self.own if TWINS.get(letter, "") in self.own)


@cache
def letters_of(language: Language) -> Letters:
    own, loans = _alphabets().get(language.tag, ("", ""))
    scripts = SCRIPTS.get(language.script, (language.script,))
    return Letters(own=frozenset(own), loans=frozenset(loans), scripts=frozenset(scripts))


@cache
def _alphabets() -> dict[str, tuple[str, str]]:
    """data/letters.json; tools/generate_letters.py makes it."""
    rows = json.loads(data_path("letters.json").read_text(encoding="utf-8"))
    return {tag: (own, loans) for tag, (own, loans) in rows.items()}


@cache
def is_letter(character: str) -> bool:
    return general_category(character).startswith("L")


@cache
def letter_script(character: str) -> str:
    """The script of a letter; common for everything else."""
    return script(character) if is_letter(character) else "Zyyy"


def letter_scripts(characters: frozenset[str]) -> frozenset[str]:
    """The scripts of all letters among these characters."""
    return frozenset(map(letter_script, characters)) - COMMON
