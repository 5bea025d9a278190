"""A page in each script that there are fonts for: it builds, and other programs read its text."""

import shutil
import tomllib
from io import BytesIO
from pathlib import Path

import pytest
from benchmarks.extraction import measure
from PIL import Image, ImageChops
from tools.specimens import picture

from leaflets.api import open_files, open_project, plan, run_job
from leaflets.build.inputs import open_fonts
from leaflets.config.languages import shipped_languages
from leaflets.project import Profile

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
FILES = open_files(DOCS / "specimens/project")
JOBS = {job.tag: job for job in plan(open_project(FILES), profiles=(Profile.SCREEN,))}
READ = {tag: job for tag, job in JOBS.items() if job.leaflet.name == "specimen"}
"""Texts: pdftotext joins single letters between blanks to words, so alphabets are looked at only."""


def test_every_script_and_family_has_one():
    languages = [job.language for job in JOBS.values()]
    assert {language.script for language in languages} == {one.script for one in shipped_languages()}
    families = {language.families[0] for language in languages}
    assert families == {family.id for family in open_fonts(FILES).families}


def test_every_one_is_drawn_and_listed():
    pictures = {path.stem for path in (DOCS / "specimens").glob("*.png")}
    looks = tomllib.loads((DOCS / "specimens/looks.toml").read_text(encoding="utf-8"))
    listed = (DOCS / "specimens.md").read_text(encoding="utf-8")
    assert pictures == looks.keys() == JOBS.keys()
    assert [tag for tag in JOBS if f"(specimens/{tag}.png)" not in listed] == []
    assert sum(path.stat().st_size for path in (DOCS / "specimens").glob("*.png")) < 2_500_000


@pytest.mark.parametrize("tag", JOBS)
def test_it_builds_and_is_what_the_picture_shows(tag):
    outputs = run_job(JOBS[tag], FILES)
    assert [finding for finding in outputs.findings if finding.is_error] == []
    assert outputs.pages == len(outputs.files) == 1
    with Image.open(DOCS / f"specimens/{tag}.png") as committed:
        drawn = Image.open(BytesIO(picture(outputs.files[0].data)))
        assert drawn.size == committed.size
        difference = ImageChops.difference(smoothed(drawn), smoothed(committed))
    assert difference.getextrema()[1] < 40, "look at it again: make specimens"


def smoothed(image):
    """Without what another rasteriser draws otherwise at the edge of a letter."""
    return image.convert("L").reduce(8)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
@pytest.mark.parametrize("tag", READ)
def test_its_text_comes_back(tag):
    row = measure(READ[tag], FILES)
    assert row.exact == row.messages > 4
    assert row.ink_faults == 0
    least = 0.95 if READ[tag].language.is_rtl else 1.0
    assert row.poppler >= least, row
    assert row.pdfium >= least, row
