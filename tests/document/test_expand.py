"""The leaflet's own elements in a real document: what a reader is told of a contact, and a phrase to say."""

import pytest

from leaflets.api import lay_out, open_files, open_project, plan
from leaflets.document.contact import NOT_KNOWN


def texts(laid, css):
    def walk(element):
        for child in element.children:
            if hasattr(child, "children"):
                if css in child.attributes.get("class", "").split():
                    yield child
                yield from walk(child)

    return [found for flow in laid.document.flows for found in walk(flow)]


def test_what_is_not_known_of_a_contact_is_said(laid_out):
    _, laid = laid_out("en")
    said = [message.text for message in laid.document.messages]
    assert said.count("Languages, hours, cost: not known") == 3
    assert said.count("Languages: not known") == 1  # its hours and its cost are known


def test_what_is_not_known_stands_on_one_line(laid_out):
    """In no language does a line say "cost: no", and the next one "t known"."""
    for tag in ("sr", "ro", "hu", "hi", "ur", "fr", "zh-Hans", "am", "so"):
        _, laid = laid_out(tag)
        for note in texts(laid, "contact-note"):
            whole = [child for child in note.children if getattr(child, "name", "") == "span"]
            kept = [child.children[0].text for child in whole if child.attributes["class"] == "whole"]
            assert len(kept) == 1
            assert (
                "".join(child.text for child in note.children if hasattr(child, "text")).count(kept[0]) == 0
            )


@pytest.mark.parametrize("known", [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)])
def test_every_gap_has_its_words(known):
    languages, hours, cost = (not one for one in known)
    said = NOT_KNOWN.get((languages, hours, cost), "")
    words = said.lower()
    assert ("languages" in words, "hours" in words, "cost" in words) == (languages, hours, cost)
    assert said.endswith(": not known") is any((languages, hours, cost))


def test_a_phrase_is_of_the_language_that_it_is_said_in(laid_out):
    _, laid = laid_out("ar")
    (said,) = texts(laid, "said")
    assert said.language.tag == "ar"
    assert {child.language.tag for child in said.children} == {"sr-Latn"}


def test_a_phrase_is_left_out_where_its_language_is_spoken(laid_out):
    for tag in ("sr", "sr-Latn", "bs"):
        assert texts(laid_out(tag)[1], "said") == []


def test_the_month_of_the_edition_is_in_the_language(laid_out):
    for tag, month in (("en", "November\u00a02026"),):
        assert any(month in message.text for message in laid_out(tag)[1].document.messages)


def test_a_phrase_reads_in_its_own_direction(laid_out):
    """Its full stop stands behind it, also where all around is read from the right."""
    _, laid = laid_out("ar")
    shown = [
        item for page in laid.pages.pages for item in page.items if getattr(item, "run", None) is not None
    ]
    (word,) = [item for item in shown if "Treba mi" in item.run.text]
    line = sorted((item for item in shown if item.y == word.y and item.x >= word.x), key=lambda item: item.x)
    assert "".join(item.run.text for item in line).startswith("Treba mi pomoć.")
    assert {item.run.level % 2 for item in line[:2]} == {0}


def test_a_notice_in_english_instead_of_another_language_is_said_once(root):
    files = open_files(root / "docs/specimens/project")
    job = next(job for job in plan(open_project(files)) if job.tag == "chr")
    laid = lay_out(job, files)
    (notice,) = [text for panel in laid.document.panels for text in lines_of(panel) if "notice" in text[0]]
    assert notice == ("notice", "en")
    told = [message.state for message in laid.document.messages if message.text.startswith("Draft.")]
    assert told == ["untranslated", "source"]


def lines_of(panel):
    return [
        (line.attributes.get("class", ""), line.language.tag)
        for box in panel.children
        for line in box.children
        if hasattr(line, "children")
    ]
