"""The glossary: every language of the leaflet has every term, with its origin, in its own script."""

import tomllib
import unicodedata

import pytest

from leaflets.api import open_files, open_project

TERMS = (
    "trafficking in human beings",
    "victim",
    "recovery and reflection period",
    "temporary residence permit",
    "compensation",
    "free legal aid",
    "especially vulnerable witness",
    "centre for social work",
)


@pytest.fixture(scope="module")
def glossary(root):
    return tomllib.loads((root / "locales/glossary.toml").read_text(encoding="utf-8"))["term"]


def test_every_language_has_every_term_once(root, glossary):
    (leaflet,) = open_project(open_files(root)).leaflets
    wanted = {(language.tag, term) for language in leaflet.languages for term in TERMS}
    found = [(row["language"], row["source"]) for row in glossary]
    assert len(found) == len(set(found))
    assert {pair for pair in wanted if pair[0] != leaflet.source.tag} <= set(found)


def test_every_term_says_where_it_comes_from(glossary):
    for row in glossary:
        assert row.keys() == {"source", "language", "target", "origin"}
        assert row["target"] == row["target"].strip() == unicodedata.normalize("NFC", row["target"]) != ""
        assert len(row["origin"]) > 10, row
