"""The toolkit's own words in a language that it does not have: told early, and written by the project."""

import re
from datetime import date

import pytest
from tests.build.conftest import change

CATALOG = "locales/fil/LC_MESSAGES/sample.po"
WORDS = "locales/fil/LC_MESSAGES/leaflets.po"
ABROAD = "from abroad"
SPOKEN = ((ABROAD, "mula sa labas"), ("Monday", "Lunes"), ("Friday", "Biyernes"), ("Saturday", "Sabado"))


@pytest.fixture
def filipino(told, small):
    """The small project, its letters standing for those of Filipino, approved as far as people can."""
    (small / "locales/sr").rename(small / "locales/fil")
    change(small / "leaflets.toml", '["en", "sr"]', '["en", "fil"]')
    text = (small / CATALOG).read_text(encoding="utf-8")
    latin = re.sub(r"[\u0400-\u04ff]+", lambda word: "salita" if word[0].islower() else "Salita", text)
    (small / CATALOG).write_text(latin.replace("Language: sr", "Language: fil"), encoding="utf-8")
    today = date.today().isoformat()
    change(
        small / "contacts.toml",
        'checked_on = 2026-11-23\nchecked_by = ""',
        f'checked_on = {today}\nchecked_by = "M."',
    )
    with (small / "leaflets.toml").open("a") as toml:
        toml.write('\n[checks]\nignore = ["contact-language"]\n')
    for tag in ("en", "fil"):
        for what in (("--text",), ("--proof", "trifold")):
            code, said = told("review", tag, *what, "--by", "reader")
            assert code == 0, said
    return told


def write_words(small, *pairs):
    head = 'msgid ""\nmsgstr ""\n"Language: fil\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (f'\nmsgid "{source}"\nmsgstr "{text}"\n' for source, text in pairs)
    (small / WORDS).write_text(head + "".join(entries), encoding="utf-8")


def test_a_page_that_build_refuses_is_not_said_to_be_ready(filipino, small):
    code, said = filipino("review", "fil")
    assert code == 1
    assert "error[stand-in]" in said
    assert "may be handed out: nothing" in said
    assert f"translate it in {WORDS} (leaflets add fil begins it)" in said
    assert "stand-in" in filipino("build", "--release", "--jobs", "1", "--profile", "screen")[1]
    (row,) = [line for line in filipino("status", "--no-fit")[1].splitlines() if "fil " in line]
    assert "released" not in row
    assert "hand it out" not in row


def test_words_of_the_project_are_printed_and_released(filipino, small):
    code, said = filipino("add", "fil")
    assert code == 0, said
    assert WORDS in said
    assert f'msgid "{ABROAD}"\nmsgstr ""' in (small / WORDS).read_text()
    write_words(small, *SPOKEN)
    assert filipino("review", "fil", "--proof", "trifold", "--by", "reader")[0] == 0
    code, said = filipino("check", "fil", "--release")
    assert "stand-in" not in said
    code, said = filipino("build", "--release", "--jobs", "1", "--profile", "screen")
    assert code == 0, said
    assert [path.name for path in (small / "dist/sample/fil").iterdir()] == [
        "sample-fil-2026-11-trifold-screen.pdf"
    ]
    assert "may be handed out: trifold" in filipino("review", "fil")[1]
    assert filipino("add", "fil")[0] == 1, "all is there"


def test_the_projects_words_are_kept_up_to_date(filipino, small):
    assert filipino("update", "fil")[0] == 0
    write_words(small, *SPOKEN)
    code, said = filipino("update", "--check", "fil")
    assert code == 1
    assert f"{WORDS}: out of date" in said
    assert filipino("update", "fil")[0] == 0
    assert 'msgid "Free call"\nmsgstr ""' in (small / WORDS).read_text(encoding="utf-8")
    assert 'msgstr "mula sa labas"' in (small / WORDS).read_text(encoding="utf-8")
    assert filipino("update", "--check")[0] == 0


def test_the_projects_words_go_before_those_that_come_with_it(told, small):
    """And what it leaves out is taken from there."""
    path = small / "locales/sr/LC_MESSAGES/leaflets.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    path.write_text(f'{head}msgid "{ABROAD}"\nmsgstr "са стране"\n', encoding="utf-8")
    said = told("inspect", "--stage", "pages", "--lang", "sr", "--format", "trifold")[1]
    assert "са стране" in said
    assert "Нацрт" in said


def test_a_fault_in_the_projects_words_is_found(told, small):
    path = small / "locales/sr/LC_MESSAGES/leaflets.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    path.write_text(f'{head}msgid "{ABROAD}"\nmsgstr "са %(number)s стране"\n', encoding="utf-8")
    for command in (("build", "--lang", "sr", "--jobs", "1", "--profile", "screen"), ("check", "sr")):
        code, said = told(*command)
        assert code == 1
        assert "leaflets.po:5" in said
