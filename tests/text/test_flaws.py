"""What a reader would see wrong although the face has every character: told with its text."""

import pytest


def test_a_mark_without_a_letter_gets_a_circle(paragraph):
    (flaw,) = paragraph("नि ि", language="hi").flaws
    assert (flaw.kind, flaw.text, flaw.language) == ("dotted-circle", "ि", "hi")


def test_a_circle_that_was_typed_is_none(paragraph):
    assert paragraph("◌ि", language="hi").flaws == ()


@pytest.mark.parametrize("text", ["a\u200bb", "a\u2060b", "soft\u00adly", "ab\u034fc", "می\u200cآید"])
def test_invisible_characters_that_are_not_shown_are_no_flaw(paragraph, text):
    made = paragraph(text, language="fa" if "می" in text else "en")
    assert made.flaws == ()
    assert made.missing == ()


def test_an_invisible_character_that_takes_room_is_told(paragraph):
    (flaw,) = paragraph("가\u3164나", language="ko").flaws
    assert (flaw.kind, flaw.text) == ("visible-ignorable", "\u3164")


@pytest.mark.parametrize(
    ("text", "word"), [("کا پاڵو سے", "پاڵ"), ("کا ڵ", ""), ("دن 24 (ASTRA) «ہے» право", "")]
)
def test_a_word_in_two_typefaces_is_told(paragraph, text, word):
    """Noto Nastaliq Urdu has no ڵ, and naskh takes its place; digits are Noto Sans' by design."""
    made = paragraph(text, language="ur")
    assert [(flaw.kind, flaw.text) for flaw in made.flaws] == ([("mixed-faces", word)] if word else [])


@pytest.mark.parametrize(("marks", "kinds"), [(30, []), (31, ["heaped-marks"]), (5000, ["heaped-marks"])])
def test_a_heap_of_marks_is_told(paragraph, marks, kinds):
    assert [flaw.kind for flaw in paragraph("Pozx" + "\u0301" * marks + "vite").flaws] == kinds


@pytest.mark.parametrize("before", range(0, 33, 4))
def test_a_heap_of_marks_is_told_wherever_it_stands(paragraph, before):
    assert [flaw.kind for flaw in paragraph("a" * before + "x" + "\u0301" * 31 + "b" * 9).flaws] == [
        "heaped-marks"
    ]


def test_a_long_word_of_invisible_characters_is_looked_through_once(paragraph):
    assert paragraph("ab\u00ad" * 30_000).flaws == ()


def test_nothing_is_made_of_an_empty_text(paragraph, span):
    made = paragraph(span(""))
    assert (made.runs, made.width, made.flaws) == ((), 0.0, ())
