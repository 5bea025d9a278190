"""The room of texts, where people see it: status, hand-off files, proofs."""

import json

import openpyxl


def test_status_tells_the_room_of_each_text(run):
    told = run("status", "--room", "ar")
    assert told.code == 0, told.out
    assert "least in" in told.out
    rows = json.loads(run("status", "--room", "ar", "--format", "json").out)["rows"]
    assert len(rows) > 40
    assert all(0 < row["letters"] <= row["room"] for row in rows)
    assert {"trifold", "card"} <= {row["format"] for row in rows}


def test_a_text_that_is_too_long_is_told(run, rewrite, text_of):
    name = "locales/ar/LC_MESSAGES/victims-rights.po"
    line = text_of(name, "Help line")
    rewrite(name, f'msgstr "{line}"', f'msgstr "{" ".join([line] * 20)}"')
    told = run("status", "--room", "ar")
    assert told.code == 1
    assert "too long" in told.out


def test_hand_off_files_tell_it_with_the_format(run, copy):
    """A language that nobody has begun has room too: its letters are measured by its alphabet."""
    assert run("export", "sr", "--to", "out", "--as", "xlsx").code == 0
    book = openpyxl.load_workbook(copy / "out" / "guide-sr-2026-11.xlsx")
    rows = [(str(row[0].value), str(row[1].value)) for row in book.worksheets[0].iter_rows()]
    room = [text for label, text in rows if label == "room"]
    assert len(room) > 40
    assert all(text.startswith("about ") and text.endswith(")") for text in room)
    (copy / "locales/sr/LC_MESSAGES/victims-rights.po").unlink()
    assert run("add", "sr").code == 0
    before = json.loads(run("status", "--room", "sr", "--format", "json").out)["rows"]
    assert len(before) > 40
    assert all(row["letters"] == 0 for row in before)


def test_it_is_no_page(run):
    told = run("status", "--room", "sr", "--format", "html")
    assert told.code == 2
    assert "--format json" in told.err
