"""`leaflets fonts`, a project's own fonts, and languages that a project adds."""

import importlib.util
import json
import pickle
import re
import shutil
from pathlib import Path

import pikepdf
import pytest

from leaflets.api import open_files, open_project, plan, run_job
from leaflets.project import Profile

SPEC = importlib.util.spec_from_file_location("making", Path(__file__).parents[1] / "fonts" / "making.py")
making = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(making)

ONE = ("--format", "trifold", "--profile", "screen")

OWN = """
[language.qaa-Latn]
autonym = "Qaa"
english = "A language of nobody"
script = "Latn"
{families}
"""


@pytest.fixture
def add(copy):
    """Adds a language with the Serbian (Latin) texts to the project; texts that it has are replaced."""

    def language(tag, *, toml=""):
        path = copy / "leaflets.toml"
        text = path.read_text(encoding="utf-8")
        start = text.index("languages = [") + len("languages = [")
        listed = "" if f'"{tag}"' in text[start : text.index("]", start)] else f'"{tag}", '
        path.write_text(f"{text[:start]}{listed}{text[start:]}{toml}", encoding="utf-8")
        folder = copy / "locales" / tag.replace("-", "_")
        shutil.copytree(copy / "locales" / "sr_Latn", folder, dirs_exist_ok=True)
        for file in folder.rglob("*.po"):
            lines = file.read_text(encoding="utf-8").replace("sr_Latn", tag.replace("-", "_"))
            file.write_text(lines, encoding="utf-8")

    return language


@pytest.fixture
def put(copy):
    def fonts(toml, **files):
        (copy / "fonts").mkdir(exist_ok=True)
        (copy / "fonts" / "fonts.toml").write_text(toml, encoding="utf-8")
        for name, data in files.items():
            (copy / "fonts" / name.replace("_", ".")).write_bytes(data)

    return fonts


def test_all_languages_are_covered(run):
    told = run("fonts")
    assert told.code == 0
    assert "Noto Nastaliq Urdu" in told.out
    assert told.out.count("none") >= 100


def test_one_language_and_its_fonts(run):
    told = run("fonts", "--lang", "ur", "--format", "json")
    record = json.loads(told.out)
    assert [family["name"] for family in record["families"]] == ["Noto Sans", "Noto Nastaliq Urdu"]
    (urdu,) = record["languages"]
    assert urdu == {
        "tag": "ur",
        "script": "Arab",
        "families": ["Noto Nastaliq Urdu", "Noto Sans"],
        "unknown_families": [],
        "characters": 51,
        "missing": [],
        "borrowed": [],
    }


def test_an_unknown_language(run):
    told = run("fonts", "--lang", "klingon")
    assert told.code == 1
    assert "unknown-language" in told.err


def test_a_font_of_the_project_that_lacks_letters(run, add, put):
    put('[family.mine]\nfile = "a.ttf"', a_ttf=making.font(name="Mine"))
    add("cs", toml='[language.cs]\nautonym = "č"\nenglish = "c"\nscript = "Latn"\nfamilies = ["mine"]\n')
    told = run("fonts", "--lang", "cs")
    assert told.code == 1
    assert "Mine" in told.out
    assert "ě (U+011B)" in told.out


def test_letters_that_come_from_the_second_font_are_told(run, add, put):
    """The build warns of words in two typefaces, and this says which letters of the language to look at."""
    put('[family.mine]\nfile = "a.ttf"', a_ttf=making.font(name="Mine"))
    rows = '[language.cs]\nautonym = "č"\nenglish = "c"\nscript = "Latn"\nfamilies = ["mine", "noto-sans"]\n'
    add("cs", toml=rows)
    told = run("fonts", "--lang", "cs")
    assert told.code == 0
    assert "none; not in Mine: á" in told.out
    (row,) = json.loads(run("fonts", "--lang", "cs", "--format", "json").out)["languages"]
    assert row["missing"] == []
    assert {"ě", "ř"} <= set(row["borrowed"])
    assert "č" not in row["borrowed"]


@pytest.mark.parametrize("tag", ["rom", "qaa-Latn"])
def test_a_language_is_added_by_script(run, add, tag):
    add(tag, toml=OWN.format(families="") if tag == "qaa-Latn" else "")
    assert f"{tag}  " in run("status", "--no-fit").out
    told = run("build", "--lang", tag, *ONE)
    assert told.code == 0, told.err
    (screen,) = Path("dist").rglob("*screen*.pdf")
    with pikepdf.open(screen) as pdf:
        assert pdf.Root.Lang == tag
    assert run("fonts", "--lang", tag).code == 0


