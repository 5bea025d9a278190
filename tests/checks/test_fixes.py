"""What a rule calls fixable, `leaflets fix` mends: bad examples are good afterwards, good ones stay."""

from dataclasses import replace

import pytest

from leaflets.catalog.fixes import FIXES, Written, fixed
from leaflets.checks.catalogue import RULES
from leaflets.config.languages import find_language, shipped_languages

FIXABLE = tuple(rule for rule in RULES if rule.fixable)
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in FIXABLE
    for number, example in enumerate((*rule.bad, *rule.good))
]


def test_rules_and_fixes_know_of_each_other():
    assert {rule.id for rule in FIXABLE} == set(FIXES)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples(judge, rule, example):
    language = find_language(example.language, shipped_languages())
    written = Written(
        text=example.text,
        source=example.source,
        script=language.script,
        rtl=language.is_rtl,
        divided=bool(language.hyphenation),
    )
    text, _ = fixed(written, rules=[rule.id])
    assert example in rule.bad or text == example.text
    own, _told = judge(rule, replace(example, text=text))
    assert not own
