"""Every rendition of the repository against validators that know nothing of this project.

veraPDF (the reference for PDF/UA and PDF/A, in Java) is installed by `.ci/run`; where it is missing its
test is skipped, but fails in CI. It is given all files in one call.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import page
import pikepdf
import pytest
from PIL import Image, ImageChops, ImageMath

from leaflets.api import open_files, open_project, plan, run_job
from leaflets.preflight.run import compare_plates, preflight
from leaflets.project import Profile

IN_CI = os.environ.get("CI") == "true"
VERAPDF = os.environ.get("LEAFLETS_VERAPDF", "")
FEW = ("en", "ar", "mul")
VERAPDF_CLASS = "org.verapdf.apps.GreenfieldCliWrapper"


@dataclass(frozen=True)
class Rendition:
    name: str
    profile: Profile
    path: Path
    format: str
    scripts: frozenset[str]
    rtl: bool


@pytest.fixture(scope="module")
def renditions(root, tmp_path_factory):
    """The PDFs of the tri-fold in all languages, and of every other format in one of each direction."""
    folder = tmp_path_factory.mktemp("dist")
    files = open_files(root)
    made = []
    for job in (job for job in plan(open_project(files)) if job.format == "trifold" or job.tag in FEW):
        for output in run_job(job, files).files:
            if not output.path.endswith(".pdf"):
                continue  # pictures for messages, and their text
            path = folder / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.data)
            scripts = frozenset(language.script for language in job.languages)
            made.append(Rendition(job.name, output.profile, path, job.format, scripts, job.language.is_rtl))
    assert made
    return made


def tagged(renditions):
    """All that claim PDF/UA and PDF/A: for screens and for office printers."""
    return [found for found in renditions if not found.profile.is_press]


def of(renditions, profile):
    return [found for found in renditions if found.profile is profile]


def tool(name):
    """Skips without the program; fails in CI, where `.ci/run` installs it."""
    found = shutil.which(name)
    if found is None:
        (pytest.fail if IN_CI else pytest.skip)(f"{name} is not installed; see .ci/run")
    return found


def test_verapdf_finds_nothing(renditions, record_property):
    """Flavour 0: all that a file declares itself, which must be PDF/UA-1 and PDF/A-2a."""
    java = tool("java")
    if not Path(VERAPDF).is_file():
        reason = "veraPDF is not here: set LEAFLETS_VERAPDF to its jar; .ci/run shows how to get it"
        (pytest.fail if IN_CI else pytest.skip)(reason)
    files = [str(found.path) for found in tagged(renditions)]
    command = [java, "-cp", VERAPDF, VERAPDF_CLASS, "-f", "0", "--format", "text", "-v", *files]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    found = {tuple(line.split()) for line in told.stdout.splitlines() if line.startswith(("PASS", "FAIL"))}
    names = ", ".join(dict.fromkeys(found.name for found in tagged(renditions)))
    for flavour in ("ua1", "2a"):
        failed = sum(("PASS", file, flavour) not in found for file in files)
        record_property("verdict", f"veraPDF {flavour}: {failed} failed of {len(files)}: {names}")
    assert found == {("PASS", file, flavour) for file in files for flavour in ("ua1", "2a")}, told.stdout


@pytest.mark.parametrize("standard", ["PDF_UA_1", "PDF_A_2A"])
def test_page_validation_finds_nothing(renditions, record_property, standard):
    failed = {}
    for found in tagged(renditions):
        verdict = page.validate_pdf(str(found.path), profile=getattr(page.ValidationProfile, standard))
        if not verdict.is_compliant:
            failed[found.name] = [failure.rule_id for failure in verdict.failures]
    count = len(tagged(renditions))
    record_property("verdict", f"page-validation {standard}: {len(failed)} failed of {count}")
    assert not failed


def test_preflight_finds_nothing(renditions, record_property):
    """The first language of each direction, in every format and profile."""
    first = {}
    for found in renditions:
        first.setdefault((found.format, found.profile, found.rtl), found)
    failed = {
        found.path.name: [check.rule for check in verdict.failed]
        for found in first.values()
        if (verdict := preflight(found.path.read_bytes(), name=found.path.name)).failed
    }
    record_property("verdict", f"leaflets preflight: {len(failed)} failed of {len(first)}")
    assert not failed


def test_qpdf_finds_every_file_sound(renditions, record_property):
    qpdf = tool("qpdf")
    for found in renditions:
        told = subprocess.run([qpdf, "--check", found.path], capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stdout
    record_property("verdict", f"qpdf --check: 0 faults in {len(renditions)} files")


def separations(path, folder):
    """Ghostscript's plates of each page: colour -> image in which ink is bright."""
    command = [tool("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72"]
    subprocess.run([*command, "-dMaxSpots=4", f"-sOutputFile={folder}/%d.tif", path], check=True)
    pages = len(list(folder.glob("*(Black).tif")))
    names = ("Cyan", "Magenta", "Yellow", "Black")
    return [
        {name: ImageChops.invert(Image.open(folder / f"{n}({name}).tif").convert("L")) for name in names}
        for n in range(1, pages + 1)
    ]


def by_group(renditions):
    """(format, whether from right to left) -> print files."""
    groups = {}
    for found in of(renditions, Profile.PRINT):
        groups.setdefault((found.format, found.rtl), []).append(found)
    return groups


def test_languages_of_one_direction_share_the_colour_plates(renditions):
    """A print run changes only the black plate from language to language."""
    verdicts = [
        (group, preflight(found.path.read_bytes(), name=found.path.name))
        for group, files in by_group(renditions).items()
        for found in files
    ]
    assert not [verdict.name for verdict, check in compare_plates(verdicts) if check.faults]


def test_a_raster_processor_sees_the_same_plates(renditions, tmp_path):
    """Ghostscript's separations of the first and the last language of each direction of a format."""
    for group, files in by_group(renditions).items():
        made = []
        for found in (files[0], files[-1]):
            folder = tmp_path / f"{group}-{len(made)}"
            folder.mkdir()
            made.append(separations(found.path, folder))
        for mine, theirs in zip(*made, strict=True):
            for name in ("Cyan", "Magenta", "Yellow"):
                assert ImageChops.difference(mine[name], theirs[name]).getbbox() is None, (group, name)


SMALL, LARGE, PRINT = 60_000, 150_000, 250_000
"""Bytes of a tri-fold: on screens in Latin and Cyrillic, in other scripts, and for print."""


def test_no_tri_fold_is_larger_than_a_slow_telephone_bears(renditions, record_property):
    sizes = {}
    for found in renditions:
        if found.format == "trifold":
            plain = found.scripts <= {"Latn", "Cyrl"}
            most = PRINT if found.profile is Profile.PRINT else SMALL if plain else LARGE
            sizes[found.path.name] = found.path.stat().st_size, most
    large = {name: size for name, (size, most) in sizes.items() if size > most}
    record_property("verdict", f"largest tri-fold: {max(size for size, _most in sizes.values())} bytes")
    assert not large


def without_text(path, target):
    with pikepdf.open(path) as pdf:
        for sheet in pdf.pages:
            data = sheet.obj.Contents.read_bytes()
            assert data.count(b"BT ") > 50
            sheet.obj.Contents.write(re.sub(rb"BT .*? ET\n", b"", data))
        pdf.save(target)


def test_text_is_on_the_black_plate_only_and_knocks_nothing_out(renditions, tmp_path):
    """The colour plates do not change when all text is taken away: it overprints, and has no colour."""
    for (format_name, rtl), (found, *_others) in by_group(renditions).items():
        if format_name != "trifold":
            continue
        plates = []
        for name in ("with", "without"):
            folder = tmp_path / f"{rtl}-{name}"
            folder.mkdir()
            path = found.path
            if name == "without":
                path = folder / "plain.pdf"
                without_text(found.path, path)
            plates.append(separations(path, folder))
        for full, plain in zip(*plates, strict=True):
            for name in ("Cyan", "Magenta", "Yellow"):
                assert ImageChops.difference(full[name], plain[name]).getbbox() is None
            assert ImageChops.difference(full["Black"], plain["Black"]).getbbox() is not None


def test_no_place_has_more_ink_than_paper_bears(renditions, tmp_path):
    found = of(renditions, Profile.PRINT)[0]
    for plates in separations(found.path, tmp_path):
        total = ImageMath.lambda_eval(
            lambda p: p["C"] + p["M"] + p["Y"] + p["B"], **{k[0]: v for k, v in plates.items()}
        )
        assert total.getextrema()[1] <= 2.8 * 255 + 1
