"""A document without its style says the same as the whole one."""

from dataclasses import replace

import pytest

from leaflets.api import open_files, open_project, plan
from leaflets.build.inputs import read_speech
from leaflets.build.overlay import Overlay
from leaflets.document.read import read_document, read_words
from leaflets.document.tree import Element, Style
from leaflets.errors import LayoutError

NUMBERED = b"""
sheet { counter-reset: part; }
h2 { counter-increment: part; }
h2::before { content: counter(part) ". "; }
"""


def undressed(node):
    if not isinstance(node, Element):
        return node
    return replace(node, style=Style(), marker=None, children=tuple(map(undressed, node.children)))


@pytest.mark.parametrize("name", ["trifold", "phone"])
@pytest.mark.parametrize("tag", ["en", "ur"])
def test_only_the_style_is_left_out(root, tag, name):
    files = open_files(root)
    (job,) = plan(open_project(files), languages=(tag,), formats=(name,))
    speech = read_speech(job, files)
    whole = read_document(job, files=files, speech=speech)
    words = read_words(job, files=files, speech=speech)
    assert words != whole
    assert words == replace(
        whole,
        panels=tuple(map(undressed, whole.panels)),
        flows=tuple(map(undressed, whole.flows)),
    )


def test_words_of_style_sheets_are_words_too(root):
    """Numbers before headings, for instance: who reads the text alone needs them as well."""
    below = open_files(root)
    path = "layouts/victims-rights/trifold.css"
    css = below.read(path) + NUMBERED
    (job,) = plan(open_project(below), languages=("en",), formats=("trifold",))
    found = read_words(job, files=Overlay(made={path: css}, below=below), speech=read_speech(job, below))
    headings = [one for flow in found.flows for one in flatten(flow) if one.name == "h2"]
    assert len(headings) > 5
    numbers = [one.children[0].children[0].text for one in headings]
    assert numbers == [f"{number}. " for number in range(1, len(headings) + 1)]


def test_what_is_wrong_with_style_sheets_that_write_is_told_once(root):
    below = open_files(root)
    path = "layouts/victims-rights/trifold.css"
    css = b'@import "nowhere.css";' + NUMBERED
    (job,) = plan(open_project(below), languages=("en",), formats=("trifold",))
    with pytest.raises(LayoutError) as told:
        read_words(job, files=Overlay(made={path: css}, below=below), speech=read_speech(job, below))
    assert [found.rule for found in told.value.diagnostics] == ["missing-style"]


def flatten(element):
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from flatten(child)
