"""Counters: their scope, and numbers as languages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflets.config.languages import shipped_languages
from leaflets.document.counters import KINDS, Counters, marker_text, written
from leaflets.document.css import read_styles
from leaflets.document.parse import Faults
from leaflets.files import Snapshot

LANGUAGES = {language.tag: language for language in shipped_languages()}


@pytest.mark.parametrize(
    ("tag", "kind", "value", "text"),
    [
        ("en", "decimal", 12, "12"),
        ("ar", "decimal", 12, "12"),
        ("ckb", "decimal", 12, "١٢"),
        ("fa", "decimal", 12, "۱۲"),
        ("hi", "decimal", 12, "12"),
        ("my", "decimal", 12, "၁၂"),
        ("en", "lower-alpha", 1, "a"),
        ("en", "lower-alpha", 26, "z"),
        ("en", "upper-alpha", 27, "AA"),
        ("en", "lower-alpha", 0, "0"),
        ("en", "lower-roman", 1994, "mcmxciv"),
        ("en", "upper-roman", 4, "IV"),
        ("en", "upper-roman", 4000, "4000"),
        ("en", "decimal", -3, "-3"),
        ("sr", "lower-alpha", 2, "2"),
        ("ckb", "lower-roman", 2, "٢"),
        ("sr-Latn", "lower-alpha", 2, "b"),
    ],
)
def test_numbers(tag, kind, value, text):
    assert written(value, kind, LANGUAGES[tag]) == text


@given(st.integers(1, 3999), st.sampled_from(sorted(KINDS)))
def test_no_two_numbers_look_alike(value, kind):
    assert written(value, kind, LANGUAGES["en"]) != written(value + 1, kind, LANGUAGES["en"])


@pytest.mark.parametrize(
    ("kind", "text"), [("disc", "•"), ("decimal", "٣."), ('"– "', "–"), ("lower-alpha", "٣.")]
)
def test_marks(kind, text):
    assert marker_text(kind, 3, LANGUAGES["ckb"]) == text


def test_scope():
    """A counter goes on among siblings, and one that is set inside of an element ends with it."""
    counters, seen = Counters(), []

    def element(*children, resets=(), increments=(), name="section"):
        counters.enter(name, resets, increments)
        seen.append(counters.value("step"))
        for child in children:
            child()
        counters.leave()

    def step(*children, **more):
        return lambda: element(*children, increments=(("step", 1),), **more)

    inner = (step(resets=(("step", 0),)), step())
    element(step(), step(*inner), step(), resets=(("step", 0),))
    assert seen == [0, 1, 2, 1, 2, 3]


def test_lists_in_each_other_count_for_themselves():
    counters, seen = Counters(), []
    for name in ("ol", "li", "/", "li", "ol", "li", "/", "/", "/", "li"):
        if name == "/":
            counters.leave()
            continue
        counters.enter(name, (), ())
        seen += [counters.value("list-item")] if name == "li" else []
    assert seen == [1, 2, 1, 3]


BAD = [
    ("p { content: '1'; }", "bad-value", "::before"),
    ("p::before { margin: 1mm; }", "bad-value", "content, color"),
    ("p::after { color: ink; }", "bad-selector", "::before"),
    ("p::befor { color: ink; }", "bad-selector", "::before"),
    ("p::before { content: 'Step'; }", "bad-value", "trans"),
    ("p::before { content: attr(x); }", "bad-value", "counter(step)"),
    ("p::before { content: counter(); }", "bad-value", "counter(step)"),
    ("p::before { content: counter(list-item, decimel); }", "bad-value", "decimal"),
    (
        "p::before { content: counter(chaptre); } p { counter-increment: chapter; }",
        "unknown-counter",
        "chapter",
    ),
    ("p { counter-reset: 1; }", "bad-value", "step 1"),
    ("p { counter-increment: step 1 2; }", "bad-value", "step 1"),
    ("p { counter-increment: ; }", "bad-value", "step 1"),
    ("ol { list-style-type: decimals; }", "bad-value", "decimal"),
    ("ol { list-style-type: 'No. '; }", "bad-value", "trans"),
]


@pytest.mark.parametrize(("text", "rule", "step"), BAD)
def test_what_is_refused(text, rule, step):
    faults = Faults()
    files = Snapshot(digests={"a.css": "1"}, blobs={"1": f"\n{text}".encode()})
    read_styles(("a.css",), files=files, colors={}, faults=faults)
    (fault,) = [found for found in faults.found if "palette" not in found.message]
    assert (fault.rule, fault.place.line) == (rule, 2)
    assert step in fault.help
