"""Texts to words and addresses."""

import re
from functools import lru_cache

from leaflets.text import numbers

WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
ADDRESS = re.compile(
    rf"(?<![{numbers.WORD}])(?<![{numbers.WORD}][.-])(?:https?://)?"
    rf"(?:[{numbers.WORD}][{numbers.WORD}-]{{0,62}}\.){{1,10}}[{numbers.LETTER}]{{2,}}(?:/[^\s<>\"”»]*)?",
    re.IGNORECASE,
)
DOT = re.compile(r"(?<=\w)\.(?=\w)")
EMAIL = re.compile(numbers.EMAIL)
"""Each begins where a word does, so that a very long text is looked through once. Chinese, Japanese, Thai and
Korean need no blank beside them, and Hebrew and Arabic none before."""

ENDINGS = frozenset(
    {
        "rs", "org", "com", "net", "info", "eu", "int", "gov", "edu", "me", "ba",
        "hr", "mk", "al", "bg", "ro", "hu", "sk", "uk", "de", "fr", "it",
        "es", "ru", "ua", "tr", "cn", "vn", "in", "np", "bd", "pk", "ir",
        "af", "sy", "iq", "eg", "so", "et", "help",
    }
)  # fmt: skip
"""Last labels of addresses; anything else with a dot is an abbreviation."""


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(word.lower() for word in WORD.findall(text))


def is_address(text: str) -> bool:
    return host(text).rpartition(".")[2] in ENDINGS


def host(address: str) -> str:
    """`astra.rs` of `https://www.astra.rs/sr`."""
    rest = address.partition("://")[2] or address
    return rest.partition("/")[0].lower().removeprefix("www.")


@lru_cache(maxsize=4096)
def addresses(text: str) -> tuple[str, ...]:
    """Addresses of the web, as written, without marks that end the sentence."""
    if not DOT.search(text):
        return ()
    plain = EMAIL.sub(" ", text)
    found = (match[0].rstrip(".,;:!?") for match in ADDRESS.finditer(plain))
    return tuple(address for address in found if is_address(address))


@lru_cache(maxsize=4096)
def emails(text: str) -> tuple[str, ...]:
    return tuple(EMAIL.findall(text)) if "@" in text else ()
