"""A fix mends what its rule finds, twice mends no more than once, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.catalog.fixes import FIXES, Written, fixed, fixes
from leaflets.catalog.reader import lex
from leaflets.catalog.splices import edited
from leaflets.config.languages import find_language, shipped_languages

HUNGARIAN = find_language("hu", shipped_languages())
SOMALI = find_language("so", shipped_languages())

PO = b"""\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Call us."
msgstr ""
"Pozovite  "
"nas. "

msgid "one"
msgid_plural "many "
msgstr[0] "jedan "
msgstr[1]   "mnogo"
"""


@pytest.mark.parametrize(
    ("rule", "text", "source", "script", "mended"),
    [
        ("nfc", "sluz\u030cba", "service", "Latn", "služba"),
        ("invisible", "Pozo\u00advite\u200b nas", "Call us", "Latn", "Pozovite nas"),
        ("invisible", "a\u00adb \u00ad c\u00ad", "x", "Latn", "ab  c"),
        ("invisible", "می\u200cتوانید", "You can", "Arab", "می\u200cتوانید"),
        ("invisible", "សូម\u200bទូរស័ព្ទ", "Call", "Khmr", "សូម\u200bទូរស័ព្ទ"),
        ("markup-entity", "prava & izbori", "rights", "Latn", "prava &amp; izbori"),
        ("markup-entity", "prava&nbsp;i &eacute;", "rights", "Latn", "prava\u00a0i é"),
        ("markup-entity", "a &amp b &lt; &nonsense; &#233;", "x", "Latn", "a &amp; b &lt; &nonsense; &#233;"),
        ("markup-entity", "a &#x202E;b &#8203;", "x", "Latn", "a b &#8203;"),
        ("newline", "red", "line\n", "Latn", "red\n"),
        ("newline", "dva \nreda", "two lines", "Latn", "dva reda"),
        ("newline", "dva\nreda", "two\nlines", "Latn", "dva\nreda"),
        ("newline", "\n\nred\n", "\nline", "Latn", "\nred"),
        ("space-edge", "nas. ", "Call us.", "Latn", "nas."),
        ("space-edge", "i", "and ", "Latn", "i "),
        ("space-edge", "\u00a0i ", " and", "Latn", "\u00a0i"),
        ("space-double", "Pozovite   nas.", "Call us.", "Latn", "Pozovite nas."),
        ("space-double", "a  b", "a  b", "Latn", "a  b"),
    ],
)
def test_each_fix(rule, text, source, script, mended):
    assert fixed(Written(text=text, source=source, script=script), rules=[rule])[0] == mended


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["Latn", "Arab", "Khmr"]))
def test_mending_twice_is_mending_once(text, source, script):
    once, _ = fixed(Written(text=text, source=source, script=script), rules=FIXES)
    again, rules = fixed(Written(text=once, source=source, script=script), rules=FIXES)
    assert (again, rules) == (once, ())


@given(st.text(alphabet="ab čš.", max_size=12), st.text(alphabet="ab čš.", max_size=12))
def test_letters_stay(text, source):
    assert fixed(Written(text=text, source=source, script="Latn"), rules=FIXES)[0].split() == text.split()


def test_only_the_texts_that_are_mended_are_written_anew():
    found = tuple(fixes(lex(PO, file="a.po"), HUNGARIAN, rules=FIXES))
    assert [one.rules for one in found] == [("space-edge", "space-double"), ("space-edge",)]
    done = edited(PO, [one.change for one in found], file="a.po")
    assert done == PO.replace(b'msgstr ""\n"Pozovite  "\n"nas. "', b'msgstr "Pozovite nas."').replace(
        b'"jedan "', b'"jedan"'
    ).replace(b'msgstr[1]   "mnogo"', b'msgstr[1] "mnogo "')


def test_an_empty_translation_stays_empty():
    assert fixed(Written(text="", source=" a\n", script="Latn"), rules=FIXES)[0] == ""
    assert set(FIXES) == {"nfc", "invisible", "markup-entity", "newline", "space-edge", "space-double"}


SOFT = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "contact"
msgstr "kap\u00adcso\u00adlat\u00ad"

# ignore: invisible
msgid "contacts"
msgstr "kap\u00adcso\u00adlatok\u00ad "
"""


def test_soft_hyphens_stay_where_words_are_divided_and_what_is_ignored_stays():
    """Elsewhere, and beside blanks, they are slips; whoever ignores the rule meant them."""
    source = lex(SOFT.encode(), file="a.po")
    kept, spaced = fixes(source, HUNGARIAN, rules=FIXES)
    assert kept.texts == ("kap\u00adcso\u00adlat",)
    assert (spaced.texts, spaced.rules) == (("kap\u00adcso\u00adlatok\u00ad",), ("space-edge",))
    assert next(fixes(source, SOMALI, rules=FIXES)).texts == ("kapcsolat",)
