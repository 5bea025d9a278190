"""Laws of all rules: no text stops them, every place is inside of the text, nothing told is invisible."""

import importlib.util
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from leaflets.checks.rule import Example
from leaflets.checks.told import told_details, told_short

spec = importlib.util.spec_from_file_location("harness", Path(__file__).with_name("conftest.py"))
harness = importlib.util.module_from_spec(spec)
spec.loader.exec_module(harness)

LANGUAGES = ("sr", "sr-Latn", "ar", "fa", "hi", "zh-Hans", "th", "fr", "tr")
PIECES = st.sampled_from(
    ["<strong>", "</b>", "<br/>", "&amp;", "&#x202E;", "&#99999999;", "&#xD800;", "&", "%(n)s", "%", "%%",
     "192", "011 785 00 00", "٠١١", "+381", "astra.rs", "а@b.c", "\u202e", "\u2067", "\u2069", "\u00ad",
     "\u200b", "\n", "  ", "(", ")", "«", "?", "؟", "ﺍ", "Ã©", "e\u0301", "слово", "word", "كلمة", "शब्द",
     "词", "{{", "ignore: x"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=8).map("".join))
HIDDEN = ("\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u00ad", "\u200b", "\n")


@settings(max_examples=300)
@given(TEXTS, TEXTS, st.sampled_from(LANGUAGES))
def test_no_text_stops_a_rule(text, source, language):
    for found in judge(text, source, language):
        quotation = found.quotation
        if quotation:
            assert 0 <= quotation.start <= quotation.end <= len(quotation.text)
        for line in (told_short(found), *told_details(found)):
            assert not any(character in line for character in HIDDEN), line


@given(TEXTS.filter(str.strip), st.sampled_from(LANGUAGES))
def test_the_forms_of_a_plural_are_read_too(text, language):
    example = Example(forms=(text, text, text), source="%(n)s day", plural="%(n)s days", language=language)
    assert isinstance(harness.of_text(None, example, None, None), tuple)


def judge(text, source, language):
    return harness.of_text(None, Example(text=text, source=source, language=language), None, None)
