"""A fault of the program stops one job, and says so; the others are done."""

import pytest

from leaflets.api import open_files, open_project, plan
from leaflets.build import checking, page_faults, run
from leaflets.build.mishap import mishap


def raised(error):
    try:
        raise error
    except Exception as caught:
        return caught


@pytest.mark.parametrize(
    "error", [KeyError("0"), AssertionError(), IndexError("list index out of range"), RecursionError()]
)
def test_it_is_said_to_be_a_fault_of_leaflets(error):
    told = mishap(raised(error), stopped="rights/ar")
    assert told.rule == "internal-error"
    assert told.message.startswith("rights/ar: stopped by a fault of leaflets itself")
    assert type(error).__name__ in told.message
    assert told.help
    assert "test_mishap.py:" in told.notes[-1]


def test_where_it_arose_is_told(root):
    jobs = plan(open_project(open_files(root)), languages=("en",), formats=("trifold",))
    found = run.attempt(jobs[0], files=None).findings
    assert [one.rule for one in found] == ["internal-error"]
    assert "build/inputs.py:" in found[0].notes[-1]
    assert " > " in found[0].notes[-1]


def test_memory_that_does_not_suffice():
    told = mishap(raised(MemoryError()), stopped="rights/ar")
    assert told.rule == "out-of-memory"
    assert "--jobs 1" in told.help


def test_other_jobs_are_built(monkeypatch, root, tmp_path):
    """As many files of the others as without it."""
    files = open_files(root)
    jobs = plan(open_project(files), languages=("en", "ar"), formats=("card",))
    whole = run.run_job

    def fail(job, files):
        if job.tag == "ar":
            raise KeyError("0")
        return whole(job, files)

    monkeypatch.setattr(run, "run_job", fail)
    results = {result.job.tag: result for result in run.run_jobs(jobs, files, folder=tmp_path)}
    assert results["ar"].failed
    assert not results["en"].failed
    assert len(list(tmp_path.rglob("*.pdf"))) == len(results["en"].outputs.files) > 0


def test_other_formats_and_languages_are_checked(monkeypatch, root):
    files = open_files(root)
    project = open_project(files)

    def fail(*given, **named):
        raise KeyError("0")

    for name in ("check_publication", "check_shelf"):
        monkeypatch.setattr(checking, name, fail)
    whole, serbian = checking.check_project(project, files, languages=("sr",), pages=False)
    assert [one.rule for one in whole.findings] == ["internal-error"]
    assert "the project: stopped by" in whole.findings[0].message
    assert "internal-error" not in serbian.by_rule

    monkeypatch.setattr(page_faults, "lay_out", fail)
    reports = {one.tag: one for one in checking.check_project(project, files, languages=("sr",))}
    assert {one.rule for one in reports["sr"].findings} >= {"internal-error"}

    monkeypatch.setattr(checking, "check_catalog", fail)
    reports = {one.tag: one for one in checking.check_project(project, files, languages=("sr", "ar"))}
    assert {tag for tag, one in reports.items() if one.findings} >= {"sr", "ar"}

    monkeypatch.setattr(checking, "read_source", fail)
    reports = {one.tag: one for one in checking.check_project(project, files, languages=("sr", "ar"))}
    assert "internal-error" in reports[""].by_rule
    assert set(reports) == {"", "sr", "ar"}
