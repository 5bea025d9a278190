"""A folder of a site: only changes are written, and what others put there is left alone."""

import json

import pytest

from leaflets.errors import OutputError
from leaflets.site.folder import MARKER, check_folder, earlier, fill

PAGES = [("index.html", b"one"), ("ar/index.html", b"two"), ("files/a.pdf", b"three")]


def test_the_second_time_nothing_is_written(tmp_path):
    first = fill(tmp_path, PAGES)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    second = fill(tmp_path, PAGES)
    assert (len(first.changed), first.kept) == (3, 0)
    assert (second.changed, second.removed, second.kept) == ((), (), 3)
    assert stamps == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}


def test_what_changed_is_written_and_what_is_gone_is_removed(tmp_path):
    fill(tmp_path, PAGES)
    told = fill(tmp_path, [("index.html", b"new")])
    assert told.changed == ("index.html",)
    assert sorted(told.removed) == ["ar/index.html", "files/a.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [MARKER, "index.html"]


def test_files_of_others_stay_in_a_folder_of_ours(tmp_path):
    fill(tmp_path, PAGES)
    (tmp_path / "ar" / "note.txt").write_text("mine")
    fill(tmp_path, PAGES[:1])
    assert (tmp_path / "ar" / "note.txt").read_text() == "mine"


def test_a_folder_with_files_of_others_is_refused_untouched(tmp_path):
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(OutputError) as told:
        fill(tmp_path, PAGES)
    assert "--output" in str(told.value.diagnostics[0].help)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_file_is_no_folder(tmp_path):
    path = tmp_path / "site"
    path.write_text("x")
    with pytest.raises(OutputError):
        check_folder(path)


def test_an_empty_and_a_new_folder_are_fine(tmp_path):
    check_folder(tmp_path)
    check_folder(tmp_path / "new")


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/hostname", "a\0b", "x" * 5000, "\ud800", "", "."])
def test_a_marker_cannot_make_us_remove_what_is_outside(tmp_path, path):
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / MARKER).write_text(json.dumps({"schema": 1, "files": {path: "0"}}))
    assert fill(folder, PAGES).removed == ()
    assert outside.read_text() == "mine"


@pytest.mark.parametrize("told", ["", "[]", '{"files": 3}', "\xff", "[" * 100_000], ids=range(5))
def test_a_damaged_marker_is_written_anew(tmp_path, told):
    (tmp_path / MARKER).write_text(told, encoding="latin-1")
    fill(tmp_path, PAGES)
    assert set(json.loads((tmp_path / MARKER).read_text())["files"]) == {path for path, _ in PAGES}


def test_an_earlier_file_is_used_only_as_we_wrote_it(tmp_path):
    fill(tmp_path, PAGES)
    (tmp_path / "index.html").write_bytes(b"changed")
    (tmp_path / "files/a.pdf").unlink()
    (tmp_path / "foreign.txt").write_bytes(b"x")
    held = earlier(tmp_path)
    asked = ("ar/index.html", "index.html", "files/a.pdf", "foreign.txt", "../x")
    assert [held(path) for path in asked] == [b"two", None, None, None, None]


def test_a_file_gives_way_to_a_folder_of_its_name_and_back(tmp_path):
    """A host without rules answers the address of a withdrawn file from a folder of that name."""
    fill(tmp_path, [("files/a.pdf", b"PDF")])
    told = fill(tmp_path, [("files/a.pdf/index.html", b"withdrawn")])
    assert (told.changed, told.removed) == (("files/a.pdf/index.html",), ("files/a.pdf",))
    told = fill(tmp_path, [("files/a.pdf", b"PDF")])
    assert (told.changed, told.removed) == (("files/a.pdf",), ("files/a.pdf/index.html",))
    assert (tmp_path / "files/a.pdf").read_bytes() == b"PDF"


def test_a_folder_of_others_gives_no_way(tmp_path):
    fill(tmp_path, [("files/b.pdf", b"PDF")])
    (tmp_path / "files/a.pdf").mkdir()
    (tmp_path / "files/a.pdf/mine.txt").write_text("mine")
    with pytest.raises(OutputError):
        fill(tmp_path, [("files/a.pdf", b"PDF")])
    assert (tmp_path / "files/a.pdf/mine.txt").read_text() == "mine"
