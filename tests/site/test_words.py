"""The site's own words: what is not translated stands in, and says in which language."""

import subprocess
import sys

import pytest

from leaflets.build.inputs import toolkit_catalog
from leaflets.catalog.message import Catalog, Message
from leaflets.site.naming import FORMATS, PROFILES, named, purpose, sheet, size
from leaflets.site.words import Both, Words, fills_alike


def catalog(tag, **texts):
    return Catalog(tag=tag, file="x.po", messages=tuple(message(old, new) for old, new in texts.items()))


def message(msgid, text):
    return Message(
        context=None, msgid=msgid, plural=None, texts=(text,), fuzzy=False, flags=(), comments=(),
        remarks=(), references=(), line=1, text_line=1,
    )  # fmt: skip


@pytest.fixture
def words(known):
    def speak(tag, *catalogs):
        return Words(language=known[tag], catalogs=catalogs, english=known["en"])

    return speak


def test_a_translation_is_escaped(words):
    assert words("ar", catalog("ar", Languages="<b>&")).gettext("Languages") == "&lt;b&gt;&amp;"


def test_what_is_missing_stands_in_with_its_language(words):
    speak = words("ar", catalog("ar", Other="x"))
    assert speak.gettext("Languages") == '<span lang="en" dir="ltr">Languages</span>'
    assert (speak.plain("Languages"), speak.tag("Languages")) == ("Languages", "en")


def test_a_language_without_a_catalog(words):
    assert 'lang="en"' in words("ti").gettext("Languages")
    assert words("en").gettext("Languages") == "Languages"


def test_words_of_paper_are_used_where_the_site_has_none(words, known):
    shared = toolkit_catalog(known["sr"], "leaflets")
    speak = words("sr", catalog("sr", Other="x"), shared)
    assert speak.tag("Draft. Not verified. Do not hand out.") == "sr"


def test_of_two_languages_each_says_which_it_is(words):
    """Also where the second has no words of its own, and English stands in."""
    both = Both(
        first=words("fr", catalog("fr", Languages="Langues")), second=words("sr", catalog("sr", A="x"))
    )
    assert both.gettext("Languages") == 'Langues <span class="two" lang="en" dir="ltr">Languages</span>'
    assert (
        both.gettext("A")
        == '<span lang="en" dir="ltr">A</span> <span class="two" lang="sr" dir="ltr">x</span>'
    )


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Izdanje: %(edition)s", True),
        ("Izdanje", False),
        ("%(edition)s %(edition)s", False),
        ("Izdanje: %(izdanje)s", False),
        ("100 % %(edition)s", False),
        ("%s", False),
    ],
)
def test_a_translation_that_cannot_be_filled_is_not_used(words, text, same):
    msgid = "Edition: %(edition)s"
    assert fills_alike(msgid, text) is same
    speak = words("sr-Latn", catalog("sr-Latn", **{msgid: text}))
    assert speak.gettext(msgid) % {"edition": "2026"}
    assert speak.tag(msgid) == ("sr-Latn" if same else "en")


def test_every_format_and_profile_of_the_repository_has_a_name(project):
    assert set(project.leaflets[0].formats) <= set(FORMATS)
    assert {"print", "print-pages", "screen", "office", "office-one-sided"} <= set(PROFILES)


def test_a_projects_own_format_is_called_by_its_name():
    assert (named("door-hanger"), purpose("laser")) == ("Door hanger", "laser")


def test_sizes_as_people_say_them():
    assert [size(n) for n in (1, 310_400, 999_499, 999_500, 2_440_000)] == [
        "1 kB", "310 kB", "999 kB", "1.0 MB", "2.4 MB",
    ]  # fmt: skip
    assert [sheet(*pair) for pair in ((210, 297), (297, 210), (420, 297), (85, 55), (216, 279))] == [
        "A4", "A4", "A3", "85 × 55 mm", "Letter",
    ]  # fmt: skip


def test_the_template_for_translators_is_up_to_date(root):
    """Every message of the pages is in site.pot, with its note."""
    told = subprocess.run(
        [sys.executable, "tools/extract_site.py", "--check"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.strip() == "unchanged"
