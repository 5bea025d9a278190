"""The parcel of a translator: everything is in it, numbers agree, and what is sent back is understood."""

import io
import re
import zipfile

import openpyxl
import pypdfium2
import pytest

SR = "locales/sr/LC_MESSAGES/victims-rights.po"


@pytest.fixture
def parcel(run, copy):
    assert run("update", "sr").code == 0
    told = run("pack", "sr", "--for", "translator", "--to", "out")
    assert told.code == 0, told.err
    (path,) = (copy / "out").iterdir()
    return zipfile.ZipFile(path)


def files(parcel):
    return {name.partition("/")[2]: parcel.read(name) for name in parcel.namelist()}


def test_it_holds_catalog_hand_off_files_proofs_and_instructions(parcel):
    names = set(files(parcel))
    assert {"READ-ME.txt", "guide-sr-2026-11.po", "guide-sr-2026-11.xlsx", "guide-sr-2026-11.docx"} <= names
    assert "трговина људима" in files(parcel)["glossary.txt"].decode()
    assert {"proof-en-trifold-DRAFT.pdf", "proof-sr-trifold-DRAFT.pdf"} <= names
    assert not any(word in name for name in parcel.namelist() for word in ("victim", "traffick"))


def test_numbers_of_the_proof_are_those_of_the_catalog_and_have_the_room_beside_them(parcel):
    found = files(parcel)
    catalog = found["guide-sr-2026-11.po"].decode()
    entry = next(block for block in catalog.split("\n\n") if 'msgid "A safe place"' in block)
    number = re.search(r"#\. № (\d+) · [0-9a-f]{8}-[0-9a-f]{8}", entry)[1]
    title = re.search('msgstr "(.*)"', entry)[1]
    pages = pypdfium2.PdfDocument(found["proof-sr-trifold-DRAFT.pdf"])
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    assert title in text
    label = rf"{number}/\d+"
    assert re.search(rf"^{label}\W*$|{label}\s*{title}|{title}\s*{label}", text, re.MULTILINE)


def test_its_catalog_comes_back_with_corrections_and_nothing_is_lost(run, copy, parcel, text_of):
    line = text_of(SR, "Help line")
    before = (copy / SR).read_text(encoding="utf-8")
    mailed = copy / "final.po"
    text = files(parcel)["guide-sr-2026-11.po"].decode()
    mailed.write_text(text.replace(f'"{line}"', '"Линија за помоћ"'), encoding="utf-8")
    told = run("import", "final.po")
    assert told.code == 0, told.out
    assert "1 taken" in told.out
    after = (copy / SR).read_text(encoding="utf-8")
    assert after == before.replace(f'"{line}"', '"Линија за помоћ"')


def test_only_what_was_fuzzy_when_it_was_handed_out_is_confirmed(run, copy, rewrite):
    """A mark that is newer than the catalog that comes back is a doubt, which nobody has settled."""
    assert run("update", "sr").code == 0
    rewrite(SR, 'msgid "A safe place"', '#, fuzzy\nmsgid "A safe place"')
    assert run("pack", "sr", "--for", "translator", "--to", "out").code == 0
    (path,) = (copy / "out").iterdir()
    catalog = files(zipfile.ZipFile(path))["guide-sr-2026-11.po"].decode()
    (copy / "final.po").write_text(catalog.replace("#, fuzzy\n", ""), encoding="utf-8")
    rewrite(SR, 'msgid "A doctor"', '#, fuzzy\nmsgid "A doctor"')
    told = run("import", "final.po")
    assert re.search(r": 1 taken, [1-9]\d+ unchanged$", told.out, re.MULTILINE)
    assert "still fuzzy, and not printed: 1 of" in told.out
    after = (copy / SR).read_text(encoding="utf-8")
    assert '#, fuzzy\nmsgid "A doctor"' in after
    assert after.count("#, fuzzy") == 1


def test_the_same_texts_give_the_same_files(run, copy, parcel):
    again = run("pack", "sr", "--for", "translator", "--to", "again")
    assert again.code == 0
    (path,) = (copy / "again").iterdir()
    second = files(zipfile.ZipFile(path))
    first = files(parcel)
    assert [name for name in first if first[name] != second[name]] == []


def test_words_that_a_project_translates_itself_go_out_and_come_back(run, copy):
    """Without them the days and the notice stand in from English on every leaflet of the language."""
    assert run("add", "ug").code == 0
    run("pack", "ug", "--for", "translator", "--to", "out")
    (path,) = (copy / "out").glob("*-ug-*.zip")
    sent = files(zipfile.ZipFile(path))
    stem = "guide-ug-2026-11-words"
    assert {f"{stem}.po", f"{stem}.xlsx", f"{stem}.docx"} <= set(sent)
    assert f"{stem}.*" in sent["READ-ME.txt"].decode()
    monday = sent[f"{stem}.po"].replace(b'"Monday"\nmsgstr ""', '"Monday"\nmsgstr "دۈشەنبە"'.encode())
    assert monday != sent[f"{stem}.po"]
    (copy / "mailed_ug.po").write_bytes(monday)
    told = run("import", "mailed_ug.po")
    assert "1 taken" in told.out, told.err
    book = openpyxl.load_workbook(io.BytesIO(sent[f"{stem}.xlsx"]))
    rows = list(book.worksheets[0].iter_rows())
    tuesday = next(index for index, row in enumerate(rows) if row[1].value == "Tuesday")
    field = next(row for row in rows[tuesday:] if str(row[0].value).startswith("➜"))
    field[1].value = "سەيشەنبە"
    book.save(copy / "filled.xlsx")
    told = run("import", "filled.xlsx")
    assert "1 taken" in told.out, told.err
    catalog = (copy / "locales/ug/LC_MESSAGES/leaflets.po").read_text(encoding="utf-8")
    assert 'msgid "Monday"\nmsgstr "دۈشەنبە"' in catalog
    assert 'msgid "Tuesday"\nmsgstr "سەيشەنبە"' in catalog


def test_words_of_the_toolkit_go_to_nobody_who_has_them(parcel, run, copy):
    assert not any("-words" in name for name in parcel.namelist())
    assert run("export", "sr", "--to", "handed", "--no-room").code == 0
    assert not list((copy / "handed").glob("*-words*"))


@pytest.mark.parametrize(
    "option", [("--format", "card"), ("--quantity", "500"), ("--paper", "135 g"), ("--drafts",)]
)
def test_what_only_printers_get_is_not_passed_over(run, copy, option):
    told = run("pack", "sr", "--for", "translator", "--to", "out", *option)
    assert told.code == 2
    assert "for printers" in told.err
    assert not (copy / "out").exists()
