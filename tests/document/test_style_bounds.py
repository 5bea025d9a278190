"""Values that would make a leaflet unreadable are refused, each where it is declared."""

import pytest

from leaflets.api import open_files, open_project, plan
from leaflets.build.inputs import read_speech
from leaflets.build.overlay import Overlay
from leaflets.document.read import read_document
from leaflets.errors import InputError

STYLE = "layouts/victims-rights/trifold.css"


@pytest.fixture
def read(root):
    """The trifold with more rules at the end of its style sheet, the first of them in line `read.line`."""
    below = open_files(root)
    (job,) = plan(open_project(below), languages=("en",), formats=("trifold",))
    css, speech = below.read(STYLE), read_speech(job, below)

    def document(rules):
        files = Overlay(made={STYLE: css + rules.encode()}, below=below)
        return read_document(job, files=files, speech=speech)

    document.line = css.count(b"\n") + 1
    return document


def refusals(read, rules):
    with pytest.raises(InputError) as caught:
        read(rules)
    assert all(one.help for one in caught.value.diagnostics)
    return caught.value.diagnostics


@pytest.mark.parametrize("rules", [" ".join("*" * 3000), "~".join("*" * 3000)], ids=["within", "after"])
def test_a_selector_of_thousands_of_parts(read, rules):
    (one,) = refusals(read, f"{rules} {{ margin: 0 }}")
    assert one.rule == "bad-selector"
    assert str(one.place) == f"{STYLE}:{read.line}"
    read(", ".join(["p"] * 200) + " { margin: 0 }")


def test_a_style_sheet_that_is_none(read):
    (one,) = refusals(read, "p { margin: 0 }\n" * 20_000)
    assert one.place.file == STYLE
    assert "characters" in one.message


@pytest.mark.parametrize(
    "value",
    [
        *("padding: -3mm", "padding: 1mm -8mm", "padding-block-start: -1em", "padding: 1e999mm"),
        *("margin: 1e999mm", "margin: -1e999mm", "margin-block: 3m", "margin: 2001mm", "margin: 201em"),
        *("border: -5pt accent", "border: 1e5pt accent", "border: 1e999pt accent", "border: 11mm accent"),
        *(
            "column-gap: -1mm",
            "column-gap: 1e999mm",
            "width: -1mm",
            "width: 0",
            "width: 0mm",
            "width: 1e999mm",
        ),
        *("height: -1mm", "height: 0", "height: 1e999mm", "font-size: 0", "font-size: 0em", "font-size: 0%"),
        *("font-size: -5pt", "font-size: -1em", "font-size: -80%", "font-size: 1e999pt", "font-size: 1e999%"),
        *("line-height: 0", "line-height: 1e999", "font-weight: 1e999"),
        *(r'list-style-type: "\202e"', r'list-style-type: "\fdd0 "', rf'list-style-type: "{"–" * 61}"'),
    ],
)
def test_values_out_of_bounds(read, value):
    (one,) = refusals(read, f"p {{ {value} }}")
    assert one.rule == "bad-value"
    assert str(one.place) == f"{STYLE}:{read.line}:5"


@pytest.mark.parametrize(
    "written",
    [r"\202e", r"\2067", r"\d800", r"\0", r"\110000", r"\fdd0 0\fdd1 ", r"\e000", r"\a", r"\336", r"\200b"],
)
def test_what_is_written_by_styles_can_be_seen(read, written):
    (one,) = refusals(read, f'p::before {{ content: "{written}" }}')
    assert one.rule == "bad-value"
    assert str(one.place) == f"{STYLE}:{read.line}:13"


@pytest.mark.parametrize(
    "rules",
    [
        "p { margin: -4mm 2000mm; padding: 0 200em; border: 10mm accent; column-gap: 0 }",
        "p { font-size: 5pt }",
        "p { font-size: 0.5em }",
        'p::before { content: "– 1\\a0 " }',
        "p:not(:not(:not(.x))) { color: ink }",
    ],
)
def test_what_is_sound_stays(read, rules):
    read(rules)


@pytest.mark.parametrize(
    ("rules", "size"),
    [
        ("p { font-size: 4.9pt }", "4.9 pt"),
        ("p { font-size: 0.01pt }", "0.01 pt"),
        ("flow { font-size: 0.6em }\np { font-size: 0.6em }", "3.6 pt"),
        ("flow { font-size: 150em }\np { font-size: 150em }", "2.25e+05 pt"),
    ],
)
def test_type_that_cannot_be_read(read, rules, size):
    """Also where sizes of elements within each other make it so."""
    found = refusals(read, rules)
    assert {one.rule for one in found} == {"illegible-type"}
    last = read.line + rules.count("\n")
    assert [one.message for one in found if one.place.line == last] == [
        f"type of {size} is " + ("larger than any sheet" if "e+" in size else "too small to be read")
    ]


@pytest.mark.parametrize(
    "rules",
    [
        ":not(" * 2000 + "p" + ")" * 2000 + " { color: ink }",
        "p { width: " + "(" * 2000 + ")" * 2000 + " }",
        "@media " + "[" * 2000 + "]" * 2000 + " { }",
        "@page { size: " + "f(" * 2000 + ")" * 2000 + " }",
    ],
)
def test_what_is_nested_too_deep(read, rules):
    (one,) = refusals(read, rules)
    assert one.rule == "bad-css"
    assert one.place.line == read.line


def test_a_number_that_no_reader_takes(read):
    found = refusals(read, "p { font-weight: " + "9" * 5000 + " }")
    assert found[0].rule == "bad-css"
    assert found[0].place.line == read.line


def test_words_grow_with_their_paragraph(read):
    """What is set at one scale would else be set at none, and vanish."""
    rules = "p::before { content: '–'; font-size: 12pt }"
    read("p { font-size: 12pt }\n" + rules.replace("12pt", "1.1em"))
    found = refusals(read, rules)
    assert {one.rule for one in found} == {"uneven-type"}
    assert found[0].place.line == read.line
