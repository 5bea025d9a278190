"""Input has one door: a folder or a snapshot of it, and nothing outside of the project."""

import os
import pickle
from pathlib import Path

import pytest

from leaflets.errors import InputError
from leaflets.files import ABSENT, FORBIDDEN, INNOCENT, RARE, Disk, decode, digest, read_text


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "layouts" / "rights").mkdir(parents=True)
    (root / "leaflets.toml").write_bytes(b"a = 1\n")
    (root / "layouts" / "rights" / "card.xml").write_bytes("<p>ж</p>".encode())
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return root


def rule(error: pytest.ExceptionInfo[InputError]) -> str:
    (one,) = error.value.diagnostics
    assert one.help
    return one.rule


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "layouts/../../secret.txt",
        "layouts/../leaflets.toml",
        "/etc/passwd",
        "..\\secret.txt",
        "C:x",
    ],
)
def test_paths_out_of_the_project_are_refused(root: Path, path: str) -> None:
    files = Disk((root,))
    for ask in (files.read, files.exists, files.children, files.locate):
        with pytest.raises(InputError) as caught:
            ask(path)
        assert rule(caught) == "outside-project"
    assert not files.reads


def test_an_absolute_path_into_the_project_is_refused_too(root: Path) -> None:
    with pytest.raises(InputError) as caught:
        Disk((root,)).read(str(root / "leaflets.toml"))
    assert rule(caught) == "outside-project"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_out_of_the_project_are_refused_and_links_within_are_not(root: Path, tmp_path: Path) -> None:
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "away").symlink_to(tmp_path)
    (root / "in.toml").symlink_to(root / "leaflets.toml")
    files = Disk((root,))
    assert files.read("in.toml") == b"a = 1\n"
    for path in ("out.txt", "away/secret.txt"):
        with pytest.raises(InputError) as caught:
            files.read(path)
        assert rule(caught) == "outside-project"


