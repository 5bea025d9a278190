"""A text of 100,000 characters is checked once through, and its findings stay readable."""

import pytest

from leaflets.checks.catalogue import RULES
from leaflets.checks.rule import example
from leaflets.checks.run import MOST
from leaflets.checks.words import addresses, emails

BY_ID = {rule.id: rule for rule in RULES}


def test_of_very_many_findings_some_are_told(judge):
    own, _told = judge(BY_ID["invisible"], example("ab\u200b" * 1000 + "c", "Call us."))
    assert len(own) == MOST
    assert own[-1].notes == (f"{1000 - MOST} more of this kind are in the same text",)


def test_a_message_does_not_quote_a_whole_text(judge):
    own, _told = judge(BY_ID["phone"], example("011 785 00 00 " * 2000, "Call us."))
    assert own
    assert max(len(one.message) for one in own) < 310


@pytest.mark.parametrize(
    "text", ["a." * 50_000, "a@" * 50_000, "-" * 100_000, "ab." * 33_000 + "é", ".a-" * 33_000]
)
def test_addresses_are_looked_for_once(text):
    assert len(addresses(text)) < 9
    assert len(emails(text)) < 9
