"""Pseudo-translations are longer, keep what is not language, and every message has one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.api import open_files, open_project, plan
from leaflets.build.inputs import read_speech
from leaflets.catalog.pseudo import ACCENTED, PSEUDO, RIGHT_TO_LEFT, pseudo_text
from leaflets.errors import ConfigError
from leaflets.project import State

TEXT = "Call the police: <strong>%(number)s</strong>. 100%% free &amp; safe."


@pytest.mark.parametrize("tag", PSEUDO)
def test_markup_placeholders_and_entities_stay(tag):
    found = re.findall(r"<[^>]*>|%\(\w+\)s|%%|&\w+;", pseudo_text(TEXT, tag=tag))
    assert found == ["<strong>", "%(number)s", "</strong>", "%%", "&amp;"]


@given(st.text(alphabet="abcdefgh ABC.", min_size=6, max_size=200))
def test_the_accented_one_is_a_third_longer_and_between_brackets(text):
    made = pseudo_text(text, tag=ACCENTED)
    assert (made[0], made[-1]) == ("[", "]")
    assert 1.15 * len(text) < len(made) <= 1.36 * len(text) + 2


def test_the_other_one_is_in_arabic_letters():
    made = pseudo_text("Your rights?", tag=RIGHT_TO_LEFT)
    assert all("\u0600" <= letter <= "\u06ff" or letter == " " for letter in made)


def test_they_are_built_when_asked_for_and_are_never_released(root):
    files = open_files(root)
    project = open_project(files)
    jobs = plan(project, languages=PSEUDO)
    assert {job.tag for job in jobs} == set(PSEUDO)
    assert {job.state for job in jobs} == {State.DRAFT}
    assert not {job.tag for job in plan(project)} & set(PSEUDO)
    catalog = read_speech(jobs[0], files).leaflet[ACCENTED]
    assert catalog.find("anything", context="x").texts == ("[áñýťĥíñĝ]",)


def test_other_pseudo_languages_are_not_known(root):
    with pytest.raises(ConfigError):
        plan(open_project(open_files(root)), languages=["xx-XA"])
