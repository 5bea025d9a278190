"""All scripts on one page: the ink is HarfBuzz's and validators find nothing, with every family shipped."""

import os
import shutil
import subprocess
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import page
import pytest

from leaflets.api import open_files
from leaflets.build.inputs import open_fonts
from leaflets.checks.rules.shaping_font import shaping_font
from leaflets.checks.subject import Typeset
from leaflets.color import BLACK
from leaflets.config.languages import shipped_languages
from leaflets.geometry import Rect
from leaflets.pages.page import Glyphs, Page, Pages, Tag
from leaflets.pdf.drawing import draw
from leaflets.pdf.metadata import Metadata
from leaflets.pdf.variants import SRGB
from leaflets.pdf.write import write_pdf
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.project import Profile
from leaflets.resources import data_path
from leaflets.sheets.sheet import Placement, Sheet
from leaflets.text.line import Span
from leaflets.text.paragraph import prepare
from leaflets.text.setting import break_lines

WORDS = tomllib.loads((Path(__file__).parents[1] / "fonts" / "words.toml").read_text(encoding="utf-8"))
LANGUAGES = {language.tag: language for language in shipped_languages()}
WIDTH, STEP, SIZE = 500.0, 30.0, 10.0
COUNTED = "PDFA2A-STREAM-LENGTH-001"
"""Found by page-validation 0.11 where the last byte of compressed data is by chance a line end."""
IN_CI = os.environ.get("CI") == "true"
VERAPDF = os.environ.get("LEAFLETS_VERAPDF", "")
VERAPDF_CLASS = "org.verapdf.apps.GreenfieldCliWrapper"


@pytest.fixture(scope="module")
def library(root):
    return open_fonts(open_files(root))


@pytest.fixture(scope="module")
def pages(library):
    """A line of regular words, bold ones and a number for each language."""
    tags = [Tag(role="Document", parent=None, language="en"), Tag(role="H1", parent=0, language="en")]
    height = STEP * (len(WORDS) + 3)
    items = list(line("en", "Words", "", library=library, y=height - STEP, number=1))
    for number, (tag, words) in enumerate(WORDS.items(), 2):
        found = words.split()
        text = f"{' '.join(found[1:6])}, “{found[0]}” 011 785 (24) "
        actual = text + found[-1]
        tags.append(Tag(role="P", parent=0, language=tag, actual=actual if LANGUAGES[tag].is_rtl else None))
        y = height - STEP * number
        items += line(tag, text, found[-1], library=library, y=y, number=len(tags) - 1)
    made = Page(name="all", width=WIDTH, height=height, items=tuple(items), background=())
    return Pages(pages=(made,), tags=tuple(tags), sources=(), scale=SIZE)


def line(tag, text, bold, *, library, y, number):
    """The glyphs of one line, from the left."""
    language = LANGUAGES[tag]
    common = {"families": language.families, "slant": "normal", "size": 1.0, "language": tag, "color": BLACK}
    parts = [(text, 400), (bold, 700)][: 1 + bool(bold)]
    spans = [Span(text=part, weight=weight, **common) for part, weight in parts]
    paragraph = prepare(spans, base=int(language.is_rtl), language=language, library=library)
    assert paragraph.missing == ()
    (only,) = break_lines(paragraph, 1000)
    x = 10.0
    for run in only.runs:
        yield Glyphs(x=x, y=y, size=SIZE, run=run, tag=number)
        x += run.width * SIZE


@pytest.fixture(scope="module")
def sheets(pages):
    (only,) = pages.pages
    clip = Rect(0, 0, only.width, only.height)
    placed = Placement(page=0, x=0, y=0, clip=clip)
    return (Sheet(name="all", width=only.width, height=only.height, bleed=0, slug=0, placements=(placed,)),)


@pytest.fixture(scope="module")
def written(pages, sheets, library, tmp_path_factory):
    """The screen PDF; glyphs are encoded in the same way for the press."""
    path = tmp_path_factory.mktemp("scripts") / "all.pdf"
    date = datetime(2026, 11, 1, tzinfo=UTC)
    data = write_pdf(
        draw(pages, faces=library.by_id),
        sheets,
        profile=Profile.SCREEN,
        metadata=Metadata(title="Words", language="en", date=date, edition="2026-11", author="Nobody"),
        icc=data_path(f"icc/{SRGB.icc}").read_bytes(),
        condition=SRGB,
        pictures=lambda _name: b"",
    )
    path.write_bytes(data)
    return path


def test_every_family_is_used(pages, library):
    used = {item.run.face for item in pages.pages[0].items}
    families = {family.id for family in library.families if used & {face.id for face in family.faces}}
    assert families == {family.id for family in library.families}


def test_every_face_can_join_its_letters(pages, library):
    """Whatever font the number between them comes from."""
    typeset = Typeset(document=None, pages=pages, face=library.by_id)
    assert list(shaping_font.find(typeset)) == []


def test_the_ink_is_that_of_harfbuzz(pages, sheets, library, written):
    wanted = ink_of_pages(pages, sheets, library.by_id)
    assert differences(wanted, ink_of_pdf(written.read_bytes())) == ()


@pytest.mark.parametrize("standard", ["PDF_UA_1", "PDF_A_2A"])
def test_page_validation_finds_nothing(written, standard):
    profile = getattr(page.ValidationProfile, standard)
    verdict = page.validate_pdf(str(written), profile=profile)
    assert {failure.rule_id for failure in verdict.failures} <= {COUNTED}


def test_verapdf_finds_nothing(written):
    """In CI only: starting Java takes longer than all of the other tests here."""
    if not (IN_CI and Path(VERAPDF).is_file() and shutil.which("java")):
        pytest.skip("set CI, and LEAFLETS_VERAPDF to the jar of veraPDF")
    command = ["java", "-cp", VERAPDF, VERAPDF_CLASS, "-f", "0", "--format", "text", written]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    verdicts = [word for word in told.stdout.split() if word in ("PASS", "FAIL")]
    assert set(verdicts) == {"PASS"}, told.stdout
