"""`leaflets extract`: the POT of the same layouts is the same; it tells where each message stands."""

import re

import pytest

from leaflets.store import replace

POT = "locales/victims-rights.pot"
CONTENT = "layouts/victims-rights/content.xml"


def test_the_repositorys_own_pot_is_up_to_date(run, copy):
    before = (copy / POT).read_bytes()
    assert run("extract", "--check").code == 0
    told = run("extract").out
    assert "words, unchanged\n" in told
    assert 420 <= int(re.search(r"^words: trifold (\d+), ", told, re.MULTILINE)[1]) <= 480
    assert (copy / POT).read_bytes() == before


def test_a_text_that_is_longer_than_the_project_wants_is_told(run, rewrite):
    rewrite("leaflets.toml", "max_source_words = 510", "max_source_words = 400")
    told = run("extract", "--check")
    assert told.code == 1
    assert re.search(r"victims-rights has \d+ words more than max_source_words = 400; shorten", told.err)
    assert "out of date" not in told.err
    assert run("extract").code == 0


def test_check_tells_that_it_is_due_and_writes_nothing(run, copy, rewrite):
    before = (copy / POT).read_bytes()
    rewrite(CONTENT, "A safe place", "A safer place")
    told = run("extract", "--check")
    assert (told.code, (copy / POT).read_bytes()) == (1, before)
    assert "leaflets extract" in told.err
    assert run("extract").code == 0
    assert 'msgid "A safer place"' in (copy / POT).read_text(encoding="utf-8")
    assert run("extract", "--check").code == 0


def test_a_message_comes_with_its_place_and_what_its_author_says(run, copy):
    run("extract")
    entry = (copy / POT).read_text(encoding="utf-8").split("\n\n")[1]
    assert entry.startswith("#. Place (trifold, booklet, phone): cover, title\n#. Place (card, ")
    assert "\n#. The title on the cover." in entry


def test_placeholders_are_compared_by_any_editor(run, copy):
    assert '#, python-format\nmsgid "Call the police: <strong>%(number)s</strong>.' in (copy / POT).read_text(
        encoding="utf-8"
    )


def test_contacts_that_no_layout_shows_are_not_translated(run, copy, rewrite):
    assert "contact astra: name" in (copy / POT).read_text(encoding="utf-8")
    rewrite(CONTENT, '<contact ref="astra"/>', "")
    run("extract")
    assert "contact astra: name" not in (copy / POT).read_text(encoding="utf-8")


def test_a_broken_layout_stops_it(run, copy, rewrite):
    before = (copy / POT).read_bytes()
    rewrite(CONTENT, "{% endtrans %}", "")
    told = run("extract")
    assert told.code == 1
    assert f"{CONTENT}:{_second_message(copy)}" in told.err
    assert "help: " in told.err
    assert (copy / POT).read_bytes() == before


def _second_message(copy):
    """The line at which a block opens inside of one that was not closed."""
    lines = (copy / CONTENT).read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if "{% trans" in line][1]


def test_a_comment_that_no_catalog_holds_is_refused_at_its_line(run, copy):
    path = copy / CONTENT
    text = path.read_text(encoding="utf-8")
    line = text[: text.index("{% trans")].count("\n") + 1
    path.write_text(text.replace("{% trans", "{# L10N: a path, C:\\ #}{% trans", 1), encoding="utf-8")
    told = run("extract")
    assert told.code == 1
    assert "ends with a backslash" in told.err
    assert f"{CONTENT}:{line}" in told.err


def test_a_pot_that_changes_meanwhile_is_not_overwritten(run, copy, rewrite, monkeypatch):
    rewrite(CONTENT, "A safe place", "A safer place")

    def meanwhile(path, data, *, old):
        path.write_bytes(b"mine")
        replace(path, data, old=old)

    monkeypatch.setattr("leaflets.cli.extract.replace", meanwhile)
    told = run("extract")
    assert (told.code, (copy / POT).read_bytes()) == (1, b"mine")
    assert "changed-meanwhile" in told.err
    assert list(copy.rglob("*.part")) == []


@pytest.mark.parametrize("old", [None, b"a"])
def test_replacing_what_is_as_it_was_read(tmp_path, old):
    path = tmp_path / "new" / "a.po"
    if old is not None:
        path.parent.mkdir()
        path.write_bytes(old)
    replace(path, b"b", old=old)
    assert path.read_bytes() == b"b"
    assert [child.name for child in path.parent.iterdir()] == ["a.po"]
