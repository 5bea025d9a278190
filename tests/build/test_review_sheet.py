"""The sheet of a reviewer: critical texts first; remarks come back, approval only with a name."""

import re
import shutil

import openpyxl
import pikepdf
import pypdfium2
import pytest
from tests.build.conftest import change

STEM = "sheets/sample-sr-2026-11-review"
PLURAL = "nplurals=3; plural=n==1 ? 0 : n<5 ? 1 : 2;"
CATALOG = "locales/sr/LC_MESSAGES/sample.po"
RECORD = "locales/sr/sample.approvals.toml"


@pytest.fixture
def sheet(told, small):
    code, said = told("review", "--sheet", "sr", "--to", "sheets")
    assert code == 0, said
    return small / f"{STEM}.xlsx"


def rows_of(path):
    return list(openpyxl.load_workbook(path).worksheets[0].iter_rows())


def fill(path, row_with, text, column=3):
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        if any(row_with in str(cell.value) for cell in row):
            row[column].value = text
            break
    else:
        pytest.fail(f"no row with {row_with}")
    book.save(path)


def test_all_texts_stand_in_both_and_critical_ones_first(sheet, small):
    texts = [[str(cell.value or "") for cell in row] for row in rows_of(sheet)]
    labels = [row[0] for row in texts if "\n" in row[0]]
    critical = ["L10N-CRITICAL" in label for label in labels]
    assert len(labels) == 11
    assert any(critical)
    assert critical == sorted(critical, reverse=True)
    assert any("Нисте криви" in row[2] for row in texts)
    with pikepdf.open(small / f"{STEM}.pdf") as pdf:
        assert len(pdf.pages) >= 1


def test_each_form_of_a_plural_stands_in_both(told, small):
    change(
        small / "layouts/sample/trifold.xml",
        "{% trans %}Your rights{% endtrans %}",
        "{% trans count=3 %}{{ count }} right{% pluralize %}{{ count }} rights{% endtrans %}",
    )
    change(small / CATALOG, '"Language: sr\\n"', f'"Language: sr\\n"\n"Plural-Forms: {PLURAL}\\n"')
    forms = 'msgstr[0] "%(count)s jedno"\nmsgstr[1] "%(count)s dva"\nmsgstr[2] "%(count)s pet"'
    change(
        small / CATALOG,
        'msgid "Your rights"\nmsgstr "Ваша права"',
        f'msgid "%(count)s right"\nmsgid_plural "%(count)s rights"\n{forms}',
    )
    code, said = told("review", "--sheet", "sr", "--to", "sheets")
    assert code == 0, said
    cells = [str(row[2].value) for row in rows_of(small / f"{STEM}.xlsx")]
    pages = pypdfium2.PdfDocument(small / f"{STEM}.pdf")
    printed = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    for word in ("jedno", "dva", "pet"):
        assert any(word in cell for cell in cells)
        assert word in printed


def test_remarks_come_back_and_approve_nothing(sheet, told, small):
    fill(sheet, "In danger?", "=too short")
    fill(sheet, "→ read by", "reader 1", column=1)
    code, said = told("review", "sr", "--filled", str(sheet))
    assert code == 1
    assert "In danger?" in said
    assert "too short" in said
    assert "signed: reader 1" in said
    assert "1 remarks, 0 texts to read again" in said
    assert told("review", "sr", "--filled", str(sheet), "--by", "reader 1")[0] == 1
    assert not (small / RECORD).exists()


def test_a_sheet_without_remarks_is_an_approval_if_somebody_says_whose(sheet, told, small):
    fill(sheet, "→ read by", "reader 1", column=1)
    assert told("review", "sr", "--filled", str(sheet))[0] == 0
    assert not (small / RECORD).exists()
    assert told("review", "sr", "--filled", str(sheet), "--by", "reader 1")[0] == 0
    assert 'by = "reader 1"' in (small / RECORD).read_text()


def test_a_filled_sheet_is_not_replaced_and_the_same_one_is(sheet, told, small):
    assert told("review", "--sheet", "sr", "--to", "sheets")[0] == 0
    fill(sheet, "In danger?", "too short")
    filled = sheet.read_bytes()
    code, said = told("review", "--sheet", "sr", "--to", "sheets")
    assert code == 1
    assert f"{STEM}.xlsx is there already" in said
    assert sheet.read_bytes() == filled


def test_a_sheet_that_nobody_signed_approves_nothing(sheet, told, small):
    code, said = told("review", "sr", "--filled", str(sheet), "--by", "reader 1")
    assert code == 1
    assert "the sheet has no name: nothing was approved" in said
    assert told("review", "sr", "--filled", str(sheet))[0] == 1
    assert not (small / RECORD).exists()


