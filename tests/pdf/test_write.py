"""Whole files: clean, valid, deterministic, and refused where they must not be written."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

import leaflets
from leaflets.errors import PdfError
from leaflets.pdf.drawing import draw
from leaflets.pdf.write import write_pdf
from leaflets.project import Profile

HERE = Path(__file__).parent
ICC = HERE.parents[1] / "src/leaflets/data/icc"

SEED_PROGRAM = f"""
import hashlib, importlib.util, sys
spec = importlib.util.spec_from_file_location("sample_documents", {str(HERE / "conftest.py")!r})
module = sys.modules["sample_documents"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
pages = module.sample_pages()
for profile in (module.Profile.PRINT, module.Profile.SCREEN):
    print(hashlib.sha256(module.write(pages, profile)).hexdigest())
"""


def drawn(samples, pages):
    return draw(pages, faces=samples.faces)


@pytest.fixture(params=["print", "screen"])
def pdf(request, samples):
    return getattr(samples, request.param)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing(pdf, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    result = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_2A"])
def test_screen_is_compliant(samples, tmp_path, profile):
    path = tmp_path / "a.pdf"
    path.write_bytes(samples.screen)
    result = page.validate_pdf(str(path), profile=getattr(page.ValidationProfile, profile))
    assert result.is_compliant, [failure.rule_id for failure in result.failures]


@pytest.mark.parametrize("profile", [Profile.PRINT, Profile.SCREEN])
def test_same_input_same_bytes(samples, profile):
    assert samples.write(samples.pages, profile) == getattr(samples, profile)


@pytest.mark.parametrize("seed", ["1", "77"])
def test_bytes_do_not_depend_on_the_environment(samples, tmp_path, seed):
    env = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "SOURCE_DATE_EPOCH": seed,
        "TZ": "Asia/Tokyo",
        "PYTHONPATH": str(Path(leaflets.__file__).parents[1]),
    }
    command = [sys.executable, "-c", SEED_PROGRAM]
    result = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert result.stdout.split() == [
        hashlib.sha256(data).hexdigest() for data in (samples.print, samples.screen)
    ]


def test_other_content_of_the_same_title_has_another_id(samples):
    other = samples.write(samples.single(samples.latin("Other")), Profile.SCREEN)
    with pikepdf.open(io.BytesIO(other)) as a, pikepdf.open(io.BytesIO(samples.screen)) as b:
        assert bytes(a.trailer.ID[0]) != bytes(b.trailer.ID[0])


def test_other_metadata_has_another_id(samples):
    ids = set()
    for edition in ("2026-11", "2026-12"):
        metadata = replace(samples.metadata, edition=edition)
        data = write_pdf(
            drawn(samples, samples.single(samples.latin("A"))),
            samples.screen_sheets(samples.single(samples.latin("A"))),
            profile=Profile.SCREEN,
            metadata=metadata,
            icc=(ICC / "sRGB.icc").read_bytes(),
        )
        ids.add(data[data.index(b"/ID") :].split(b">")[0])
    assert len(ids) == 2


@pytest.mark.parametrize("profile", [Profile.PRINT, Profile.SCREEN])
def test_a_missing_glyph_is_refused(samples, profile):
    pages = samples.single(samples.latin("Ask in 中"))
    with pytest.raises(PdfError, match=r"NotoSans-Regular\.ttf#0 has no glyph for '中' \(U\+4E2D\)"):
        samples.write(pages, profile)


def test_a_picture_without_files_is_refused(samples):
    with pytest.raises(PdfError, match=r"images/round\.png"):
        write_pdf(
            drawn(samples, samples.pages),
            samples.screen_sheets(samples.pages),
            profile=Profile.SCREEN,
            metadata=samples.metadata,
            icc=(ICC / "sRGB.icc").read_bytes(),
        )


def test_print_without_a_condition_is_refused(samples):
    with pytest.raises(PdfError, match="print condition"):
        write_pdf(
            drawn(samples, samples.single(samples.latin("A"))),
            (),
            profile=Profile.PRINT,
            metadata=samples.metadata,
            icc=(ICC / "FOGRA39L_coated.icc").read_bytes(),
        )


@pytest.mark.parametrize(
    ("profile", "file"), [(Profile.PRINT, "sRGB.icc"), (Profile.SCREEN, "FOGRA39L_coated.icc")]
)
def test_a_profile_of_the_wrong_space_is_refused(samples, profile, file):
    with pytest.raises(PdfError, match="is needed"):
        write_pdf(
            drawn(samples, samples.pages),
            (),
            profile=profile,
            metadata=samples.metadata,
            icc=(ICC / file).read_bytes(),
            condition=samples.condition,
        )
