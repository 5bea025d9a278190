"""Hand-off and return with real files: nothing is lost, nothing unsafe is opened."""

import io
import random
import re
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from leaflets.build.exchange import read_return
from leaflets.catalog.reader import lex
from leaflets.errors import InputError

AR = "locales/ar/LC_MESSAGES/victims-rights.po"
SR = "locales/sr/LC_MESSAGES/victims-rights.po"
ALL = len(lex((Path(__file__).parents[2] / SR).read_bytes(), file=SR).live)
"""Texts of the leaflet."""


@pytest.fixture
def line(handed, text_of):
    """What "Help line" is in Serbian."""
    return text_of(SR, "Help line")


@pytest.fixture
def handed(run, copy):
    """The project up to date, and the folder with what was handed out in Serbian."""
    assert run("update", "sr", "ar").code == 0
    assert run("export", "sr", "--to", "out", "--no-room").code == 0
    return copy / "out"


def sheet(path, change):
    """The workbook after somebody changed it."""
    book = openpyxl.load_workbook(path)
    change(book.worksheets[0])
    book.save(path)


def typed(worksheet, old, new):
    """A text typed over another one behind its arrow."""
    cells = [row for row in worksheet.iter_rows() if row[1].value == old and "➜" in str(row[0].value)]
    for row in cells:
        row[1].value = new
    assert cells


def test_an_untouched_file_changes_nothing(run, copy, handed):
    before = (copy / SR).read_bytes()
    told = run("import", *(str(path) for path in handed.iterdir()))
    assert (told.code, (copy / SR).read_bytes()) == (0, before)
    assert len(list(handed.iterdir())) == 2


def test_a_text_from_a_spreadsheet_lands_and_nothing_else_changes(run, copy, handed, line):
    before = (copy / SR).read_text(encoding="utf-8")
    path = handed / "guide-sr-2026-11.xlsx"
    sheet(path, lambda ws: typed(ws, line, "Линија за помоћ"))
    dry = run("import", str(path), "--dry-run")
    assert "1 taken" in dry.out
    assert (copy / SR).read_text(encoding="utf-8") == before
    assert run("import", str(path)).code == 0
    assert (copy / SR).read_text(encoding="utf-8") == before.replace(
        f'msgstr "{line}"', 'msgstr "Линија за помоћ"', 1
    )


def test_a_text_from_a_document_lands(run, copy, handed, line):
    path = handed / "guide-sr-2026-11.docx"
    document = docx.Document(str(path))
    (cell,) = [table.rows[1].cells[0] for table in document.tables if table.rows[1].cells[0].text == line]
    cell.paragraphs[0].runs[0].text = "Линија"
    cell.add_paragraph("за помоћ")
    document.save(str(path))
    assert run("import", str(path)).code == 0
    assert 'msgstr "Линија за помоћ"' in (copy / SR).read_text(encoding="utf-8")


def test_sorted_and_deleted_rows_and_translated_sources_do_no_harm_and_are_told(run, copy, handed, line):
    path = handed / "guide-sr-2026-11.xlsx"

    def shuffle(worksheet):
        typed(worksheet, line, "Линија за помоћ")
        rows = [[cell.value for cell in row] for row in worksheet.iter_rows()]
        worksheet.delete_rows(1, worksheet.max_row)
        for row in sorted(rows, key=lambda row: str(row[1]))[::-1][: len(rows) - 20]:
            worksheet.append(["kopie", *("übersetzt" if value == "Help line" else value for value in row)])
        worksheet.append(["leaflets 1 · victims-rights · sr · 2026-11"])

    sheet(path, shuffle)
    told = run("import", str(path))
    assert 'msgstr "Линија за помоћ"' in (copy / SR).read_text(encoding="utf-8")
    assert told.code == 1
    assert f"1 taken, {ALL - 1} unchanged, 2 outside the yellow fields" in told.out
    assert re.search("it stands in C[0-9]+; .*\n    file     übersetzt\n", told.out)


