"""The tuple of rules and the folder are the same; every rule says why it matters and by which clause."""

from leaflets.preflight.catalogue import RULES


def test_tuple_and_folder_agree(root):
    folder = root / "src/leaflets/preflight/rules"
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {found.id.replace("-", "_") for found in RULES} == files
    assert len(RULES) == len(files)


def test_every_rule_has_clause_reason_and_next_step():
    for found in RULES:
        assert found.clauses, found.id
        assert found.summary.endswith("."), found.id
        assert len(found.rationale) > 20, found.id
        assert found.help, found.id
