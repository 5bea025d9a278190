"""Hand-off files through LibreOffice, which saves them in its own formats and back: nothing is lost."""

import shutil
import subprocess

import openpyxl
import pytest

LANGUAGES = ("ar", "sr-Latn", "zh-Hans")
CATALOGS = tuple(f"locales/{tag.replace('-', '_')}/LC_MESSAGES/victims-rights.po" for tag in LANGUAGES)


@pytest.fixture
def office(tmp_path):
    """Files converted by LibreOffice, with a profile of its own."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed here (Debian: libreoffice-calc, libreoffice-writer)")

    def convert(paths, kind):
        folder = tmp_path / f"saved-{len(list(tmp_path.iterdir()))}"
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [program, profile, "--headless", "--convert-to", kind, "--outdir", folder, *paths]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        saved = sorted(folder.iterdir())
        assert len(saved) == len(paths)
        return saved

    return convert


@pytest.fixture
def handed(run, copy):
    assert run("update", *LANGUAGES).code == 0
    assert run("export", *LANGUAGES, "--to", "out", "--no-room").code == 0
    return copy / "out"


def assert_nothing_changes(run, copy, saved):
    before = [(copy / name).read_bytes() for name in CATALOGS]
    told = run("import", *map(str, saved))
    assert told.code == 0, told.out + told.err
    assert told.out.count(" unchanged") == len(LANGUAGES)
    assert "taken" not in told.out
    assert [(copy / name).read_bytes() for name in CATALOGS] == before


def test_documents_saved_by_libreoffice(run, copy, handed, office):
    assert_nothing_changes(run, copy, office(sorted(handed.glob("*.docx")), "docx"))


def test_spreadsheets_saved_by_libreoffice_as_its_own_and_back_with_a_new_text(run, copy, handed, office):
    """The text is right to left, with a number and bold words; another begins with a sign of formulas."""
    saved = office(office(sorted(handed.glob("*.xlsx")), "ods"), "xlsx")
    assert_nothing_changes(run, copy, saved)
    path = next(one for one in saved if "-ar-" in one.name)
    book = openpyxl.load_workbook(path)
    cells = [row[1] for row in book.worksheets[0].iter_rows() if "➜" in str(row[0].value)]
    chips = next(cell for cell in cells if "⟦1" in str(cell.value) and "⟦/" in str(cell.value))
    chips.value = f"{chips.value} الآن"
    plain = next(cell for cell in cells if "⟦" not in str(cell.value))
    plain.value, plain.data_type = "+ خط المساعدة", "s"
    book.save(path)
    told = run("import", *map(str, office([path], "xlsx")))
    assert "2 taken" in told.out, told.out + told.err
    text = (copy / CATALOGS[0]).read_text(encoding="utf-8")
    assert 'msgstr "+ خط المساعدة"' in text
    assert " الآن" in text
