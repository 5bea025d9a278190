"""A process that dies costs the item it was at: all others are done, each once."""

import faulthandler
import multiprocessing
import os
from collections import Counter
from datetime import date

import pytest
from tests.build.conftest import change

from leaflets.build import approve, checking, run
from leaflets.build.checking import check_project
from leaflets.build.open import open_files, open_project
from leaflets.build.pool import in_order, spread

FATAL = (3, 8)
forked = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="what a test changes is not seen by other processes"
)


def die():
    """As a segmentation fault in a library would, and without the traceback that pytest adds."""
    faulthandler.disable()
    os.abort()


def square(number):
    if number in FATAL:
        die()
    return number * number


def test_all_items_but_those_that_kill_their_process_are_done():
    numbers = tuple(range(12))
    wanted = tuple(None if number in FATAL else number * number for number in numbers)
    assert in_order(square, numbers, workers=2) == wanted
    told = Counter(index for index, _result in spread(square, numbers, workers=2))
    assert told == Counter(numbers)


@pytest.mark.parametrize("numbers", [(), (3,), (3, 8), (4, 3)])
def test_few_items_and_more_processes(numbers):
    wanted = tuple(None if number in FATAL else number * number for number in numbers)
    assert in_order(square, numbers, workers=4) == wanted


@forked
def test_a_crash_costs_one_job(told, small, monkeypatch):
    """No traceback, and all other files are there."""
    change(small / "leaflets.toml", '"sr"]', '"sr", "fr", "ru"]')
    whole = run.run_job

    def run_job(job, files):
        return die() if job.tag == "fr" else whole(job, files)

    monkeypatch.setattr(run, "run_job", run_job)
    code, said = told("build", "--jobs", "2", "--profile", "screen")
    assert code == 1
    assert "error[process-died]: sample/fr/trifold: the process that was at it died" in said
    assert "leaflets build --lang fr --format trifold --jobs 1" in said
    assert {path.parent.name for path in (small / "dist/sample").rglob("*.pdf")} == {"en", "sr", "ru"}


@forked
def test_pages_over_which_a_process_dies_are_not_released(told, small, monkeypatch):
    """And are not said to be others than those that were approved."""
    today = date.today().isoformat()
    change(
        small / "contacts.toml",
        'checked_on = 2026-11-23\nchecked_by = ""',
        f'checked_on = {today}\nchecked_by = "M."',
    )
    for tag in ("en", "sr"):
        for what in (("--text",), ("--proof", "trifold")):
            assert told("review", tag, *what, "--by", f"reader of {tag}")[0] == 0
    whole = approve.proof_of

    def proof_of(job, files):
        return die() if job.tag == "sr" else whole(job, files)

    monkeypatch.setattr(approve, "proof_of", proof_of)
    monkeypatch.setattr(approve, "FEW", 0)
    code, said = told("build", "--release", "--jobs", "2", "--profile", "screen")
    assert code == 1
    assert "error[process-died]: sample/sr/trifold" in said
    assert "stale-proof" not in said
    assert {path.parent.name for path in (small / "dist/sample").rglob("*.pdf")} == {"en"}


@forked
def test_a_crash_of_a_check_costs_one_language(root, monkeypatch):
    whole = checking._check_leaflet

    def check(work, leaflet, language):
        return die() if language.tag == "fr" else whole(work, leaflet, language)

    monkeypatch.setattr(checking, "_check_leaflet", check)
    files = open_files(root)
    tags = ("fr", "sq", "ro", "ru")
    reports = check_project(open_project(files), files, languages=tags, pages=False, workers=2)
    died = {report.tag: any(one.rule == "process-died" for one in report.findings) for report in reports}
    assert died == {"": False, "fr": True, "sq": False, "ro": False, "ru": False}
