"""Numbers, addresses and Latin names typed in a text: in order in right-to-left text, never broken."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.text.bidi import line_levels, resolve_levels, visual_order
from leaflets.text.isolates import LRI, PDI, RLI, isolated
from leaflets.text.setting import break_lines

RTL = {
    "اتصل على +381 11 785 00 00 الآن": ["+381 11 785 00 00"],
    "اتصل 011/785-00-00 أو 116 000.": ["011/785-00-00", "116 000"],
    "راسل help@example.org، أو www.astra.rs/en.": ["help@example.org", "www.astra.rs/en"],
    "منظمة ASTRA 24 و Red Cross of Serbia (Belgrade) هنا": ["ASTRA 24", "Red Cross of Serbia", "Belgrade"],
    "من 2024-2026 و 10 000 دينار": ["10 000"],
    "منظمة Anti Trafficking ASTRA 011 785 00 00 الآن": ["Anti Trafficking ASTRA", "011 785 00 00"],
    "عبر Telegram Signal WhatsApp 0800 100 388 الآن": ["Telegram Signal WhatsApp", "0800 100 388"],
    "منظمة International Organization for Migration 116 000": ["116 000"],
    "من 08:00-16:00، 05.06.2026 - 10.06.2026": [],
    "حقوقك أولا": [],
}


@pytest.fixture
def kept(span):
    """What never breaks, without controls."""

    def find(text, language, **options):
        found = isolated([span(text, language)], **options)
        return ["".join(found.text[i] for i in range(a, b) if i not in found.added) for a, b in found.kept]

    return find


@pytest.mark.parametrize("text", RTL)
def test_stretches_of_right_to_left_text(span, kept, text):
    assert kept(text, "ar", rtl=True) == RTL[text]
    found = isolated([span(text, "ar")], rtl=True)
    assert {found.text[i] for i in found.added} <= {LRI, PDI}
    assert "".join(c for i, c in enumerate(found.text) if i not in found.added) == text


LTR = {
    "Call 0800 100 007 or (011) 785 00 00.": ["0800 100 007", "(011) 785 00 00"],
    "See astra.rs/en-us, write to a.b@c-d.org; e.g. this": ["astra.rs/en-us", "a.b@c-d.org"],
    "https://example.org/a?b=c. And Red Cross": ["https://example.org/a?b=c"],
    "Telegram t.me/astra and i.e. that": ["t.me/astra"],
    "0.5 per cent of 10 000 since 2024": ["10 000"],
    "1 800 123 456, 8 (800) 555-35-35, 800 290 290": ["1 800 123 456", "8 (800) 555-35-35", "800 290 290"],
    "Pon–pet 08:00-16:00, sub 08.00–14.00, 05.06.2026.-10.06.2026.": [],
    "011 785 00 00/063 123 45 67": ["011 785 00 00", "063 123 45 67"],
    "0800 100 388 08.00-16.00, (0732) 77-00-00": ["0800 100 388", "(0732) 77-00-00"],
    "+381 (0)11 785 00 00, 011 / 785 00 00": ["+381 (0)11 785 00 00", "011 / 785 00 00"],
    "(tel. 800 290 290)": ["800 290 290"],
    "age 0-18, 2024-11-27, 5 to 10 000,50 RSD": ["10 000,50"],
    "请拨打0800 100 388或访问www.astra.rs。": ["0800 100 388", "www.astra.rs"],
    "tel:0800 100 388": ["0800 100 388"],
    "0 8 0 0 1 0 0 3 8 8": ["0 8 0 0 1 0 0 3 8 8"],
    " ".join(map(str, range(1, 32))): [],
}


@pytest.mark.parametrize("text", LTR)
def test_stretches_of_left_to_right_text(span, kept, text):
    assert kept(text, "en", rtl=False) == LTR[text]
    found = isolated([span(text)], rtl=False)
    assert (found.text, found.added) == (text, frozenset())


PROJECT = frozenset({"10 6609", "500-1000", "192", "+381 11 785 00 00"})


def test_a_number_that_looks_like_none_is_known_from_the_project(kept):
    text = "Call 10 6609 or 500-1000 or 192, 20 6609"
    assert kept(text, "en", rtl=False, numbers=PROJECT) == ["10 6609", "500-1000"]
    assert kept("اتصل 10\u00a06609 الآن", "ar", rtl=True, numbers=PROJECT) == ["10\u00a06609"]


def test_what_a_translator_isolated_is_not_isolated_again(span, kept):
    text = "اتصل \u2066+381 11 785 00 00\u2069 الآن"
    found = isolated([span(text, "ar")], rtl=True)
    assert (found.text, found.added) == (text, frozenset())
    assert kept(text, "ar", rtl=True) == ["+381 11 785 00 00"]


def printed(text, *, rtl=True, spans=None, make=None):
    """The characters of one line from the left, without controls."""
    found = isolated(spans or [make(text)], rtl=rtl)
    whole = found.text
    levels = resolve_levels(whole, base=int(rtl))
    line = line_levels(whole, levels, start=0, end=len(whole), base=int(rtl))
    return "".join(whole[index] for index in visual_order(line) if index not in found.added)


EXPECTED = {
    # Hours and ranges begin at the right, where Arabic is read from; UAX #9 does it by itself.
    "من 08:00-16:00 يوميا": "16:00-08:00",
    "من 9:00 - 17:00 يوميا": "17:00 - 9:00",
    "من 08:00–16:00 يوميا": "16:00–08:00",
    "من 08.00-16.00 يوميا": "16.00-08.00",
    "بين 20:00/22:00 مساء": "20:00/22:00",
    "من 0-18 سنة": "18-0",
    "بين 2005-2010": "2010-2005",
    "من ۰۸:۰۰-۱۶:۰۰": "۱۶:۰۰-۰۸:۰۰",
    # Hebrew has a hyphen between two numbers as part of them.
    "שעות 08:00-16:00": "08:00-16:00",
    "שעות 08:00–16:00": "16:00–08:00",
    # Dates and their ranges.
    "يوم 05.06.2026 هنا": "05.06.2026",
    "من 05.06.2026 - 10.06.2026 هنا": "10.06.2026 - 05.06.2026",
    "من 5.6.2026 - 10.6.2026 هنا": "10.6.2026 - 5.6.2026",
    "من 05/2026-06/2026 هنا": "06/2026-05/2026",
    # Amounts.
    "مبلغ 10 000 دينار": "10 000",
    "مبلغ 1 250 000,50 دينار": "1 250 000,50",
    "من 10 000 - 20 000 دينار": "20 000 - 10 000",
    "مبلغ ١٠ ٠٠٠ دينار": "١٠ ٠٠٠",
    "مبلغ ۱۰ ۰۰۰ دینار": "۱۰ ۰۰۰",
    "من 500-1000 شخص": "1000-500",
    "مبلغ 1.500,00 RSD": "RSD 1.500,00",
    "مبلغ 10 000 RSD": "RSD 10 000",
    # Laws and addresses.
    "وفق Directive 2011/36/EU هنا": "Directive 2011/36/EU",
    "وفق Zakon 12/2019 هنا": "Zakon 12/2019",
    "المادة 388 KZ RS هنا": "KZ RS 388",
    "في Nemanjina 22-26 هنا": "Nemanjina 22-26",
    "في Bulevar 73/III هنا": "Bulevar 73/III",
    "في 27. marta 35, 11000 Beograd هنا": "27. marta 35, 11000 Beograd",
    "في ulica Кнеза Милоша 24-26 هنا": "ulica Кнеза Милоша 24-26",
    "في Red Cross (Belgrade d.o.o.) هنا": "Red Cross (Belgrade d.o.o.)",
    # Names and programs.
    "هاتف Android 9.0 هنا": "Android 9.0",
    "مع Windows 10 Pro 64-bit هنا": "Windows 10 Pro 64-bit",
    "نظام 64-bit هنا": "64-bit",
    "لغة C++ هنا": "C++",
    "حساب @astra_beograd هنا": "@astra_beograd",
    "من Ọmọ́lẹ́yẹ Trần Ấn هنا": "Ọmọ́lẹ́yẹ Trần Ấn",
    "حرف q\u0301a هنا": "q\u0301a",
    "قل “I need help, please” هنا": "I need help, please",
    "بين “A” and “B” هنا": "“A” and “B”",
    "حرارة -5°C هنا": "-5°C",
    # Telephone numbers.
    "اتصل 011/785-00-00 هنا": "011/785-00-00",
    "اتصل (011) 785 00 00 هنا": "(011) 785 00 00",
    "اتصل 011.785.00.00 هنا": "011.785.00.00",
    "اتصل +381 (0)11 785-00-00 هنا": "+381 (0)11 785-00-00",
    "اتصل 8 (800) 555-35-35 هنا": "8 (800) 555-35-35",
    "اتصل (+381 11 785 00 00) هنا": ")+381 11 785 00 00(",
    "اتصل 800 290 290 هنا": "800 290 290",
    "اتصل 1-888-373-7888 هنا": "1-888-373-7888",
    "اتصل و0800 100 388 هنا": "0800 100 388",
    "اتصل ٠١١-٧٨٥-٠٠-٠٠ هنا": "٠١١-٧٨٥-٠٠-٠٠",
    "تلفن ۰۲۱-۱۲۳۴۵۶۷ است": "۰۲۱-۱۲۳۴۵۶۷",
    "اتصل 2345 6789 هنا": "2345 6789",
    "اتصل 555-1234 هنا": "555-1234",
    "هاتف:0800 100 388 هنا": "0800 100 388",
    "(قسم 800 290 290)": ")800 290 290 ",
    "اتصل 011 785 00 00 lok. 12 هنا": "011 785 00 00 lok. 12",
    "اتصل 112 أو 192 أو 116 000 هنا": "116 000 وأ 192 وأ 112",
    "اتصل 011 785 00 00, 0800 100 388 هنا": "0800 100 388 ,011 785 00 00",
    "اتصل 192 Police, 193 Fire, 194 Ambulance هنا": "192 Police, 193 Fire, 194 Ambulance",
    "اتصل 192 Police، 193 Fire هنا": "Fire 193 ،Police 192",
    "اتصل 0800 100 388 (ASTRA), 116 000 (NCMEC) هنا": "0800 100 388 (ASTRA), 116 000 (NCMEC)",
    "اتصل 192. ASTRA هنا": "ASTRA .192",
    "رقم 24, Kneza Miloša 3 هنا": "Kneza Miloša 3 ,24 مقر",
    "رقم 12/2019; Nemanjina 22-26 هنا": "Nemanjina 22-26 ;12/2019",
    "اتصل 112, 192 Police, 193 Fire هنا": "192 Police, 193 Fire ,112",
    "إلى 17:00 WhatsApp هنا": "WhatsApp 17:00",
    "اتصل 116-000 أو 116-006 هنا": "116-006 وأ 116-000",
    "اتصل *100# أو #31# هنا": "#31# وأ *100#",
    "الرمز *123*456# هنا": "*123*456#",
    "חייגו *6911 כאן": "*6911",
    # What is quoted ends with its own mark, and an abbreviation with its full stop.
    "قل «I need help! Call 192!» هنا": "I need help! Call 192!",
    "قل “Where is the police?” هنا": "Where is the police?",
    "قل ”Zovite policiju…“ هنا": "Zovite policiju…",
    'قل "Help me!" هنا': "Help me!",
    "هل تعرف ASTRA? هنا": "?ASTRA",
    "من U.S.A. هنا": "U.S.A.",
    "شركة ASTRA d.o.o. هنا": "ASTRA d.o.o.",
    "منظمة ASTRA. هنا": ".ASTRA",
    # Addresses.
    "שלח ל-info@astra.rs כאן": "info@astra.rs-ל",
    "בקר ב-astra.rs כאן": "astra.rs-ב",
    "راسل info@astra.rs هنا": "info@astra.rs",
    "عبر t.me/astra هنا": "t.me/astra",
    "موقع https://astra.rs/en/ هنا": "https://astra.rs/en/",
    "من ASTRA – www.astra.rs – +381 11 785 00 00": "ASTRA – www.astra.rs – +381 11 785 00 00",
    # The first of what Arabic lists stands at the right.
    "عبر Viber، WhatsApp، Signal هنا": "Signal ،WhatsApp ،Viber",
    # Brackets around text of both directions are set as the text around.
    "في ASTRA (Beograd و Novi Sad) هنا": ")Novi Sad و Beograd( ASTRA",
}


@pytest.mark.parametrize("text", EXPECTED)
def test_what_a_reader_expects(span, text):
    assert EXPECTED[text] in printed(text, make=lambda text: span(text, "ar"))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Arabic (العربية): العربية 0800 100 388 daily", "0800 100 388"),
        ("Call ٠١١ ٧٨٥ ٠٠ ٠٠", "٠١١ ٧٨٥ ٠٠ ٠٠"),
        ("العربية\u2028800 290 290", "800 290 290"),
        ("Arabic (العربية) 08:00–16:00", " 08:00–16:00"),
        ("العربية (8.00 - 16.00)", "(8.00 - 16.00)"),
        ("کوردی 5-10, *100#", "5-10"),
        ("Kurdish کوردی: ٨:٠٠–١٦:٠٠", "٨:٠٠–١٦:٠٠"),
    ],
)
def test_a_number_beside_right_to_left_words_of_left_to_right_text(span, text, number):
    assert number in printed(text, rtl=False, make=span)


def test_an_address_with_letters_of_both_directions_changes_nothing_beside_it(span):
    text = "ASTRA: www.astra.rs/x-و – 8 (800) 555-35-35"
    assert "8 (800) 555-35-35" in printed(text, make=span)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("منظمة ", "ASTRA", " Beograd 24 هنا"), "ASTRA Beograd 24"),
        (("اتصل ", "0800", " 100 388 هنا"), "0800 100 388"),
        (("راسل info@", "astra.rs", " هنا"), "info@astra.rs"),
    ],
)
def test_a_stretch_goes_on_in_the_next_span(span, parts, expected):
    spans = [span(part, "ar", weight=700 if index == 1 else 400) for index, part in enumerate(parts)]
    assert expected in printed("", spans=spans)
    found = isolated(spans, rtl=True)
    assert [spans[owner].text for owner in dict.fromkeys(found.owners)] == list(parts)
    assert len(found.owners) == len(found.text)


def test_what_has_an_isolate_of_its_own_parts_a_stretch(span):
    phone = span("0800 100 388", "ar", before=LRI, after=PDI, keep=True)
    spans = [span("اتصل ", "ar"), phone, span(" ASTRA, ", "ar"), phone, span(" UNITAS هنا", "ar")]
    assert "UNITAS 0800 100 388 ,ASTRA 0800 100 388" in printed("", spans=spans)
    found = isolated(spans, rtl=True)
    assert found.text.count("0800 100 388") == 2
    assert found.text.count(LRI) == 4


def test_a_right_to_left_phrase_in_left_to_right_text(span):
    phrase = span("اتصل 800 290 290 الآن", "ar", before=RLI, after=PDI)
    assert "نآلا 800 290 290 لصتا" in printed("", spans=[span("Say "), phrase, span(" now")], rtl=False)


def test_what_is_kept_goes_on_in_the_next_span(span):
    parts = [("ul. ", LRI, ""), ("Kneza ", "", ""), ("Miloša 4", "", PDI)]
    spans = [span(text, before=before, after=after, keep=True) for text, before, after in parts]
    assert isolated([*spans, span(" x"), spans[0]], rtl=False).kept == ((0, 20), (22, 27))


WORDS = st.sampled_from(
    ["ASTRA", "Beograd", "de", "Ọmọ́lẹ́yẹ", "Кнеза", "Ω", "O’Brien", "C++", "t.me/a", "a@b.rs"]
)
NUMBERS = st.sampled_from(
    (
        *("7", "22-26", "2011/36", "05.06.2026", "5-10", "08:00-16:00", "10 000", "1.500,00", "9.0", "192"),
        *("0800 100 388", "+381 11 785 00 00", "(011) 785-00-00", "800 290 290"),
        *("73/III", "64-bit", "50%", "2026-11-27"),
    )
)
BETWEEN = st.sampled_from(
    [" ", ", ", " – ", "/", "-", ": ", "; ", ". ", "! ", " & ", " (", ") ", " “", "” ", ") («"]
)
LATIN = st.builds(
    lambda first, rest: first + "".join(mark + token for mark, token in rest),
    WORDS,
    st.lists(st.tuples(BETWEEN, WORDS | NUMBERS), max_size=6),
)
AROUND = st.sampled_from([("قال ", " هنا"), ("", ""), ("אמר ", " כאן"), ("من (", ") هنا"), ("«", "».")])


@given(LATIN, AROUND)
def test_what_begins_with_a_latin_letter_is_set_from_left_to_right(plain_span, latin, around):
    """Isolation never changes the order inside of it, which UAX #9 sets right."""
    line = printed("", spans=[plain_span(latin.join(around))])
    assert latin.rstrip("%+") in line


