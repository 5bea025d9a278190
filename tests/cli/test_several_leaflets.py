"""A project of two leaflets with other languages and formats: what is asked for is done where it is."""

import pytest

SECOND = """
[leaflet.second]
public_name = "note"
edition = "2026-11"
source = "en"
host = "sr"
languages = ["en", "fr"]
formats = ["card"]
"""


@pytest.fixture
def two(run, tmp_path, monkeypatch):
    """The commands, in a folder with `guide` in English and Serbian, `second` in English and French."""
    folder = tmp_path / "two"
    assert run("new", str(folder)).code == 0
    monkeypatch.chdir(folder)
    with (folder / "leaflets.toml").open("a", encoding="utf-8") as file:
        file.write(SECOND)
    (folder / "layouts/second").mkdir()
    words = "{% block front %}<h1>{% trans %}One word{% endtrans %}</h1>{% endblock %}"
    (folder / "layouts/second/card.xml").write_text('{% extends "_base/card.xml" %}\n' + words)
    assert run("add", "sr", "--leaflet", "guide").code == 0
    assert run("add", "fr", "--leaflet", "second").code == 0
    return run, folder


@pytest.mark.parametrize(
    "command",
    [
        ("build", "--quiet", "--profile", "screen", "--lang", "sr"),
        ("update", "sr", "fr"),
        ("fix", "sr", "fr"),
        ("export", "sr", "fr", "--to", "out", "--reference", "fr", "--no-room"),
        ("pack", "sr", "--for", "translator"),
        ("pack", "sr", "--for", "printer", "--drafts"),
        ("status", "--room", "sr"),
        ("inspect", "--stage", "document", "--lang", "fr"),
        ("template", "card"),
    ],
    ids=" ".join,
)
def test_a_language_or_format_of_one_of_them_is_enough(two, command):
    run, _folder = two
    told = run(*command)
    assert told.code == 0, told.err
    assert "unknown" not in told.err


def test_only_the_leaflet_with_the_format_is_built(two):
    run, folder = two
    assert run("build", "--quiet", "--format", "card", "--profile", "screen").code == 0
    assert sorted(path.name for path in (folder / "dist").iterdir()) == ["second"]


def test_tables_tell_of_which_leaflet_a_row_is(two):
    run, _folder = two
    told = run("build", "--profile", "screen", "--jobs", "1")
    assert "second/card" in told.out
    assert "guide/flyer" in told.out
    assert "second/card" in run("status", "--fit", "--jobs", "1").out
    page = run("status", "--format", "html", "--no-fit").out
    assert page.count("<table>") == 2
    assert "<h2>second</h2>" in page


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("build", "--format", "poster"), 'there is no format "poster"'),
        (("build", "--lang", "hu"), "hu (Hungarian) is none of the languages"),
        (("fix", "hu"), "hu (Hungarian) is none of the languages"),
        (("build", "--lang", "sr", "--format", "card"), "nothing matches --lang sr --format card"),
    ],
)
def test_what_none_of_them_has_is_refused(two, command, said):
    run, _folder = two
    told = run(*command)
    assert told.code == 1
    assert said in told.err


def test_a_template_is_in_no_language(two):
    """Also where the language that is written first is not published."""
    run, folder = two
    path = folder / "leaflets.toml"
    path.write_text(path.read_text().replace('languages = ["en", "fr"]', 'languages = ["fr"]'))
    assert run("template", "card", "--output", "out").code == 0
    assert len(list((folder / "out").iterdir())) == 2


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--for", "translator"), "note-fr-2026-11-translator.zip"),
        (("--for", "printer", "--drafts"), "note-fr-2026-11-printer-DRAFT.zip"),
    ],
)
def test_a_damaged_catalog_ends_no_other_parcel(two, options, name):
    run, folder = two
    path = folder / "locales/sr/LC_MESSAGES/guide.po"
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "a\n', encoding="utf-8")
    told = run("pack", "sr", "fr", *options, "--to", "out")
    assert told.code == 1
    assert "guide.po:" in told.err
    assert [path.name for path in (folder / "out").iterdir()] == [name]
