"""Every rule finds its bad examples and lets its good ones pass."""

import pytest

from leaflets.checks.catalogue import RULES

BAD = [pytest.param(rule, one, id=f"{rule.id}-{n}") for rule in RULES for n, one in enumerate(rule.bad)]
GOOD = [pytest.param(rule, one, id=f"{rule.id}-{n}") for rule in RULES for n, one in enumerate(rule.good)]

WITHOUT_BAD = {
    "mixed-faces",
    "number-near-edge",
    "pale-text",
    "shaping-font",
    "stranded-heading",
    "visible-ignorable",
}
"""Their faults are made of fonts and pages, not of texts: test_typeset.py, test_pages.py."""


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_is_found(judge, rule, example):
    own, told = judge(rule, example)
    assert own, [f"{one.rule}: {one.message}" for one in told]


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_passes(judge, rule, example):
    own, _told = judge(rule, example)
    assert not own, [one.message for one in own]


def test_every_rule_has_examples():
    for rule in RULES:
        assert rule.good, rule.id
        assert rule.bad or rule.id in WITHOUT_BAD, rule.id
