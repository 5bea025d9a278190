"""What fills placeholders and how plurals are chosen: all of it is printed, or a line is named."""

import pytest

from leaflets.errors import LayoutError


def call(value):
    return f'<p>{{{{ _("Call %(who)s today", who={value}) }}}}</p>'


MACRO = '{% macro who() %}\n  <strong>{{ _("us") }}: <phone ref="line"/></strong>\n{% endmacro %}'


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ('"112 & 113"', "112 & 113"),
        ('"<strong>112</strong> or 113"|safe', "112 or 113"),
        ('"1 <em>2 <strong>3</strong> 4</em> 5"|safe', "1 2 3 4 5"),
        ('"<!-- - -->112"|safe', "112"),
        ('phone("line")', "011 785 00 00"),
        ('"<bdi>" |safe ~ phone("line") ~ "</bdi>; 113"|safe', "011 785 00 00; 113"),
        ("who()", "us: 011 785 00 00"),
        ('_("us")', "us"),
        ('_("%(a)s and %(a)s", a=_("us"))', "us and us"),
    ],
)
def test_all_that_a_layout_gives_for_a_placeholder_is_printed(shown, value, words):
    messages, printed = shown(call(value), head=MACRO)
    assert messages[0] == f"Call {words} today"
    assert printed.replace("\u00a0", " ") == messages[0].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ('"<strong>112"|safe', "not-xml"),
        ('"<p>112</p>"|safe', "misplaced-element"),
        ('"<blink>112</blink>"|safe', "misplaced-element"),
        ('"<em><blink>112</blink></em>"|safe', "unknown-element"),
        ("\"<em onclick='x'>112</em>\"|safe", "unknown-attribute"),
        ('"<em>us</em>"|safe', "untranslatable-text"),
        ('_("%(a)s", a=_("%(a)s", a=_("%(a)s", a=_("%(a)s", a=_("%(a)s", a=_("us"))))))', "deep-text"),
    ],
)
def test_what_cannot_fill_a_placeholder_is_refused_at_its_line(shown, value, rule):
    with pytest.raises(LayoutError) as caught:
        shown(call(value))
    (told, *_others) = caught.value.diagnostics
    assert told.rule == rule
    assert (told.place.file, told.place.line) == ("layouts/sample/trifold.xml", 2)
    assert told.help


def test_a_text_in_a_placeholder_is_translated_too(shown):
    po = (
        'msgid "us"\nmsgstr "nas"\n\n#, python-format\nmsgid "Call %(who)s today"\n'
        'msgstr "Danas nas zovi: %(who)s"\n'
    )
    messages, _printed = shown(call('_("us")'), tag="fr", po=po)
    assert messages[1] == "nas"
    assert messages[0].endswith("nas")


DAYS = "<p>{{% trans count={} %}}One day{{% pluralize %}}{{{{ count }}}} days{{% endtrans %}}</p>"


def forms(*texts):
    told = "".join(f'msgstr[{number}] "{text}"\n' for number, text in enumerate(texts))
    return f'#, python-format\nmsgid "One day"\nmsgid_plural "%(count)s days"\n{told}'


SR = forms("%(count)s дан", "%(count)s дана", "%(count)s дана.")
AR = forms("zero", "one", "two", "few %(count)s", "many %(count)s", "other %(count)s")


@pytest.mark.parametrize(
    ("tag", "po", "count", "text"),
    [
        ("en", "", 1, "One day"),
        ("en", "", 0, "0 days"),
        ("en", "", 5, "5 days"),
        ("sr", SR, 1, "1 дан"),
        ("sr", SR, 21, "21 дан"),
        ("sr", SR, 3, "3 дана"),
        ("sr", SR, 5, "5 дана."),
        ("sr", SR, 11, "11 дана."),
        ("sr", SR, 1_000_002, "1000002 дана"),
        ("ar", AR, 0, "zero"),
        ("ar", AR, 1, "one"),
        ("ar", AR, 2, "two"),
        ("ar", AR, 7, "few 7"),
        ("ar", AR, 11, "many 11"),
        ("ar", AR, 100, "other 100"),
    ],
)
def test_a_plural_is_that_of_its_number(shown, tag, po, count, text):
    (message,), _printed = shown(DAYS.format(count), tag=tag, po=po)
    assert message.replace("٠", "0") == text


def test_where_a_form_is_missing_the_source_answers_with_its_own(shown):
    po = forms("%(count)s дан", "%(count)s дана", "")
    assert shown(DAYS.format(5), tag="sr", po=po)[0] == ["5 days"]
    assert shown(DAYS.format(1), tag="sr", po=po)[0] == ["One day"]


def test_pseudo_languages_have_plurals(shown):
    (one,), _printed = shown(DAYS.format(1), tag="en-XA")
    (many,), _printed = shown(DAYS.format(5), tag="en-XA")
    assert ("5" in one, "5" in many) == (False, True)


@pytest.mark.parametrize("count", ['"5"', "2.5", "-1"])
def test_what_is_no_number_chooses_no_plural(shown, count):
    with pytest.raises(LayoutError, match="whole number") as caught:
        shown(DAYS.format(count))
    assert caught.value.diagnostics[0].place.line == 2
