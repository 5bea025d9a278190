"""The tuple of rules and the folder are the same; every rule says why, and what to do; the manual is true."""

from leaflets.checks.catalogue import RULES
from leaflets.checks.manual import manual


def test_tuple_and_folder_agree(root):
    folder = root / "src/leaflets/checks/rules"
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {rule.id.replace("-", "_") for rule in RULES} == files
    assert len(RULES) == len(files)


def test_names_and_aliases_are_unique():
    names = [name for rule in RULES for name in (rule.id, *rule.aliases)]
    assert len(names) == len(set(names))


def test_every_rule_has_reason_and_next_step():
    for rule in RULES:
        assert rule.summary.endswith("."), rule.id
        assert len(rule.rationale) > 30, rule.id
        assert rule.help, rule.id
        assert rule.since, rule.id


def test_the_manual_is_that_of_the_rules(root):
    assert (root / "docs/checks.md").read_text(encoding="utf-8") == manual(RULES), (
        "run: python tools/generate_manual.py"
    )