TIMES = st.sampled_from(
    ["08:00-16:00", "9:00", "5.6.2026", "05.06.2026", "0-18", "192", "(2026)", "2026-11-27", "½"]
)
APART = st.sampled_from([" من ", " – ", "، ", " - ", " إلى "])


@given(st.lists(st.tuples(TIMES, APART), max_size=6))
def test_hours_and_dates_are_left_to_the_algorithm(plain_span, parts):
    text = "".join(time + mark for time, mark in parts)
    assert not isolated([plain_span(text)], rtl=True).added


@given(LATIN, AROUND, st.sets(st.integers(0, 60), max_size=4))
def test_spans_change_nothing(plain_span, latin, around, cuts):
    text = latin.join(around)
    places = sorted({0, len(text), *[cut for cut in cuts if cut < len(text)]})
    spans = [plain_span(text[a:b]) for a, b in pairwise(places)]
    one, many = isolated([plain_span(text)], rtl=True), isolated(spans, rtl=True)
    assert (one.text, one.added, one.kept) == (many.text, many.added, many.kept)


def test_a_typed_number_stands_in_order_and_on_one_line(paragraph):
    made = paragraph("اتصل على +381 11 785 00 00 أو راسل help@example.org الآن", language="ar")
    lines = break_lines(made, 9)
    texts = [run.text for line in lines for run in line.runs]
    assert "+381 11 785 00 00" in texts
    assert "help@example.org" in texts
    assert "".join(line.text for line in lines) == "اتصل على +381 11 785 00 00 أو راسل help@example.org الآن"


@pytest.mark.parametrize("width", range(9, 20, 2))
def test_a_number_after_a_long_name_is_never_broken(paragraph, width):
    made = paragraph("اتصل بمنظمة Anti Trafficking Organisation ASTRA 011 785 00 00 الآن", language="ar")
    assert sum("011 785 00 00" in line.text for line in break_lines(made, width)) == 1


LONG = ["a" * 100_000, "0" * 100_000, "a." * 50_000, "+1 " * 33_000, "A b " * 25_000, "1-" * 50_000 + " a"]
LONG += [
    "*1" * 50_000,
    "#1#" * 33_000,
    "-a" * 50_000,
    "0800 100 388 1-2 ع " * 6_000,
    "a." * 50_000 + " ع",
    ".a-" * 33_000,
]
LONG += ["(" * 50_000 + "a" + "]" * 50_000, "\u2068a" * 30_000, "0800 100 388 ع " * 6_000, "a“ ع" * 20_000]


@pytest.mark.parametrize("text", LONG)
def test_a_very_long_text_takes_bounded_time(span, text):
    assert len(isolated([span(text, "ar")], rtl=True).text) >= len(text)
    assert len(isolated([span(text, "en")], rtl=False).text) >= len(text)