def put(worksheet, row_with, column, text):
    """A text in a column of the row that holds another one."""
    row = next(row[0].row for row in worksheet.iter_rows() if any(row_with in str(c.value) for c in row))
    worksheet.cell(row, column).value = text
    return row


def test_texts_in_wrong_places_of_a_spreadsheet_are_told(run, copy, handed, line):
    before = (copy / SR).read_bytes()
    path = handed / "guide-sr-2026-11.xlsx"

    def misplaced(worksheet):
        field = next(row[1].row for row in worksheet.iter_rows() if row[1].value == line)
        source = next(row[1].row for row in worksheet.iter_rows() if row[1].value == "Help line")
        worksheet.cell(source, 2).value = "преко извора"
        worksheet.cell(source, 3).value = "поред извора"
        worksheet.cell(field, 3).value = "поред поља"
        worksheet.cell(field + 1, 2).value = "испод"
        worksheet.cell(3, 7).value = "било где"
        worksheet.cell(field, 2).comment = openpyxl.comments.Comment("питање", "x")

    sheet(path, misplaced)
    told = run("import", str(path))
    assert (told.code, (copy / SR).read_bytes()) == (1, before)
    assert f"{ALL} unchanged, 5 outside the yellow fields, 1 comment" in told.out
    places = re.findall(r"it stands in ([A-Z])[0-9]+.*\n    file     (.*)", told.out)
    assert sorted(places) == [
        ("B", "испод"),
        ("B", "питање"),
        ("B", "преко извора"),
        ("C", "поред извора"),
        ("C", "поред поља"),
        ("G", "било где"),
    ]


def test_texts_in_wrong_places_of_a_document_are_told(run, copy, handed, line):
    path = handed / "guide-sr-2026-11.docx"
    document = docx.Document(str(path))
    table = next(one for one in document.tables if one.rows[1].cells[0].text == line)
    source = next(one for one in document.paragraphs if one.text == "English\nHelp line")
    source.runs[1].text = "преко извора"
    docx.text.paragraph.Paragraph(table._tbl.getnext(), document).add_run("испод")
    table.rows[0].cells[0].paragraphs[0].add_run(" поред кода")
    document.add_comment(table.rows[1].cells[0].paragraphs[0].runs, text="питање")
    document.save(str(path))
    told = run("import", str(path))
    assert told.code == 1
    assert f"{ALL} unchanged, 3 outside the yellow fields, 1 comment" in told.out
    assert all(text in told.out for text in ("преко извора", "испод", "поред кода", "питање"))


def test_an_older_file_is_not_full_of_texts_in_wrong_places(run, copy, handed, rewrite):
    """Sources, places and rooms that were handed out are known again, whatever became of them."""
    rewrite("layouts/victims-rights/content.xml", "A safe place", "A very safe place")
    assert run("update", "sr").code == 0
    told = run("import", str(handed / "guide-sr-2026-11.xlsx"), str(handed / "guide-sr-2026-11.docx"))
    assert told.code == 0, told.out
    assert "outside" not in told.out


FUZZY = (
    'msgid "A safe place"\n',
    '#, fuzzy\n#| msgid "A good <strong>place</strong>"\nmsgid "A safe place"\n',
)


@pytest.fixture
def doubtful(run, copy, handed, rewrite):
    """The folder with what was handed out after a source was changed."""
    rewrite(SR, *FUZZY)
    assert run("export", "sr", "--to", "fuzzy", "--no-room").code == 0
    return copy / "fuzzy"


def confirmed(path, word):
    if path.suffix == ".xlsx":
        return sheet(path, lambda worksheet: put(worksheet, "still right?", 2, word))
    document = docx.Document(str(path))
    table = next(one for one in document.tables if "still right?" in one.rows[0].cells[0].text)
    table.rows[1].cells[0].text = word
    return document.save(str(path))


