"""Serbian in two scripts is one text: what differs is the script, letter by letter.

Cyrillic to Latin is unambiguous (Pravopis srpskoga jezika: thirty letters, three of them written with two).
"""

import re

import pytest

from leaflets.catalog.po import read_catalog
from leaflets.files import Disk

CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š"
PAIRS = dict(zip(CYRILLIC, LATIN.split(), strict=True))

MARKUP = re.compile(r"<[^>]*>|%\(\w+\)s")


def latin(text):
    """A Cyrillic text in Latin letters; a capital digraph is written with one capital, as in words."""
    return "".join(_letter(character) for character in text)


def _letter(character):
    found = PAIRS.get(character.lower(), character)
    return found.capitalize() if character.isupper() and character.lower() in PAIRS else found


def pairs(root, domain, base="locales"):
    files = Disk((root,))
    both = [
        read_catalog(files, f"{base}/{folder}/LC_MESSAGES/{domain}.po", tag=tag)
        for folder, tag in (("sr", "sr"), ("sr_Latn", "sr-Latn"))
    ]
    cyrillic, in_latin = ({(m.context, m.msgid): m.texts for m in one.messages} for one in both)
    assert cyrillic.keys() == in_latin.keys()
    return [
        (key, text, other)
        for key in cyrillic
        for text, other in zip(cyrillic[key], in_latin[key], strict=True)
    ]


@pytest.mark.parametrize(
    ("domain", "base"),
    [
        ("victims-rights", "locales"),
        ("leaflets", "src/leaflets/data/locales"),
        ("site", "src/leaflets/data/locales"),
        ("ticket", "src/leaflets/data/locales"),
    ],
)
def test_both_scripts_say_the_same(root, domain, base):
    for (_context, msgid), text, other in pairs(root, domain, base):
        assert latin(text) == other, msgid


def test_each_is_in_its_own_script(root):
    for _key, text, other in pairs(root, "victims-rights"):
        assert not re.search("[A-Za-z]", MARKUP.sub("", text).replace("ASTRA", "")), text
        assert not re.search("[Ѐ-ӿ]", other), other


@pytest.mark.parametrize(
    ("cyrillic", "expected"),
    [
        ("Њихова", "Njihova"),
        ("џеп љубав", "džep ljubav"),
        ("Ђорђе", "Đorđe"),
        ("192. %(number)s", "192. %(number)s"),
    ],
)
def test_letters(cyrillic, expected):
    assert latin(cyrillic) == expected
