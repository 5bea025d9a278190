"""Every language's text comes out of its screen PDF again: exactly for screen readers, whole for tools."""

import shutil
from pathlib import Path

import pytest
from benchmarks.extraction import measure, share

from leaflets.api import open_files, open_project, plan

ROOT = Path(__file__).resolve().parents[2]
FILES = open_files(ROOT)
JOBS = {job.tag: job for job in plan(open_project(FILES), formats=("trifold",))}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
@pytest.mark.parametrize("tag", JOBS)
def test_text_comes_back(tag):
    row = measure(JOBS[tag], FILES)
    assert row.exact == row.messages > 60
    assert row.ink_faults == 0
    least = 0.95 if JOBS[tag].language.is_rtl else 1.0
    assert row.poppler >= least, row
    assert row.pdfium >= least, row


def test_shares():
    assert share("a b b", "b a", script="Latn") == pytest.approx(2 / 3)
    assert share("video-veza", "video-\nveza", script="Latn") == 1
    assert share("你好。再见", "你\n好。", script="Hans") == 0.5