def test_a_fuzzy_text_is_confirmed_by_yes_and_by_nothing_else(run, copy, doubtful):
    before = (copy / SR).read_text(encoding="utf-8")
    for path in doubtful.iterdir():
        (copy / SR).write_text(before, encoding="utf-8")
        for word, code in (("No.", 0), ("perhaps", 1)):
            confirmed(path, word)
            told = run("import", str(path))
            assert told.code == code, told.out
            assert f"{ALL} unchanged" in told.out
            assert "still fuzzy, and not printed: 1 of" in told.out
            assert (copy / SR).read_text(encoding="utf-8") == before
        confirmed(path, " Yes ")
        told = run("import", str(path))
        assert told.code == 0
        assert f"1 taken, {ALL - 1} unchanged" in told.out
        assert (copy / SR).read_text(encoding="utf-8") == before.replace(*reversed(FUZZY))
    rows = (
        openpyxl.load_workbook(doubtful / "guide-sr-2026-11.xlsx").worksheets[0].iter_rows(values_only=True)
    )
    assert ("before", "A good ⟦1 bold⟧place⟦/1⟧") in [row[:2] for row in rows]


def test_a_fuzzy_text_of_a_catalog_is_confirmed_by_removing_the_mark(run, copy, doubtful):
    fuzzy = (copy / SR).read_text(encoding="utf-8")
    (copy / "sr.po").write_text(fuzzy, encoding="utf-8")
    assert "taken" not in run("import", "sr.po").out
    (copy / "sr.po").write_text(fuzzy.replace(FUZZY[1], f"# is it?\n{FUZZY[1]}"), encoding="utf-8")
    told = run("import", "sr.po")
    assert told.code == 1
    assert "comment: sr.po: it stands in line" in told.out
    assert "    file     is it?" in told.out
    (copy / "sr.po").write_text(fuzzy.replace(*reversed(FUZZY)), encoding="utf-8")
    told = run("import", "sr.po")
    assert told.code == 0
    assert "1 taken" in told.out
    assert (copy / SR).read_text(encoding="utf-8") == fuzzy.replace(*reversed(FUZZY))


def test_a_formula_is_not_taken(run, copy, handed, line):
    before = (copy / SR).read_bytes()
    path = handed / "guide-sr-2026-11.xlsx"
    sheet(path, lambda ws: typed(ws, line, '=HYPERLINK("http://x.org")'))
    told = run("import", str(path))
    assert (told.code, (copy / SR).read_bytes()) == (1, before)
    assert "formula" in told.out


@pytest.mark.parametrize("value", [192, True, 1.5, date(2026, 1, 2), "#REF!"])
def test_what_a_spreadsheet_made_of_a_text_is_not_taken(run, copy, handed, line, value):
    before = (copy / SR).read_bytes()
    path = handed / "guide-sr-2026-11.xlsx"
    sheet(path, lambda ws: typed(ws, line, value))
    told = run("import", str(path))
    assert (told.code, (copy / SR).read_bytes()) == (1, before)
    assert "the spreadsheet made a number, a date or an error of it" in told.out


def test_half_a_character_is_told(run, copy, handed, line):
    path = handed / "guide-sr-2026-11.xlsx"
    sheet(path, lambda ws: typed(ws, line, "a _xD800_ b"))
    told = run("import", str(path))
    assert told.code == 1
    assert "U+FFFD, which no text may hold" in told.out


def test_a_file_without_its_labels_is_not_done(run, copy, handed):
    path = handed / "guide-sr-2026-11.xlsx"
    sheet(path, lambda ws: ws.delete_cols(1))
    told = run("import", str(path), "--lang", "sr")
    assert told.code == 1


