"""What a layout says is printed, or it is told that it would not be."""

import pytest
from tests.document.conftest import SHEET

from leaflets.api import open_files, open_project, plan
from leaflets.build.inputs import read_speech
from leaflets.build.overlay import Overlay
from leaflets.document.plain_text import message_of
from leaflets.document.read import read_document
from leaflets.errors import InputError, LayoutError

WORDS = "{% trans %}Help{% endtrans %}"


def refused(shown, content, **more):
    with pytest.raises(InputError) as caught:
        shown(content, **more)
    return caught.value.diagnostics[0]


@pytest.mark.parametrize(
    "content",
    [
        WORDS,
        "12",
        f"<section>{WORDS}</section>",
        f"<section><strong>{WORDS}</strong></section>",
        "<section><autonym/></section>",
        f"<ul>{WORDS}<li>1</li></ul>",
        f"<ul><li>1<ul><li>{WORDS}</li></ul></li></ul>",
        f"<ul><li><p>{WORDS}</p></li></ul>",
        f"<p>1<section><p>{WORDS}</p></section></p>",
        '<p><img src="x.svg" alt=""/>1</p>',
        f"<table><p>{WORDS}</p></table>",
        f"<table><tr><td>1<p>{WORDS}</p></td></tr></table>",
        f"<p><br>{WORDS}</br></p>",
        f"<notice>{WORDS}</notice>",
        f'<lines count="3"><p>{WORDS}</p></lines>',
    ],
)
def test_what_would_not_be_printed_is_told(shown, content):
    told = refused(shown, content)
    assert (told.rule, told.place.line) == ("misplaced-element", 1 if content in (WORDS, "12") else 2)
    assert "would not be printed" in told.message
    assert told.help


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        (f"<p>{WORDS}</p> <p>{WORDS}</p>", "HelpHelp"),
        (f"\n<p>{WORDS}</p>\n<ul>\n<li>{WORDS}</li>\n</ul>\n", "Help•Help"),
        (f"\n{WORDS} <strong>{WORDS}</strong>\n", "Help Help"),
    ],
)
def test_a_cell_holds_words_or_blocks(shown, cell, printed):
    assert shown(f"<table><tr><td>{cell}</td></tr></table>")[1] == printed


def test_paragraphs_of_a_cell_are_lines_of_the_text_for_messengers(root):
    below = open_files(root / "tests/golden/project")
    cell = f"<table><tr><td><p>{WORDS}</p> <p>12</p></td><td>{WORDS} <strong>34</strong></td></tr></table>"
    files = Overlay(
        made={"layouts/sample/trifold.xml": SHEET.replace("{}", cell).encode()},
        below=below,
    )
    (job,) = plan(open_project(files), languages=("en",))
    document = read_document(job, files=files, speech=read_speech(job, files))
    assert message_of(document) == "Help\n12\nHelp 34\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} <strong>{WORDS}</strong>",
        f"<strong>{WORDS}</strong> {WORDS}",
        f"\n{WORDS}\n{WORDS}\n",
        f"<em>{WORDS}</em>\n<em>{WORDS}</em>",
    ],
)
def test_blanks_part_words_whatever_stands_around_them(shown, text):
    assert shown(f"<p>{text}</p>")[1] == "Help Help"


@pytest.mark.parametrize(
    "attributes",
    ['count=""', 'count="-1"', 'count="²"', 'count="99999999"', 'count="7" office="8"', 'count="7" turn="x"'],
)
def test_lines_that_cannot_be_ruled(shown, attributes):
    assert refused(shown, f"<lines {attributes}/>").rule == "bad-lines"


@pytest.mark.parametrize(
    "deep", ["{% set v %}WITHIN{% endset %}{{ _('a %(v)s', v=v) }}", "{% trans %}WITHIN{% endtrans %}"]
)
def test_elements_that_stand_too_deep_in_each_other(shown, deep):
    within = "<strong>" * 200 + "1" + "</strong>" * 200
    around = "<section>" * 200, "</section>" * 200
    told = refused(shown, f"{around[0]}<p>{deep.replace('WITHIN', within)}</p>{around[1]}")
    assert "more than 20 deep" in told.message


@pytest.mark.parametrize(
    "link", ['href="https://a.org/?a=1&amp;b=2"', "href='https://a.org/'", 'href="https://a.org/50%20b"']
)
def test_a_link_of_the_source_has_the_address_of_the_source(shown, link):
    assert shown(f"<p>{{% trans n=1 %}}<a {link}>Help {{{{ n }}}}</a>{{% endtrans %}}</p>")[1] == "Help 1"


@pytest.mark.parametrize(
    ("content", "rule"),
    [("<p>{{ phone('nobody') }}</p>", "unknown-contact"), ('\n<p lang="xx">1</p>', "unknown-language")],
)
def test_faults_of_what_has_no_place_of_its_own_are_told_at_the_element_above(shown, content, rule):
    told = refused(shown, content)
    assert (told.rule, told.place.line) == (rule, 2 + content.startswith("\n"))


def test_a_layout_without_a_sheet_is_told_with_its_place(root, tmp_path, shown, monkeypatch):
    monkeypatch.setattr("tests.document.conftest.SHEET", "<p>1</p>")
    with pytest.raises(LayoutError) as caught:
        shown("")
    (told,) = caught.value.diagnostics
    assert str(told.place) == "layouts/sample/trifold.xml:1"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('fit="8pt 10pt"', f'fit="8pt {"9" * 400}pt"'),
        ('<panel name="page"/>', '<panel name="page"><box edge="botom"><p>1</p></box></panel>'),
        ('panels="page"', 'panels=" "'),
        ('<panel name="page"/>', '<panel name="page" since="9"/>'),
    ],
)
def test_values_of_the_sheet(shown, monkeypatch, old, new):
    monkeypatch.setattr("tests.document.conftest.SHEET", SHEET.replace(old, new))
    assert refused(shown, "<p>1</p>").rule in ("bad-sheet", "bad-panels")