def test_the_first_root_that_has_a_file_answers(root: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    (shared / "layouts" / "_base").mkdir(parents=True)
    (shared / "layouts" / "_base" / "base.css").write_bytes(b"p {}")
    (shared / "leaflets.toml").write_bytes(b"other")
    files = Disk((root, shared))
    assert files.read("layouts/_base/base.css") == b"p {}"
    assert files.read("leaflets.toml") == b"a = 1\n"
    assert files.children("layouts") == ("_base", "rights")


def test_everything_asked_for_is_remembered(root: Path) -> None:
    files = Disk((root,))
    files.read("leaflets.toml")
    files.exists("contacts.toml")
    files.children("layouts")
    assert files.reads == {
        "leaflets.toml": digest(b"a = 1\n"),
        "contacts.toml": ABSENT,
        "layouts/": digest(b"rights"),
    }


def test_a_snapshot_answers_as_the_disk_did_and_pickles(root: Path) -> None:
    disk = Disk((root,))
    for path in ("leaflets.toml", "layouts/rights/card.xml"):
        disk.read(path)
    disk.exists("contacts.toml")
    disk.children("layouts")
    disk.children("nothing")
    snapshot = pickle.loads(pickle.dumps(disk.snapshot()))
    for path in ("leaflets.toml", "layouts/rights/card.xml"):
        assert snapshot.exists(path)
        assert snapshot.read(path) == disk.read(path)
    assert not snapshot.exists("contacts.toml")
    assert snapshot.children("layouts") == ("rights",)
    assert snapshot.children("nothing") == ()
    assert snapshot.reads == disk.reads


def test_files_of_a_snapshot_can_be_mapped(root: Path) -> None:
    disk = Disk((root,))
    disk.read("leaflets.toml")
    snapshot = disk.snapshot()
    place = snapshot.locate("leaflets.toml")
    assert (place.name, place.read_bytes()) == ("leaflets.toml", disk.read("leaflets.toml"))
    assert snapshot.locate("leaflets.toml") == place
    with pytest.raises(InputError) as caught:
        snapshot.locate("contacts.toml")
    assert rule(caught) == "missing-file"


def test_a_missing_file_is_said_to_be_missing(root: Path) -> None:
    disk = Disk((root,))
    for files in (disk, disk.snapshot()):
        with pytest.raises(InputError) as caught:
            files.read("contacts.toml")
        assert rule(caught) == "missing-file"


@pytest.mark.parametrize(
    ("data", "bad", "line"),
    [
        ("a\nžrtva\n".encode("cp1250"), "not-utf8", 2),
        (b"\xef\xbb\xbfa\n", "byte-order-mark", 1),
        ("a\nb\n\ufdd1\n".encode(), "forbidden-character", 3),
        ("a\r\nb\r\n\ufdd0\n".encode(), "forbidden-character", 3),
        ("a\n\ue000".encode(), "forbidden-character", 2),
        ("\n\U0010fffe".encode(), "forbidden-character", 2),
        (b"a\n\x07", "forbidden-character", 2),
        ("a\nb\u009f".encode(), "forbidden-character", 2),
        ("a\n\n\ufeffb".encode(), "forbidden-character", 3),
        ("p\ufffdt".encode(), "forbidden-character", 1),
        ("a\nb\U000e0041".encode(), "forbidden-character", 2),
        ("a\nb\u206a".encode(), "forbidden-character", 2),
        ("a\nb \u202e c\n\u2067d\u2069".encode(), "unpaired-control", 2),
        ("a\nb \u2066c\u2069\n\u2069".encode(), "unpaired-control", 3),
    ],
)
def test_text_that_is_not_plain_utf8_is_refused_with_its_line(
    root: Path, data: bytes, bad: str, line: int
) -> None:
    (root / "a.xml").write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_text(Disk((root,)), "a.xml")
    assert rule(caught) == bad
    place = caught.value.diagnostics[0].place
    assert place is not None
    assert (place.file, place.line) == ("a.xml", line)


def test_a_byte_order_mark_is_taken_off_where_it_is_allowed() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", file="a.po", bom=True) == "a\nb\nc\n"


@pytest.mark.parametrize(
    "text", ["a\tb\n", "e\u0301", "\u200d\u200c", "\u2066a\u2069", "\U0001f600", "\u25cc"]
)
def test_letters_marks_joiners_and_isolates_are_text(text: str) -> None:
    assert decode(text.encode(), file="a.po") == text


def test_a_forbidden_character_is_named_with_its_column() -> None:
    with pytest.raises(InputError) as caught:
        decode("one\ntwo \ue123".encode(), file="a.po")
    (one,) = caught.value.diagnostics
    assert str(one.place) == "a.po:2:5"
    assert "private-use character U+E123" in one.message


def test_a_flag_of_a_region_is_no_text() -> None:
    """Its tags (U+1F3F4, U+E0067, …) could as well be hidden words, and no font here has the flag."""
    with pytest.raises(InputError) as caught:
        decode("\U0001f3f4\U000e0067\U000e0062\U000e007f".encode(), file="a.po")
    assert "hidden character U+E0067" in str(caught.value)


def test_only_fonts_and_base_layouts_come_from_the_toolkit(tmp_path):
    """Another project's catalogs, contacts and layouts are never taken for this one's."""
    own, shared = tmp_path / "own", tmp_path / "shared"
    for name in (
        "fonts/fonts.toml",
        "layouts/_base/base.css",
        "layouts/rights/a.xml",
        "locales/sr/a.po",
        "contacts.toml",
    ):
        (shared / name).parent.mkdir(parents=True, exist_ok=True)
        (shared / name).write_text("x")
    own.mkdir()
    files = Disk((own, shared))
    assert files.exists("fonts/fonts.toml")
    assert files.children("layouts/_base") == ("base.css",)
    assert not files.exists("layouts/rights/a.xml")
    assert not files.exists("contacts.toml")
    assert files.children("locales") == ()


def test_every_forbidden_character_is_refused_in_bytes_too():
    """The bytes are looked through first, as few files hold any that a forbidden character begins with."""
    every = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    for character in filter(FORBIDDEN.match, every):
        data = character.encode()
        assert data.translate(None, INNOCENT) or RARE.search(data), hex(ord(character))
