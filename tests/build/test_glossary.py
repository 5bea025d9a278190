"""locales/glossary.toml is read in one way, by checks and for the parcels of translators."""

import zipfile

import pytest

from leaflets.api import open_files
from leaflets.build.glossary import GLOSSARY, read_glossary
from leaflets.errors import ConfigError

TERM = '[[term]]\nsource = "victim"\nlanguage = "{}"\ntarget = "žrtva"\norigin = "a test"\n'


@pytest.mark.parametrize("tag", ["sr-Latn", "sr_Latn", "sr@latin", "SR-latn"])
def test_a_language_is_known_in_any_spelling(small, tag):
    (small / GLOSSARY).write_text(TERM.format(tag), encoding="utf-8")
    (term,) = read_glossary(open_files(small))
    assert (term.language, term.wanted, term.origin) == ("sr-Latn", ("žrtva",), "a test")


def test_a_language_that_nobody_knows_is_told_with_its_line(small):
    (small / GLOSSARY).write_text(TERM.format("sr") + TERM.format("sb"), encoding="utf-8")
    with pytest.raises(ConfigError, match="sb") as caught:
        read_glossary(open_files(small))
    assert caught.value.diagnostics[0].place.line == 8


def test_a_term_of_any_spelling_is_checked_and_packed(small, told):
    (small / GLOSSARY).write_text(TERM.format("sr_Cyrl").replace("victim", "rights"), encoding="utf-8")
    assert "[term]" in told("check", "sr", "--no-pages")[1]
    assert told("pack", "sr", "--for", "translator", "--to", "out")[0] == 0
    (parcel,) = (small / "out").glob("*.zip")
    with zipfile.ZipFile(parcel) as found:
        (name,) = (name for name in found.namelist() if name.endswith("/glossary.txt"))
        assert found.read(name).decode() == "rights = žrtva\n    a test\n"
