"""`leaflets new` writes a project that can be built and translated at once, only where nothing is."""

import re
import zipfile
from datetime import date

import pypdfium2
import pytest

from leaflets.build.beginning import FILES
from leaflets.config.project import PALETTE
from leaflets.resources import data_path


@pytest.fixture
def begun(run, tmp_path, monkeypatch):
    """The commands, in the folder of a new project."""
    folder = tmp_path / "mine"
    told = run("new", str(folder))
    assert told.code == 0, told.err
    monkeypatch.chdir(folder)
    return run, folder, told


def test_a_new_project_is_translated_built_and_checked_without_an_error(begun):
    """From the first command to a draft in two languages: nobody has to write a file before."""
    run, folder, said = begun
    assert [line.split("  ")[1] for line in said.out.splitlines()[-3:]] == [
        f"cd {folder}",
        "leaflets build",
        "leaflets add TAG",
    ]
    for step in (("add", "hu"), ("extract", "--check"), ("update", "--check"), ("build", "--quiet")):
        told = run(*step)
        assert told.code == 0, (step, told.err)
        assert "error" not in told.err
    assert len(list((folder / "dist/guide/hu").glob("*-DRAFT.pdf"))) == 4
    told = run("check", "--format", "short")
    assert told.code == 0
    assert " error" not in told.out
    assert f'edition = "{date.today():%Y-%m}"' in (folder / "leaflets.toml").read_text()


def test_a_translation_into_english_needs_no_words_of_the_toolkit(begun):
    run, folder, _said = begun
    path = folder / "leaflets.toml"
    path.write_text(path.read_text().replace('"en"', '"sr"'))
    assert run("add", "en").code == 0
    assert [one.name for one in (folder / "locales/en/LC_MESSAGES").iterdir()] == ["guide.po"]


def test_its_pages_pass_preflight(begun):
    run, _folder, _said = begun
    assert run("build", "--quiet").code == 0
    told = run("preflight", "dist")
    assert told.code == 0, told.err


def test_nothing_of_it_may_be_released_before_somebody_dialled(begun):
    run, _folder, _said = begun
    told = run("check", "--release", "--no-pages", "--format", "short")
    assert told.code == 1
    assert "contact-unverified" in told.out
    assert run("build", "--release").code == 1


def test_every_file_of_the_data_is_written_and_no_fact_was_invented(begun):
    _run, folder, _said = begun
    source = data_path("new")
    there = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    assert there == {*FILES, "gitignore"}
    contacts = (folder / "contacts.toml").read_text(encoding="utf-8")
    assert re.findall(r"^checked_by = (.*)$", contacts, re.MULTILINE) == ['""']
    assert re.findall(r"^ .*dial = (.*?),", contacts, re.MULTILINE) == ['"192"']
    assert "dist/" in (folder / ".gitignore").read_text()


@pytest.mark.parametrize("kind", ["file", "full"])
def test_nothing_is_written_where_something_is(run, tmp_path, kind):
    folder = tmp_path / "mine"
    if kind == "file":
        folder.write_text("notes")
    else:
        folder.mkdir()
        (folder / "notes.txt").write_text("notes")
    told = run("new", str(folder))
    assert told.code == 1
    assert "error[folder-not-empty]" in told.err
    assert "nothing was written" in told.err
    if kind == "full":
        assert "notes.txt" in told.err
        assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_an_empty_folder_may_be_a_repository_already(run, tmp_path):
    (tmp_path / "mine/.git").mkdir(parents=True)
    assert run("new", str(tmp_path / "mine")).code == 0


def test_colours_and_style_sheets_have_defaults(begun):
    """A format without a style sheet of its own has that of all formats."""
    run, folder, _said = begun
    settings = (folder / "leaflets.toml").read_text(encoding="utf-8")
    (folder / "leaflets.toml").write_text(re.sub(r"(?s)\[palette.*?(?=\[print\])", "", settings))
    (folder / "layouts/guide/flyer.css").unlink()
    told = run("build", "--quiet", "--profile", "screen")
    assert told.code == 0, told.err
    assert len(PALETTE) == 7


def test_a_print_shop_gets_a_flyer_as_a_single_leaf(begun):
    """Its ticket and parcel speak of what the print file is, not of two on a sheet as in offices."""
    run, folder, _said = begun
    assert run("pack", "en", "--for", "printer", "--drafts", "--to", "out").code == 0
    (path,) = (folder / "out").iterdir()
    archive = zipfile.ZipFile(path)
    names = {name.partition("/")[2]: name for name in archive.namelist()}
    assert not any(name.startswith("fold-dummy") for name in names)
    with pypdfium2.PdfDocument(archive.read(names["JOB-TICKET.pdf"])) as pdf:
        told = " ".join("\n".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    assert "No fold." in told
    assert "Cut on the marks" not in told


def test_the_fold_dummy_of_a_booklet_whose_panels_are_called_anything(begun):
    """A name is a text to it, and nothing to be evaluated."""
    run, folder, _said = begun
    panels = "".join(f"<panel name='{name}'/>" for name in ('a"b', "c 100%", "e&lt;f", "g"))
    (folder / "layouts/guide/own.xml").write_text(
        '<leaflet format="own"><sheet size="A5" fold="none" bind="saddle" fit="9pt 12pt">'
        f'{panels}<flow panels="g"><p>{{% trans %}}You are not alone{{% endtrans %}}</p></flow>'
        "</sheet></leaflet>"
    )
    settings = folder / "leaflets.toml"
    settings.write_text(settings.read_text().replace('["flyer"]', '["flyer", "own"]'))
    told = run("pack", "en", "--for", "printer", "--format", "own", "--drafts", "--to", "out")
    assert told.code == 0, told.err
    (path,) = (folder / "out").iterdir()
    archive = zipfile.ZipFile(path)
    (dummy,) = (name for name in archive.namelist() if name.endswith("fold-dummy-own.pdf"))
    with pypdfium2.PdfDocument(archive.read(dummy)) as pdf:
        said = " ".join("\n".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    assert all(name in said for name in ('a"b', "c 100%", "e<f"))
