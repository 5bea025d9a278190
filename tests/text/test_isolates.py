"""Numbers, addresses and Latin names typed in a text: in order in right-to-left text, never broken."""

import pytest

from leaflets.text.isolates import isolated
from leaflets.text.setting import break_lines

RTL = {
    "اتصل على +381 11 785 00 00 الآن": ["+381 11 785 00 00"],
    "اتصل 011/785-00-00 أو 116 000.": ["011/785-00-00", "116 000"],
    "راسل help@example.org، أو www.astra.rs/en.": ["help@example.org", "www.astra.rs/en"],
    "منظمة ASTRA 24 و Red Cross of Serbia (Belgrade) هنا": ["ASTRA 24", "Red Cross of Serbia", "Belgrade"],
    "من 2024-2026 و 10 000 دينار": [],
    "حقوقك أولا": [],
}


@pytest.mark.parametrize("text", RTL)
def test_stretches_of_right_to_left_text(span, text):
    whole, controls, kept = isolated(span(text, "ar"), rtl=True)
    assert [whole[a + 1 : b - 1] for a, b in kept] == RTL[text]
    assert {whole[i] for i in controls} <= {"\u2066", "\u2069"}
    assert "".join(c for i, c in enumerate(whole) if i not in controls) == text


LTR = {
    "Call 0800 100 007 or (011) 785 00 00.": ["0800 100 007", "(011) 785 00 00"],
    "See astra.rs/en-us, write to a.b@c-d.org; e.g. this": ["astra.rs/en-us", "a.b@c-d.org"],
    "https://example.org/a?b=c. And Red Cross": ["https://example.org/a?b=c"],
    "0.5 per cent of 10 000 since 2024": [],
}


@pytest.mark.parametrize("text", LTR)
def test_stretches_of_left_to_right_text(span, text):
    whole, controls, kept = isolated(span(text), rtl=False)
    assert [whole[a:b] for a, b in kept] == LTR[text]
    assert (whole, controls) == (text, [])


def test_what_a_translator_isolated_is_not_isolated_again(span):
    text = "اتصل \u2066+381 11 785 00 00\u2069 الآن"
    whole, controls, kept = isolated(span(text, "ar"), rtl=True)
    assert (whole, controls) == (text, [])
    assert [whole[a:b] for a, b in kept] == ["+381 11 785 00 00"]


def test_a_typed_number_stands_in_order_and_on_one_line(paragraph):
    made = paragraph("اتصل على +381 11 785 00 00 أو راسل help@example.org الآن", language="ar")
    lines = break_lines(made, 9)
    texts = [run.text for line in lines for run in line.runs]
    assert "+381 11 785 00 00" in texts
    assert "help@example.org" in texts
    assert "".join(line.text for line in lines) == "اتصل على +381 11 785 00 00 أو راسل help@example.org الآن"


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "0" * 100_000, "a." * 50_000, "+1 " * 33_000, "A b " * 25_000]
)
def test_a_very_long_text_takes_bounded_time(span, text):
    whole, _controls, _kept = isolated(span(text, "ar"), rtl=True)
    assert len(whole) >= len(text)
