"""What strangers write into a catalog reaches no page unseen, and stops one text at most."""

import re

import pytest

from leaflets.api import open_files, open_project, plan
from leaflets.build.inputs import read_speech
from leaflets.build.overlay import Overlay
from leaflets.catalog.message import MOST_LETTERS
from leaflets.document.read import read_words
from leaflets.errors import CatalogError, InputError, LayoutError

CATALOG = "locales/ar/LC_MESSAGES/victims-rights.po"


@pytest.fixture
def say(root):
    """Reads the words of a leaflet whose first text is this one, which stands in line `say.line`."""
    below = open_files(root)
    (job,) = plan(open_project(below), languages=("ar",), formats=("trifold",))
    catalog = below.read(CATALOG).decode()
    found = re.search(r'(?m)^msgid "[^"\n%<]+"\nmsgstr (".+")$', catalog)
    assert found

    def read(text):
        changed = f'{catalog[: found.start(1)]}"{text}"{catalog[found.end(1) :]}'
        files = Overlay(made={CATALOG: changed.encode()}, below=below)
        return read_words(job, files=files, speech=read_speech(job, files))

    read.line = catalog.count("\n", 0, found.start(1)) + 1
    return read


def refusal(say, text):
    with pytest.raises(CatalogError) as caught:
        say(text)
    (one,) = caught.value.diagnostics
    assert str(one.place) == f"{CATALOG}:{say.line}"
    assert one.help
    return one


@pytest.mark.parametrize(
    "text",
    [
        "&#xFDD0;0&#xFDD1;",
        "&#xFDD0;num&#xFDD1;",
        "&#64976;x",
        "&#xFFFD;x",
        "&#x0000E000;x",
        "x&#x202E;y",
        "&#x2067;x&#x2069;",
        "x&#xE0041;y",
        "x&#x206A;y",
    ],
)
def test_references_hide_nothing(say, text):
    """U+FDD0 and U+FDD1 mark texts and placeholders while a layout is rendered."""
    one = refusal(say, text)
    assert one.rule == "hidden-character"
    assert "stands for U+" in one.message


@pytest.mark.parametrize("text", ["&#xD800;x", "&#1114112;x", "&#" + "9" * 5000 + ";"])
def test_references_to_nothing(say, text):
    assert refusal(say, text).rule in ("hidden-character", "broken-markup")


@pytest.mark.parametrize(
    "text", [r"\357\267\2200\357\267\221", r"\363\240\201\201", r"\x07", r"\355\240\200"]
)
def test_escapes_hide_nothing(say, text):
    with pytest.raises(InputError) as caught:
        say(text)
    assert caught.value.diagnostics[0].place.line == say.line


@pytest.mark.parametrize("text", ["x<?x?>", "x<!-- y -->"])
def test_what_is_no_element_is_named_as_it_is_written(say, text):
    one = refusal(say, text)
    assert one.rule == "markup-not-allowed"
    assert one.message.startswith(("<?…?> is", "<!-- … --> is"))


def test_the_longest_text(say):
    say("م" * MOST_LETTERS)
    assert refusal(say, "م" * (MOST_LETTERS + 1)).rule == "text-too-long"
    assert refusal(say, "&amp;" * (MOST_LETTERS // 5 + 1)).rule == "text-too-long"


def test_a_text_of_the_layout_is_not_longer_either(root):
    below = open_files(root)
    (job,) = plan(open_project(below), languages=("en",), formats=("trifold",))
    path = "layouts/victims-rights/content.xml"
    layout = below.read(path).replace(b"{% trans %}", b"{% trans %}" + b"x" * MOST_LETTERS, 1)
    files = Overlay(made={path: layout}, below=below)
    with pytest.raises(LayoutError) as caught:
        read_words(job, files=files, speech=read_speech(job, files))
    (one,) = caught.value.diagnostics
    assert (one.rule, one.place.file) == ("text-too-long", path)