CHANGES = (
    ("Опасност?", 2, "У опасности?", r"\[C\d+\] У опасности\?"),
    ("Ваша права", 2, None, "the translation was taken out of its cell"),
    ("Two", 1, "Three", r"\[B\d+\] Three"),
    ("First", 6, "too short", "→ too short"),
    ("Read each translation", 3, "all too long", r"beside the texts \(D2\)\s+→ all too long"),
    ("leaflets 1 ·", 0, "leaflets 1 · sample · sr · 2026-11 looks bad", "→ leaflets 1 .* looks bad"),
    ("Text ", 6, "too small", r"beside the texts \(G\d+\)\s+→ too small"),
)
"""A row, a column, what somebody wrote there, and how it is told."""


def test_whatever_is_changed_on_a_sheet_is_a_remark(sheet, told, small):
    for row_with, column, text, _said in CHANGES:
        book = openpyxl.load_workbook(sheet)
        worksheet = book.worksheets[0]
        row = next(row[0].row for row in worksheet.iter_rows() if any(row_with in str(c.value) for c in row))
        worksheet.cell(row, column + 1).value = text
        book.save(sheet)
    rows = [row for row in worksheet.iter_rows() if "\n" in str(row[0].value)]
    rows[-1][2].comment = openpyxl.comments.Comment("too soft", "somebody")
    rows[-2][0].value += "\ntoo hard"
    book.save(sheet)
    fill(sheet, "→ read by", "reader 1", column=1)
    code, said = told("review", "sr", "--filled", str(sheet), "--by", "reader 1")
    assert code == 1
    for *_, told_as in CHANGES:
        assert re.search(told_as, said), (told_as, said)
    assert re.search(r"→ \[C\d+, comment\] too soft", said)
    assert re.search(r"→ \[A\d+\] .*too hard", said, re.DOTALL)
    assert "9 remarks, 0 texts to read again" in said
    assert not (small / RECORD).exists()


def test_a_text_that_was_changed_meanwhile_has_to_be_read_again(sheet, told, small):
    change(small / CATALOG, "Прво", "Најпре")
    code, said = told("review", "sr", "--filled", str(sheet), "--by", "reader 1")
    assert code == 1
    assert "has not seen this text as it is now: First" in said
    assert not (small / RECORD).exists()


def test_another_file_is_refused(told, small, sheet):
    (small / "x.xlsx").write_bytes(b"PK nothing")
    assert told("review", "sr", "--filled", "x.xlsx")[0] != 0
    assert told("review", "sr", "--filled", "missing.xlsx")[0] != 0
    code, said = told("review", "en", "--filled", str(sheet))
    assert code == 1
    assert "not a review sheet of sample in English" in said


def test_the_source_has_a_sheet_too_and_no_text_can_break_it(told, small):
    change(small / "layouts/sample/trifold.xml", "Your rights", "50 &lt; 100 &amp; [[x]] ⟦ rights")
    code, said = told("review", "--sheet", "en", "--to", "sheets")
    assert code == 0, said


def test_a_reference_stands_beside_the_source_and_remarks_are_found_all_the_same(told, small, root):
    change(small / "leaflets.toml", '"en", "sr"]', '"en", "sr", "ar"]')
    shutil.copytree(root / "tests/golden/project/locales/ar", small / "locales/ar")
    code, said = told("review", "--sheet", "sr", "--reference", "ar", "--to", "sheets")
    assert code == 0, said
    path = small / f"{STEM}.xlsx"
    heading = next(row for row in rows_of(path) if "→ remark" in [cell.value for cell in row])
    assert [cell.value for cell in heading] == [None, "English", "العربية", "српски", "→ remark"]
    arabic = [row[2] for row in rows_of(path) if row[2].alignment.readingOrder == 2 and row[2].value]
    assert len(arabic) > 3
    assert all(any("\u0600" < letter < "\u06ff" for letter in cell.value) for cell in arabic)
    fill(path, "Нисте криви", "too soft", column=4)
    code, said = told("review", "sr", "--filled", str(path))
    assert "too soft" in said
    assert "1 remarks, 0 texts to read again" in said


@pytest.mark.parametrize(
    "options",
    [
        ("--sheet", "--to", "sheets", "--text", "--by", "reader 1"),
        ("--sheet", "--to", "sheets", "--filled", "x.xlsx"),
        ("--filled", "x.xlsx", "--text", "--by", "reader 1"),
        ("--text", "--by", "reader 1", "--to", "sheets"),
        ("--note", "read aloud"),
        ("--file", "x.pdf"),
    ],
)
def test_options_that_would_be_passed_over_are_refused(told, small, options):
    code, said = told("review", "sr", *options)
    assert code == 2
    assert "goes with" in said or "does not go with" in said or "say what is approved" in said
    assert not (small / RECORD).exists()
    assert not (small / "sheets").exists()


def test_a_reference_that_is_there_anyway_or_not_at_all_is_told(told, small):
    for tag in ("sr", "en", "xx"):
        code, _said = told("review", "--sheet", "sr", "--reference", tag, "--to", "sheets")
        assert code != 0
    assert not (small / "sheets").exists()
