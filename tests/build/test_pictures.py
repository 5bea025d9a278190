"""Bitmaps in layouts: bad ones are told at the layout's line, good ones are in both files."""

import io
import shutil

import pikepdf
import pytest
from PIL import Image

from leaflets.api import open_files, open_project, plan, run_job
from leaflets.errors import LayoutError
from leaflets.preflight.run import preflight
from leaflets.project import Profile

LAYOUT = "layouts/sample/trifold.xml"


@pytest.fixture
def run(root, tmp_path):
    """The small project with one image of these bytes; its job's outputs."""
    shutil.copytree(root / "tests/golden/project", tmp_path, dirs_exist_ok=True)

    def build(data, *, width="40mm", profiles=tuple(Profile), src="images/a.png"):
        (tmp_path / "images").mkdir(exist_ok=True)
        (tmp_path / "images/a.png").write_bytes(data)
        path = tmp_path / LAYOUT
        image = f'<img class="photo" src="{src}" alt=""/>\n  <p>'
        path.write_text(path.read_text(encoding="utf-8").replace("<p>", image, 1), encoding="utf-8")
        style = tmp_path / "layouts/sample/trifold.css"
        style.write_text(style.read_text() + f".photo {{ width: {width}; }}\n", encoding="utf-8")
        files = open_files(tmp_path)
        (job,) = plan(open_project(files), languages=("en",), profiles=profiles)
        return run_job(job, files)

    return build


def saved(image, kind="PNG", **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def colorful(size=(500, 400)):
    noise = Image.effect_noise(size, 90)
    return Image.merge("RGB", (noise, noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT), noise))


GOOD = {
    "rgb": lambda: saved(colorful()),
    "alpha": lambda: saved(colorful().convert("RGBA")),
    "palette": lambda: saved(colorful().quantize(16)),
    "deep": lambda: saved(Image.new("I;16", (500, 400), 30_000)),
    "photo": lambda: saved(colorful(), "JPEG"),
    "inks": lambda: saved(Image.new("CMYK", (500, 400), (255, 255, 255, 255)), "JPEG"),
}


@pytest.mark.parametrize("kind", GOOD)
def test_every_kind_of_image_passes_preflight(run, kind):
    outputs = run(GOOD[kind]())
    assert not [finding for finding in outputs.findings if finding.is_error]
    for file in outputs.files:
        failed = preflight(file.data, name=file.path).failed
        assert not failed, [(check.rule, check.faults) for check in failed]


def test_a_conversion_is_said_at_the_line_of_the_layout(run):
    (note,) = run(GOOD["alpha"]()).findings
    assert (note.rule, note.is_error, str(note.place)) == ("converted-image", False, f"{LAYOUT}:11")
    assert "its colours are converted to the inks of FOGRA39" in note.message


def test_nothing_is_said_for_screens_alone(run):
    assert run(GOOD["rgb"](), profiles=(Profile.SCREEN,)).findings == ()


def test_a_coarse_image_is_an_error_for_print(run):
    outputs = run(saved(Image.new("L", (300, 240))), width="50mm")
    (error,) = [finding for finding in outputs.findings if finding.is_error]
    assert (error.rule, str(error.place)) == ("coarse-image", f"{LAYOUT}:11")
    assert "152 pixels an inch" in error.message
    assert "at least 493 pixels wide" in error.help or "at least 492 pixels wide" in error.help
    assert outputs.files == ()


BAD = {
    "no image": lambda: b"GIF89a",
    "truncated": lambda: saved(colorful())[:20_000],
    "too large": lambda: saved(Image.new("1", (7_100, 7_100))),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_image_is_told_at_the_line_of_the_layout(run, kind):
    with pytest.raises(LayoutError) as error:
        run(BAD[kind]())
    (fault,) = error.value.diagnostics
    assert (fault.rule, str(fault.place)) == ("bad-image", f"{LAYOUT}:11")


@pytest.mark.parametrize("src", ["images/b.png", "../a.png"])
def test_an_image_that_is_not_there(run, src):
    with pytest.raises(LayoutError) as error:
        run(saved(colorful()), src=src)
    assert str(error.value.diagnostics[0].place) == f"{LAYOUT}:11"


def test_what_a_photograph_says_of_its_camera_is_in_no_file(run):
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    for file in run(saved(colorful(), "JPEG", exif=exif, comment=b"at home")).files:
        with pikepdf.open(io.BytesIO(file.data)) as pdf:
            for image in pdf.pages[0].Resources.XObject.as_dict().values():
                assert b"somebody" not in image.read_raw_bytes()
                assert b"at home" not in image.read_raw_bytes()
