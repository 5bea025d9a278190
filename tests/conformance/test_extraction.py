"""Every language's text comes out of its screen PDF again: exactly for screen readers, whole for tools."""

import io
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
from benchmarks.extraction import measure, share

from leaflets.api import lay_out, open_files, open_project, plan
from leaflets.build.job import output_of
from leaflets.pages.page import Glyphs
from leaflets.project import Profile

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


@pytest.mark.parametrize("tag", [tag for tag, job in JOBS.items() if job.language.is_rtl])
@pytest.mark.parametrize("profile", [Profile.SCREEN, Profile.OFFICE])
def test_numbers_are_copied_in_order_from_right_to_left_lines(tag, profile):
    """PDFium, in Chrome and on telephones, orders lines itself: 116 000 must not become 000 116."""
    laid = lay_out(JOBS[tag], FILES)
    pdf = pypdfium2.PdfDocument(io.BytesIO(output_of(JOBS[tag], laid, profile, FILES).data))
    copied = " ".join(page.get_textpage().get_text_range() for page in pdf).replace("\u00a0", " ")
    texts = [item.run.text for page in laid.pages.pages for item in page.items if isinstance(item, Glyphs)]
    shown = [text.strip() for text in texts if re.search(r"\d \d", text)]
    assert len(shown) >= 10
    assert {text: copied.count(text) >= shown.count(text) for text in shown} == dict.fromkeys(shown, True)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_numbers_on_lines_of_their_own_have_plain_blanks(tag):
    laid = lay_out(JOBS[tag], FILES)
    pdf = pypdfium2.PdfDocument(io.BytesIO(output_of(JOBS[tag], laid, Profile.SCREEN, FILES).data))
    assert pdf[0].get_textpage().get_text_range().strip().endswith("011 785 00 00")


def test_shares():
    assert share("a b b", "b a", script="Latn") == pytest.approx(2 / 3)
    assert share("video-veza", "video-\nveza", script="Latn") == 1
    assert share("你好。再见", "你\n好。", script="Hans") == 0.5
