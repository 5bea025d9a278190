"""[brand] and [donors]: faces of a script in all formats; logos as large and free as donors ask for."""

import shutil

import pytest
from PIL import Image

from leaflets.api import lay_out, open_files, open_project, plan
from leaflets.errors import ConfigError
from leaflets.geometry import MM
from leaflets.pages.page import Glyphs, Picture

DONORS = """
[brand.faces]
Arab = ["noto-nastaliq-urdu"]

[donors.fund]
logo = { any = "images/any.png", sr = "images/sr.png" }
statement = { en = "Paid by the Fund", sr = "Платио фонд" }
height = "15mm"
clear = "5mm"
"""


@pytest.fixture
def lay(root, copy_of):
    def make(tag, more=DONORS):
        with (copy_of / "leaflets.toml").open("a", encoding="utf-8") as file:
            file.write(more)
        files = open_files(copy_of)
        (job,) = plan(open_project(files), languages=(tag,), formats=("large-print",))
        return job, lay_out(job, files).pages

    return make


@pytest.fixture
def copy_of(root, tmp_path):
    for name in ("leaflets.toml", "contacts.toml"):
        shutil.copy(root / name, tmp_path / name)
    for name in ("layouts", "locales"):
        shutil.copytree(root / name, tmp_path / name)
    (tmp_path / "images").mkdir()
    for name in ("any", "sr"):
        Image.new("RGB", (900, 600), "#224488").save(tmp_path / f"images/{name}.png")
    layout = tmp_path / "layouts/victims-rights/large-print.xml"
    text = layout.read_text(encoding="utf-8")
    layout.write_text(text.replace("<imprint/>", "<imprint/><donors/>"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("tag", "file", "words"),
    [("sr", "sr", "Платио фонд"), ("ar", "any", "Paid by the Fund"), ("en", "any", "Fund")],
)
def test_logo_and_statement(lay, tag, file, words):
    _job, pages = lay(tag)
    (page,) = [page for page in pages.pages if any(isinstance(item, Picture) for item in page.items)]
    (logo,) = [item for item in page.items if isinstance(item, Picture)]
    assert logo.file == f"images/{file}.png"
    assert logo.rect.height == pytest.approx(15 * MM)
    assert logo.rect.width == pytest.approx(22.5 * MM)
    text = "".join(item.run.text for item in page.items if isinstance(item, Glyphs))
    assert words in text
    first = next(
        item for item in reversed(page.items) if isinstance(item, Glyphs) and words[:4] in item.run.text
    )
    assert first.x == pytest.approx(logo.rect.x, abs=1)  # at the same side, on right-to-left pages too
    near = logo.rect.grown(5 * MM - 1)
    above = [i for i in page.items if isinstance(i, Glyphs) and i.y > logo.rect.top and i.y < near.top]
    assert above == []


def test_faces_of_a_script(lay):
    job, pages = lay("ar")
    assert job.language.families[0] == "noto-nastaliq-urdu"
    faces = {item.run.face for page in pages.pages for item in page.items if isinstance(item, Glyphs)}
    assert any("nastaliq" in str(face).lower() for face in faces)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ('[brand.faces]\nLatin = ["noto-serif"]\n', 'script "Latin"'),
        ('[brand]\ncolour = "red"\n', "colour"),
        ('[donors.fund]\nlogo = { xq = "a.png" }\n', "xq"),
        ('[donors.fund]\nheight = "big"\n', "not a length"),
        ('[donors.fund]\nstatement = { sr = "A", sr-Cyrl = "B" }\n', '"sr" stands there twice'),
    ],
)
def test_bad_tables(lay, more, told):
    with pytest.raises(ConfigError) as error:
        lay("en", "\n" + more)
    assert told in " ".join(d.message for d in error.value.diagnostics)
    assert error.value.diagnostics[0].place.line


def test_a_missing_logo_is_told(lay, copy_of):
    (copy_of / "images/any.png").unlink()
    with pytest.raises(Exception, match=r"any\.png"):
        lay("en")