def test_a_text_that_begins_with_an_equals_sign_is_a_text(run, copy, handed, rewrite, line):
    rewrite(SR, f'msgstr "{line}"', 'msgstr "=1+1"')
    assert run("export", "sr", "--to", "again", "--as", "xlsx").code == 0
    assert "unchanged" in run("import", str(copy / "again/guide-sr-2026-11.xlsx")).out


def test_a_file_that_was_filled_in_is_not_replaced(run, copy, handed, line):
    """The same texts are written again; if one of the files is another one now, none is written."""
    assert run("export", "sr", "--to", "out", "--no-room").code == 0
    path = handed / "guide-sr-2026-11.xlsx"
    sheet(path, lambda ws: typed(ws, line, "Линија за помоћ"))
    filled = path.read_bytes()
    (handed / "guide-sr-2026-11.docx").unlink()
    told = run("export", "sr", "--to", "out", "--no-room")
    assert told.code == 1
    assert "error[other-file]: out/guide-sr-2026-11.xlsx is there already" in told.err
    assert "help: " in told.err
    assert path.read_bytes() == filled
    assert [one.name for one in handed.iterdir()] == [path.name]


def test_a_catalog_that_went_on_is_not_overwritten(run, copy, handed, rewrite, line):
    path = handed / "guide-sr-2026-11.xlsx"
    sheet(path, lambda ws: typed(ws, line, "Линија за помоћ"))
    rewrite(SR, f'msgstr "{line}"', 'msgstr "Помоћ телефоном"')
    told = run("import", str(path))
    assert told.code == 1
    assert "conflict" in told.out
    assert "Линија за помоћ" in told.out
    assert 'msgstr "Помоћ телефоном"' in (copy / SR).read_text(encoding="utf-8")
    assert run("import", str(path), "--theirs").code == 0
    assert 'msgstr "Линија за помоћ"' in (copy / SR).read_text(encoding="utf-8")


def test_another_language_is_refused(run, copy, handed):
    path = str(handed / "guide-sr-2026-11.xlsx")
    told = run("import", path, "--lang", "ar")
    assert told.code == 1
    assert "error[wrong-language]" in told.err


def test_letters_of_another_script_are_refused(run, copy, handed):
    path = handed / "guide-sr-2026-11.xlsx"

    def latin(worksheet):
        for row in worksheet.iter_rows():
            if "➜" in str(row[0].value):
                row[1].value = "Pozovite nas odmah"

    sheet(path, latin)
    assert "error[wrong-language]" in run("import", str(path)).err


def test_a_catalog_by_mail_fills_gaps_and_replaces_nothing(run, copy, handed, rewrite, text_of):
    line, danger = text_of(AR, "Help line"), text_of(AR, "In danger now")
    mailed = copy / "ar_final(2).po"
    text = (
        (copy / AR)
        .read_text(encoding="utf-8")
        .replace('"Language: ar\\n"', '"Language: ar\\n"\n"X-Generator: x\\n"')
    )
    mailed.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    rewrite(AR, f'msgstr "{line}"', 'msgstr ""')
    rewrite(AR, f'msgstr "{danger}"', 'msgstr "عند الخطر"')
    told = run("import", str(mailed))
    assert told.code == 1
    after = (copy / AR).read_text(encoding="utf-8")
    assert f'msgstr "{line}"' in after
    assert 'msgstr "عند الخطر"' in after
    assert "X-Generator" not in after
    assert "1 taken" in told.out
    assert "1 conflict" in told.out


