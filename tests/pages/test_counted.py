"""Numbers of lists and headings on the page: in digits of the language, at the inline start, read aloud."""

import pytest

from leaflets.errors import LayoutError
from leaflets.pages.page import Glyphs

WORDS = ("First", "In danger?", "Two")
"""Of the small project, with their Arabic."""
LIST = "<ol>" + "".join(f"<li>{{% trans %}}{word}{{% endtrans %}}</li>" for word in WORDS) + "</ol>"
HEAD = "<h2>{% trans %}In danger?{% endtrans %}</h2>"

ARABIC_DIGITS = (
    (
        "[print]",
        '[language.ar]\nscript = "Arab"\nautonym = "العربية"\nenglish = "Arabic"\ndigits = "arab"\n\n[print]',
    ),
)


def sheet(content):
    return (
        '<sheet size="A6" fold="none" fit="10pt 10pt"><panel name="page"/>'
        f'<flow panels="page">{content}</flow></sheet>'
    )


def marks(laid):
    """What hangs before each item of a list: beyond the words of its line, at the inline start."""
    tags, found = laid.pages.tags, {}
    for item in laid.pages.pages[0].items:
        if isinstance(item, Glyphs):
            line = found.setdefault(round(item.y, 1), {"Lbl": [], "LBody": []})
            line.get(next(r for r in _above(tags, item.tag) if r in ("Lbl", "LBody", "Document")), []).append(
                item
            )
    sign = -1 if laid.document.language.is_rtl else 1
    for line in found.values():
        assert all(sign * a.x < sign * b.x for a in line["Lbl"] for b in line["LBody"])
    return [
        "".join(i.run.text for i in sorted(n["Lbl"], key=lambda i: i.run.start))
        for n in found.values()
        if n["LBody"]
    ]


def _above(tags, index):
    while index is not None:
        yield tags[index].role
        index = tags[index].parent


@pytest.mark.parametrize(
    ("style", "tag", "numbers"),
    [
        ("", "en", ("1.", "2.", "3.")),
        ("", "ar", ("١.", "٢.", "٣.")),
        ("ol { list-style-type: lower-alpha; }", "en", ("a.", "b.", "c.")),
        ("ol { list-style-type: lower-alpha; }", "ar", ("١.", "٢.", "٣.")),
        ("ol { list-style-type: disc; }", "en", ("•", "•", "•")),
        ("ol { list-style-type: '–'; }", "ar", ("–", "–", "–")),
        ("ol { list-style-type: none; }", "en", ("", "", "")),
        ("li::marker { content: counter(list-item) ')'; }", "en", ("1)", "2)", "3)")),
        ("li::marker { content: none; }", "en", ("", "", "")),
        ("ol { counter-reset: list-item 4; }", "en", ("5.", "6.", "7.")),
        ("li { counter-increment: list-item 2; }", "en", ("2.", "4.", "6.")),
        ("li::marker { content: counter(list-item, upper-roman); }", "en", ("I", "II", "III")),
    ],
)
def test_lists(lay, style, tag, numbers):
    laid = lay(sheet(LIST), style, tag=tag, settings=ARABIC_DIGITS)
    assert marks(laid) == list(numbers)
    assert [found.role for found in laid.pages.tags].count("Lbl") == sum(map(bool, numbers))


@pytest.mark.parametrize(("tag", "digits"), [("en", "123"), ("ar", "١٢٣")])
def test_headings(lay, tag, digits):
    """Lists begin anew each time; a heading and its number are one text for who hears it, and a bookmark."""
    style = "h2 { counter-increment: step; } h2::before { content: counter(step) '. '; font-weight: 400; }"
    laid = lay(sheet((HEAD + LIST) * 2), style, tag=tag, settings=ARABIC_DIGITS)
    assert marks(laid) == [f"{digit}." for digit in digits] * 2
    titles = [mark.title for mark in laid.pages.pages[0].bookmarks]
    assert [title.partition(" ")[0] for title in titles] == [f"{digits[0]}.", f"{digits[1]}."]
    (first, *_) = [item for item in laid.pages.pages[0].items if isinstance(item, Glyphs)]
    inline = [i for i in laid.pages.pages[0].items if isinstance(i, Glyphs) and i.y == first.y]
    edge = (max if tag == "ar" else min)(inline, key=lambda item: item.x)
    assert digits[0] in edge.run.text


def test_digits_are_those_that_the_project_sets(lay):
    assert marks(lay(sheet(LIST), tag="ar")) == ["1.", "2.", "3."]


def test_a_mark_has_a_style_of_its_own(lay):
    style = "li::marker { content: counter(list-item); font-size: 2em; font-weight: bold; color: muted; }"
    laid = lay(sheet(LIST), style)
    found = [i for i in laid.pages.pages[0].items if isinstance(i, Glyphs) and i.run.text in "123"]
    assert {(round(item.size * item.run.size), item.run.color.name) for item in found} == {(20, "muted")}


@pytest.mark.parametrize(("reset", "numbers"), [("", "11"), ("leaflet { counter-reset: step; }", "12")])
def test_numbers_go_through_the_flows_in_their_order(lay, reset, numbers):
    """Of a counter that begins above them; else each flow has its own (CSS Lists 3, 4.4)."""
    flows = f'<flow panels="one">{HEAD}</flow><flow panels="two">{HEAD}</flow>'
    panels = '<panel name="one"/><panel name="two"/>'
    style = reset + "h2 { counter-increment: step; } h2::before { content: counter(step); }"
    laid = lay(f'<sheet size="A6" fold="none" fit="10pt 10pt">{panels}{flows}</sheet>', style)
    titles = [mark.title for page in laid.pages.pages for mark in page.bookmarks]
    assert titles == [f"{number}In danger?" for number in numbers]


def test_words_are_written_into_paragraphs_only(lay):
    layout = sheet("<section><p>{% trans %}First{% endtrans %}</p></section>")
    with pytest.raises(LayoutError) as error:
        lay(layout, "section::before { content: '1'; }")
    (fault,) = error.value.diagnostics
    assert (fault.rule, str(fault.place)) == ("misplaced-content", "layouts/sample/trifold.xml:1")


def test_marks_print_in_black_too(lay):
    with pytest.raises(LayoutError) as error:
        lay(sheet(LIST), "li::marker {\n color: accent; }")
    (fault,) = error.value.diagnostics
    assert (fault.rule, fault.place.line) == ("colored-text", 2)
