"""A code of ISO 3166 -> whether it is a country, or a territory, with telephone numbers."""

from collections.abc import Mapping
from types import MappingProxyType

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "A": "CDEFGILMORSTUWXZ",
        "B": "ABDEFGHIJLMNOQRSTWYZ",
        "C": "ACDFGHIKLMNORUVWXYZ",
        "D": "EJKMOZ",
        "E": "CEGHRST",
        "F": "IJKMOR",
        "G": "ABDEFGHILMNPQRTUWY",
        "H": "KNRTU",
        "I": "DELMNOQRST",
        "J": "EMOP",
        "K": "EGHIMNPRWYZ",
        "L": "ABCIKRSTUVY",
        "M": "ACDEFGHKLMNOPQRSTUVWXYZ",
        "N": "ACEFGILOPRUZ",
        "O": "M",
        "P": "AEFGHKLMRSTWY",
        "Q": "A",
        "R": "EOSUW",
        "S": "ABCDEGHIJKLMNORSTVXYZ",
        "T": "ACDGHJKLMNORTVWZ",
        "U": "AGSYZ",
        "V": "ACEGINU",
        "W": "FS",
        "X": "K",
        "Y": "ET",
        "Z": "AMW",
    }
)
"""First letter -> second letters, of all countries that the library phonenumbers knows: it takes a tenth of a
second to load, and a test compares both."""


def is_country(code: str) -> bool:
    """`RS`, in capitals."""
    return len(code) == 2 and code[1] in LETTERS.get(code[0], "")