def test_a_catalog_made_from_an_older_template_loses_nothing(run, copy, handed, rewrite, text_of):
    """The translation of a text that was changed meanwhile is offered for the new one, to be checked."""
    place = text_of(AR, "A safe place")
    (copy / "ar.po").write_bytes((copy / AR).read_bytes())
    rewrite("layouts/victims-rights/content.xml", "A safe place", "A very safe place")
    rewrite(AR, 'msgid "A safe place"', 'msgid "A very safe place"')
    rewrite(AR, f'msgstr "{place}"', 'msgstr ""')
    told = run("import", "ar.po")
    assert told.code == 1
    assert "no longer in the leaflet" in told.out
    after = (copy / AR).read_text(encoding="utf-8")
    assert f'#, fuzzy\n#| msgid "A safe place"\nmsgid "A very safe place"\nmsgstr "{place}"\n' in after
    rewrite(AR, f'msgstr "{place}"', 'msgstr "مكان آمن جدا"')
    run("import", "ar.po")
    after = (copy / AR).read_text(encoding="utf-8")
    assert f'#~ msgid "A safe place"\n#~ msgstr "{place}"\n' in after
    assert 'msgstr "مكان آمن جدا"' in after


def test_a_catalog_of_something_else_is_refused(run, copy, handed):
    path = copy / "ar.po"
    path.write_bytes(
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "File"\nmsgstr "x"\n'
    )
    assert "error[other-leaflet]" in run("import", str(path)).err


def test_a_catalog_whose_name_and_header_differ_needs_to_be_named(run, copy, handed):
    path = copy / "sr-latn.po"
    path.write_bytes((copy / AR).read_bytes())
    assert "error[unclear-language]" in run("import", str(path)).err


def zipped(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 nonsense",
        b"",
        bytes.fromhex("d0cf11e0a1b11ae1") + b"EncryptedPackage",
        zipped(xl__vbaProject_bin=b"x"),
        zipped(xl__big_xml=b"0" * 70_000_000),
        zipped(xl__a_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
        zipped(xl__a_xml='<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x>'.encode("utf-16")),
        zipped(xl__a_xml=b"<x/>"),
    ],
    ids=["damaged", "empty", "password", "macros", "bomb", "entities", "hidden entities", "no office file"],
)
def test_what_is_unsafe_or_damaged_is_not_opened(run, copy, kind, data):
    path = copy / f"x.{kind}"
    path.write_bytes(data)
    told = run("import", str(path))
    assert told.code == 1
    assert "error[" in told.err
    assert "help: " in told.err


def lost(data, seed):
    """The same with a few bytes that were lost on the way."""
    chance, changed = random.Random(seed), bytearray(data)
    for _ in range(3):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_file_of_which_bytes_were_lost_is_told(handed, kind):
    data = (handed / f"guide-sr-2026-11.{kind}").read_bytes()
    torn = [lost(data, seed) for seed in range(20)]
    for part in ("xl/worksheets/sheet1.xml", "xl/styles.xml", "word/document.xml", "word/styles.xml"):
        torn += [_with_half(data, part)]
    for bad in torn:
        with suppress(InputError):
            read_return(bad, file=f"x.{kind}")


def _with_half(data, name):
    """One of its parts ends in the middle."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(stream, "w") as made:
        for part in whole.namelist():
            content = whole.read(part)
            made.writestr(part, content[: len(content) // 2] if part == name else content)
    return stream.getvalue()


def test_other_kinds_of_files_are_told(run, copy):
    (copy / "x.xls").write_bytes(b"x")
    assert "error[unknown-file]" in run("import", "x.xls").err
    assert "error[unreadable-file]" in run("import", "nowhere.po").err


def test_long_texts_are_shown_whole_and_rows_grow_with_what_is_written(handed):
    """LibreOffice finds no height by itself when it opens a file; a fixed one would hide a longer text."""
    path = handed / "guide-sr-2026-11.xlsx"
    sheet = openpyxl.load_workbook(path).worksheets[0]
    tall = {row[1].row: len(str(row[1].value)) for row in sheet.iter_rows() if row[1].value}
    longest, shortest = max(tall, key=tall.get), min(tall, key=tall.get)
    assert sheet.row_dimensions[longest].height > 3 * sheet.row_dimensions[shortest].height
    with zipfile.ZipFile(path) as archive:
        assert b'customHeight="1"' not in archive.read("xl/worksheets/sheet1.xml")