def test_a_table_of_the_project_is_known_before_a_leaflet_has_the_language(run, copy):
    """`leaflets fonts` comes before `leaflets add`; and of a shipped language one key may be changed."""
    with (copy / "leaflets.toml").open("a") as file:
        file.write(OWN.format(families="") + '[language.rom]\nfamilies = ["noto-sans-tamil", "noto-sans"]\n')
    assert "its letters are not known" in run("fonts", "--lang", "qaa-Latn").out
    assert "Noto Sans Tamil" in run("fonts", "--lang", "rom").out
    assert run("build", "--lang", "en", *ONE).code == 0


def test_a_language_is_added_by_fonts_of_the_project(run, add, put):
    put('[family.mine]\nfiles = ["a.otf", "b.ttf"]', a_otf=cubic("Mine"), b_ttf=bold("Mine"))
    add("qaa-Latn", toml=OWN.format(families='families = ["mine", "noto-sans"]'))
    told = run("build", "--lang", "qaa-Latn", *ONE)
    assert told.code == 0, told.err
    names = set()
    for path in Path("dist").rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            names |= {str(font.BaseFont)[8:] for page in pdf.pages for font in page.Resources.Font.values()}
    assert {"Mine", "MineBold"} <= names
    told = run("preflight", *map(str, Path("dist").rglob("*screen*.pdf")))
    assert not {"wrong-ink", "wrong-width", "bad-cid-font"} & {*re.findall(r"error\[(.*?)\]", told.err)}


def test_fonts_of_the_project_are_for_whatever_is_made(run, add, put, tmp_path):
    """The manual of styles is of layouts that nobody wrote, and a job may run where its files are not."""
    put('[family.mine]\nfile = "a.ttf"', a_ttf=making.font(name="Mine"))
    add("qaa-Latn", toml=OWN.format(families='families = ["mine", "noto-sans"]'))
    assert run("style", "--output", str(tmp_path / "style.pdf")).code == 0
    disk = open_files(Path.cwd())
    project = open_project(disk)
    (job,) = plan(project, languages=("qaa-Latn",), formats=("card",), profiles=(Profile.SCREEN,))
    (here,) = run_job(job, disk).files
    (there,) = run_job(job, pickle.loads(pickle.dumps(disk.snapshot()))).files
    assert b"+Mine" in here.data
    assert there.data == here.data


def test_a_language_of_a_script_without_fonts(run, add):
    add("qaa-Goth", toml='[language.qaa-Goth]\nautonym = "G"\nenglish = "Gothic"\nscript = "Goth"\n')
    told = run("build", "--lang", "qaa-Goth")
    assert told.code == 1
    assert "families" in told.err
    assert "leaflets.toml:" in told.err


def test_a_language_whose_family_does_not_exist(run, add):
    add("qaa-Latn", toml=OWN.format(families='families = ["mien", "noto-sans"]'))
    told = run("build", "--lang", "qaa-Latn", *ONE)
    assert told.code == 1
    assert "unknown-font" in told.err
    assert "there is no font family 'mien'" in told.err
    assert "fonts/fonts.toml" in told.err
    assert "there is no family mien" in run("fonts", "--lang", "qaa-Latn").out


def test_fonts_that_cannot_be_used(run, put):
    put('[family.mine]\nfile = "a.ttf"', a_ttf=b"Lorem ipsum\n" * 100)
    told = run("build", "--lang", "en", *ONE)
    assert told.code == 1
    assert "error[font-file]: is not a usable font" in told.err
    put('[family.mine]\nfile = "gone.ttf"')
    told = run("build", "--lang", "en", *ONE)
    assert told.code == 1
    assert "the file fonts/gone.ttf is not there" in told.err
    closed = making.font(name="Closed", fs_type=2)
    put('[family.mine]\nfile = "a.ttf"', a_ttf=closed)
    told = run("build", "--lang", "en", *ONE)
    assert told.code == 1
    assert "OS/2 fsType 0x0002" in told.err
    assert not list(Path("dist").rglob("*.pdf"))


def cubic(name):
    return making.font(name=name, cubic=True)


def bold(name):
    return making.font(name=name, weight=700, ps_name=f"{name}Bold")
