"""Seeded faults and clean controls: what is caught, and what is flagged without a fault; both are told."""

import importlib.util
from pathlib import Path

import pytest

from leaflets.checks.rule import Example
from leaflets.diagnostics import Severity

spec = importlib.util.spec_from_file_location("seeds", Path(__file__).with_name("seeds.py"))
seeds = importlib.util.module_from_spec(spec)
spec.loader.exec_module(seeds)

MEANING = [seed for seed in seeds.FAULTS if not seed[3]]


def flagged(find, language, source, text):
    found = find(Example(text=text, source=source, language=language))
    return [one for one in found if one.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("language", "source", "text", "rules"),
    [pytest.param(*seed, id=f"{seed[0]}-{seed[3][0]}") for seed in seeds.FAULTS if seed[3]],
)
def test_a_seeded_fault_is_caught(find, language, source, text, rules):
    told = {one.rule for one in flagged(find, language, source, text)}
    assert told & set(rules), told


@pytest.mark.parametrize(
    ("language", "source", "text"), [pytest.param(*seed, id=f"{seed[0]}-{seed[1]}") for seed in seeds.CLEAN]
)
def test_a_clean_text_passes(find, language, source, text):
    told = [(one.rule, one.message) for one in flagged(find, language, source, text)]
    assert not told


def test_the_figures(find, record_property):
    caught = sum(bool(flagged(find, *seed[:3])) for seed in seeds.FAULTS)
    alarms = sum(bool(flagged(find, *seed)) for seed in seeds.CLEAN)
    languages = len({seed[0] for seed in seeds.FAULTS})
    record_property(
        "verdict",
        f"seeded faults: {caught} of {len(seeds.FAULTS)} caught in {languages} languages,"
        f" {alarms} of {len(seeds.CLEAN)} clean texts flagged",
    )
    assert len(seeds.FAULTS) >= 60
    assert languages >= 8
    assert caught == len(seeds.FAULTS) - len(MEANING)
    assert alarms == 0
