"""The repository's own leaflet in every language: nothing lost, ink right, bytes the same."""

import io
import os
import pickle
import shutil
import subprocess
import sys
from datetime import UTC, datetime

import page
import pikepdf
import pytest

from leaflets.api import open_files, open_project, plan, run_job, sheets_of
from leaflets.build.inputs import open_fonts
from leaflets.build.job import pages_of
from leaflets.geometry import MM
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.reader import read_pdf
from leaflets.preflight.reading import parent_tree_faults, read_aloud, whole_text
from leaflets.preflight.rules.metadata_disagrees import TEXTS
from leaflets.preflight.xmp import read_packet
from leaflets.project import Profile

PROFILES = [Profile.PRINT, Profile.SCREEN, Profile.OFFICE, Profile.ONE_SIDED]
"""What a folded sheet has: its sides are for shops that impose too."""

TAGS = ("en", "sr", "sr-Latn", "ar")


def squeezed(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def outputs(root, laid_out):
    made = {}

    def build(tag):
        if tag not in made:
            made[tag] = run_job(laid_out(tag)[0], open_files(root))
        return made[tag]

    return build


@pytest.mark.parametrize("tag", TAGS)
def test_builds_without_errors(outputs, tag):
    """A draft may have texts that are not translated yet."""
    assert not [finding for finding in outputs(tag).findings if finding.is_error]
    assert [file.profile for file in outputs(tag).files] == PROFILES


@pytest.mark.parametrize("tag", TAGS)
def test_every_message_is_read_aloud_exactly(outputs, laid_out, tag):
    _job, laid = laid_out(tag)
    screen = outputs(tag).files[1].data
    heard = squeezed(whole_text(read_aloud(screen)))
    shown = laid.messages
    assert len(shown) > 60
    for message in shown:
        assert squeezed(message.text) in heard, message


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("profile", PROFILES)
def test_ink_equals_the_drawing_of_the_shaped_text(outputs, laid_out, root, tag, profile):
    job, laid = laid_out(tag)
    library = open_fonts(open_files(root))
    expected = ink_of_pages(pages_of(laid, profile), sheets_of(job, laid, profile), library.by_id)
    data = outputs(tag).files[PROFILES.index(profile)].data
    assert differences(expected, ink_of_pdf(data)) == ()


@pytest.mark.parametrize("tag", TAGS)
def test_tags_and_content_point_at_each_other(outputs, tag):
    assert parent_tree_faults(outputs(tag).files[1].data) == ()


def test_the_same_job_gives_the_same_bytes_elsewhere(outputs, tmp_path, root):
    script = (
        "import hashlib,sys;from pathlib import Path;from leaflets.api import *;"
        "f=open_files(Path(sys.argv[1]));j,=plan(open_project(f),languages=('ar',),formats=('trifold',));"
        "print([o.sha256 for o in run_job(j,f).files])"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    told = subprocess.run(
        [sys.executable, "-c", script, str(root)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == str([file.sha256 for file in outputs("ar").files])


def test_a_job_and_its_snapshot_travel(outputs, laid_out, root):
    job, _laid = laid_out("sr")
    files = open_files(root)
    run_job(job, files)
    job, snapshot = pickle.loads(pickle.dumps((job, files.snapshot())))
    assert [f.sha256 for f in run_job(job, snapshot).files] == [f.sha256 for f in outputs("sr").files]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_file_says_what_it_is_twice_in_neutral_words(outputs, profile):
    file = outputs("ar").files[PROFILES.index(profile)]
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        packet = read_packet(pdf.Root.Metadata)
    for key, name in TEXTS:
        assert info[key], key
        assert info[key] == packet.text(name), key
    assert (info["/Language"], info["/Edition"], info["/Rights"]) == ("ar", "2026-11", "CC BY 4.0")
    assert info["/CreationDate"] == "D:20261101000000Z"
    said = " ".join((*info.values(), *packet.texts.values())).lower()
    assert not any(word in said for word in ("victim", "traffick", "rights of", "human"))


def test_another_date_changes_dates_only(outputs, root):
    files = open_files(root)
    date = datetime(2027, 2, 3, 4, 5, 6, tzinfo=UTC)
    (job,) = plan(open_project(files), languages=("en",), formats=("trifold",), date=date)
    (file, *_rest) = run_job(job, files).files
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20270203040506Z"
    mine, theirs = (read_pdf(data).leaves for data in (file.data, outputs("en").files[0].data))
    assert [leaf.shown for leaf in mine] == [leaf.shown for leaf in theirs]


def test_neutral_names(outputs):
    for tag in TAGS:
        for file in outputs(tag).files:
            name = file.path.rpartition("/")[2]
            assert name.isascii()
            assert name.endswith("-DRAFT.pdf")
            assert not any(word in name for word in ("victim", "traffick", "rights"))


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("standard", ["PDF_UA_1", "PDF_A_2A"])
def test_screen_is_accessible_and_archival(outputs, tmp_path, tag, standard):
    file = tmp_path / "screen.pdf"
    file.write_bytes(outputs(tag).files[1].data)
    verdict = page.validate_pdf(str(file), profile=getattr(page.ValidationProfile, standard))
    assert verdict.is_compliant, [failure.rule_id for failure in verdict.failures]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("tag", TAGS)
def test_both_files_are_sound(outputs, tmp_path, tag):
    for output in outputs(tag).files:
        file = tmp_path / "file.pdf"
        file.write_bytes(output.data)
        checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("tag", TAGS)
def test_print_is_black_text_on_imposed_sides_with_bleed(outputs, tag):
    with pikepdf.open(io.BytesIO(outputs(tag).files[0].data)) as pdf:
        assert len(pdf.pages) == 2
        for sheet in pdf.pages:
            trim, bleed = ([float(v) for v in sheet.obj[name]] for name in ("/TrimBox", "/BleedBox"))
            assert [round((b - t) / MM, 3) for t, b in zip(trim, bleed, strict=True)] == [-3, -3, 3, 3]
            assert round((trim[2] - trim[0]) / MM, 3) == 297
            assert "/Annots" not in sheet.obj
    inks = {shown.fill for leaf in read_pdf(outputs(tag).files[0].data).leaves for shown in leaf.shown}
    assert {ink.space for ink in inks} == {"DeviceCMYK"}
    assert {ink.values[:3] for ink in inks} == {(0.0, 0.0, 0.0)}
