"""Every language of the table can be set: its fonts have all letters and marks that CLDR knows of it."""

import unicodedata

import pytest

from leaflets.config.language_letters import language_letters
from leaflets.config.languages import shipped_languages
from leaflets.fonts.coverage import missing
from leaflets.text import ucd

LANGUAGES = [pytest.param(language, id=language.tag) for language in shipped_languages()]


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_families_of_a_language_have_all_of_its_characters(language, weight, library):
    letters = language_letters(language.tag)
    assert letters is not None
    faces = [library.face(family, weight=weight) for family in language.families]
    lacking = [set(missing(face, letters.all)) for face in faces]
    assert set.intersection(*lacking) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_letters_of_a_language_are_in_one_family(language, library):
    """A word must not change its face between two letters."""
    letters = "".join(c for c in language_letters(language.tag).letters if unicodedata.category(c)[0] == "L")
    scripts = {ucd.script(letter) for letter in letters} - {"Zyyy", "Zinh"}
    for script in scripts:
        own = "".join(letter for letter in letters if ucd.script(letter) == script)
        families = [library.face(family) for family in language.families]
        assert any(not missing(face, own) for face in families), script


@pytest.mark.parametrize("language", LANGUAGES)
def test_latin_comes_from_the_last_family(language, library):
    latin = library.family(language.families[-1])
    assert "Latn" in latin.scripts
    assert missing(library.face(latin.id), "0123456789.,:;!?()-–—'\"…@/+&%•") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_family_is_made_for_the_script(language, library):
    assert language.script in library.family(language.families[0]).scripts
