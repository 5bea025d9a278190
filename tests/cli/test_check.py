"""`leaflets check`, `explain` and `status` on copies of the project with deliberate faults."""

import json
import re
import shutil

import pytest

AR = "locales/ar/LC_MESSAGES/victims-rights.po"
SR = "locales/sr/LC_MESSAGES/victims-rights.po"
LATN = "locales/sr_Latn/LC_MESSAGES/victims-rights.po"
CONTENT = "layouts/victims-rights/content.xml"


@pytest.fixture(autouse=True)
def small(copy):
    """Four languages and one format are enough here."""
    path = copy / "leaflets.toml"
    toml = path.read_text(encoding="utf-8")
    toml = re.sub(
        r"^languages = \[[^]]*\]", 'languages = ["en", "sr", "sr-Latn", "ar"]', toml, flags=re.MULTILINE
    )
    toml = re.sub(r"^formats = \[[^]]*\]", 'formats = ["trifold"]', toml, flags=re.MULTILINE)
    toml = re.sub(r"^together = .*\n", "", toml, flags=re.MULTILINE)
    path.write_text(toml, encoding="utf-8")


def texts(copy, name):
    """Line number and text of each translation that is one line."""
    lines = (copy / name).read_text(encoding="utf-8").split("\n")
    return [
        (n + 1, line[8:-1]) for n, line in enumerate(lines) if line.startswith('msgstr "') and len(line) > 20
    ]


@pytest.fixture
def spoil(copy, rewrite):
    def change(name, index, new):
        line, old = texts(copy, name)[index]
        rewrite(name, f'msgstr "{old}"', f'msgstr "{new(old)}"')
        return line

    return change


def test_the_repositorys_own_catalogs_have_no_errors(run):
    told = run("check", "--no-pages", "--format", "json")
    record = json.loads(told.out)
    errors = [f for report in record["reports"] for f in report["findings"] if f["severity"] == "error"]
    assert errors == []
    assert told.code == 0


def test_a_wrong_number_is_told_with_excerpt_place_and_next_step(run, spoil):
    line = spoil(AR, 0, lambda old: f"{old} 011 785 00 10")
    told = run("check", "ar")
    assert told.code == 1
    assert "error[phone]" in told.out
    assert f"  --> {AR}:{line}" in told.out
    assert "\u2068011 785 00 10\u2069" in told.out  # right-to-left quotations are isolated
    assert "| expected  011 785 00 00" in told.out
    assert re.search(r"\| place     cover, title \(.*trifold", told.out)
    assert "  help: " in told.out


def test_invisible_characters_are_named(run, spoil):
    spoil(SR, 0, lambda old: old + "\u00ad")
    told = run("check", "sr", "--no-pages").out
    assert "⟨U+00AD SHY⟩" in told
    assert "\u00ad" not in told


def test_a_mark_stands_below_the_fault(run, spoil):
    spoil(SR, 0, lambda old: old.replace("а", "a", 1))
    lines = run("check", "sr", "--no-pages").out.split("\n")
    at = next(n for n, line in enumerate(lines) if "| here" in line)
    start = lines[at + 1].index("~")
    assert "a" in lines[at][start : start + lines[at + 1].count("~")]


def test_short_lines_are_for_editors(run, spoil):
    line = spoil(SR, 0, lambda old: old + "  x")
    told = run("check", "sr", "--no-pages", "--format", "short").out
    assert re.search(rf"^{re.escape(SR)}:{line}: warning\[space-double\] .+$", told, re.MULTILINE)


def test_json_gives_place_text_and_span(run, spoil):
    spoil(AR, 0, lambda old: f"{old} 011 785 00 10")
    record = json.loads(run("check", "ar", "--no-pages", "--format", "json").out)
    assert record["schema"] == 1
    found = next(f for report in record["reports"] for f in report["findings"] if f["rule"] == "phone")
    start, end = found["span"]
    assert found["text"][start:end] == "011 785 00 10"
    assert found["expected"] == "011 785 00 00"
    assert found["language"] == "ar"


def test_html_is_one_file_with_pictures_and_nothing_from_elsewhere(run, spoil):
    spoil(AR, 0, lambda old: f"{old} <b>x</b>")
    page = run("check", "sr", "ar", "--format", "html").out
    assert page.count("data:image/png;base64,") >= 6  # sr; ar cannot be laid out
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)
    assert "<script" not in page
    assert 'dir="rtl"' in page


def test_release_wants_everything_translated(run, spoil):
    spoil(SR, 0, lambda _old: "")
    assert run("check", "sr", "--no-pages").code == 0
    told = run("check", "sr", "--no-pages", "--release")
    assert told.code == 1
    assert "error[untranslated]" in told.out


def test_a_comment_ignores_a_rule_and_an_error_that_is_certain_stays(run, spoil, copy):
    spoil(SR, 0, lambda old: old.replace("а", "a", 1) + " 011 785 00 10")
    text = (copy / SR).read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if "011 785 00 10" in line)
    at = text.rindex("\nmsgid", 0, text.index(line))
    ignoring = "\n# ignore: script-mixed, phone, number, end-punctuation"
    (copy / SR).write_text(text[:at] + ignoring + text[at:], encoding="utf-8")
    told = run("check", "sr", "--no-pages").out
    assert "script-mixed" not in told
    assert "error[phone]" in told
    assert '"phone" is certain' in told


def test_a_project_ignores_a_rule(run, spoil, copy):
    spoil(SR, 0, lambda old: old + "  x")
    with (copy / "leaflets.toml").open("a") as file:
        file.write('\n[checks]\nignore = ["space-double", "end-punctuation", "spaces"]\n')
    told = run("check", "--no-pages", "--format", "short").out
    assert "space-double" not in told
    assert 'warning[bad-setting] there is no rule "spaces"' in told


def test_unknown_language_and_rule(run):
    told = run("check", "xx")
    assert told.code == 1
    assert "unknown-language" in told.err
    told = run("explain", "fone")
    assert told.code == 2
    assert "phone" in told.err


def test_explain(run):
    told = run("explain", "phone").out
    for part in ("One wrong digit", "wrong, sr-Latn", "To ignore it: it cannot be ignored"):
        assert part in told
    assert "## placeholder" in run("explain", "bare-percent").out  # by the name that a build gives
    assert "stranded-heading" in run("explain").out


# Bad input


def test_a_contact_that_no_layout_uses(run, copy):
    with (copy / "contacts.toml").open("a") as file:
        file.write(
            '\n[contact.nobody]\nname = "Nobody"\nrole = "Unused"\nsource = "x"\nchecked_on = 2026-11-23\n'
            'numbers = [{ kind = "short", dial = "199", display = "199", reachable_from = ["RS"] }]\n'
        )
    told = run("check", "--no-pages", "--format", "short")
    assert 'warning[unused-contact] no layout shows the contact "nobody"' in told.out


def test_a_layout_that_uses_a_contact_which_is_not_there(run, rewrite):
    line = rewrite(CONTENT, 'ref="astra"', 'ref="astre"')
    told = run("check", "--format", "short")
    assert told.code == 1
    assert re.search(rf"{CONTENT}:{line}: error\[unknown-contact\] .*astre", told.out)


def test_two_catalogs_with_swapped_contents(run, copy):
    one, other = (copy / AR).read_bytes(), (copy / SR).read_bytes()
    (copy / AR).write_bytes(other)
    (copy / SR).write_bytes(one)
    told = run("check", "--no-pages", "--format", "short")
    assert told.code == 1
    for name in (AR, SR):
        assert re.search(rf"{name}:\d+: error\[wrong-language\]", told.out)
        assert re.search(rf"{name}:\d+: warning\[header-language\]", told.out)
    assert "script-wrong" not in told.out  # said once for the whole, not for each text


def test_swapped_serbian_scripts(run, copy):
    one, other = (copy / LATN).read_bytes(), (copy / SR).read_bytes()
    (copy / LATN).write_bytes(other)
    (copy / SR).write_bytes(one)
    told = run("check", "--no-pages", "--format", "short").out
    assert told.count("error[wrong-language]") == 2


def test_a_translation_that_drops_the_help_line(run, copy):
    text = (copy / SR).read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if "%(number)s" in line and line.startswith("msgstr"))
    (copy / SR).write_text(text.replace(line, line.replace("%(number)s", "")), encoding="utf-8")
    told = run("check", "sr", "--format", "short")
    assert told.code == 1
    assert "error[fact-missing] %(number)s of the source is missing" in told.out


def test_a_folder_of_another_spelling_is_the_same_language(run, copy):
    """It is built, so it is looked at and counted as well."""
    (copy / "locales/sr_Latn").rename(copy / "locales/sr@latin")
    path = copy / "locales/sr@latin/LC_MESSAGES/victims-rights.po"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if "%(number)s" in line and line.startswith("msgstr"))
    path.write_text(text.replace(line, line.replace("%(number)s", "")), encoding="utf-8")
    told = run("check", "sr-Latn", "--no-pages", "--format", "short")
    assert "missing-catalog" not in told.out
    assert "locales/sr@latin/LC_MESSAGES/victims-rights.po" in told.out
    assert "error[fact-missing]" in told.out
    rows = json.loads(run("status", "--no-fit", "--format", "json").out)["rows"]
    (row,) = (row for row in rows if row["language"] == "sr-Latn")
    assert row["translated"] > 40
    assert "leaflets add" not in row["next_step"]


def test_two_catalogs_of_one_language_are_an_error_of_the_language(run, copy):
    shutil.copytree(copy / "locales/sr_Latn", copy / "locales/sr@latin")
    assert "error[two-folders]" in run("check", "sr-Latn", "--no-pages", "--format", "short").out


def test_two_folders_for_one_language(run, copy):
    (copy / "locales/sr@latin").mkdir()
    told = run("check", "--no-pages", "--format", "short")
    assert told.code == 1
    assert "error[two-folders]" in told.out


def test_two_folders_are_told_to_those_who_check_that_language(run, copy):
    (copy / "locales/sr@latin").mkdir()
    assert "error[two-folders]" in run("check", "sr-Latn", "--no-pages", "--format", "short").out
    assert "two-folders" not in run("check", "ar", "--no-pages", "--format", "short").out


def test_a_catalog_of_another_leaflet(run, copy):
    text = (copy / SR).read_text(encoding="utf-8")
    (copy / SR).write_text(
        re.sub(r'^msgid "(?=[^"])', 'msgid "Other ', text, flags=re.MULTILINE), encoding="utf-8"
    )
    told = run("check", "sr", "--no-pages", "--format", "short")
    assert "error[foreign-catalog]" in told.out


def test_a_build_refuses_a_wrong_number(run, spoil, copy):
    spoil(AR, 0, lambda old: f"{old} 011 785 00 10")
    told = run("build", "--lang", "ar", "--jobs", "1", "--quiet")
    assert told.code == 1
    assert "error[phone]" in told.err
    assert not list((copy / "dist").rglob("*.pdf"))


# Status


def test_status_counts_fuzzy_and_plurals_right(run, copy):
    text = (copy / SR).read_text(encoding="utf-8")
    (copy / SR).write_text(text.replace("\nmsgid", "\n#, fuzzy\nmsgid", 2).replace("\n#, fuzzy", "", 1))
    record = json.loads(run("status", "--format", "json", "--no-fit").out)
    row = next(row for row in record["rows"] if row["language"] == "sr")
    whole = next(row for row in record["rows"] if row["language"] == "en")
    assert row["fuzzy"] == 1
    assert row["translated"] + row["fuzzy"] + row["missing"] == row["messages"] == whole["messages"]
    assert row["translated_words"] < row["words"] == whole["translated_words"]


def test_status_tells_fit_and_next_step(run, rewrite):
    rewrite("leaflets.toml", 'languages = ["en",', 'languages = ["en", "nl",')
    record = json.loads(run("status", "--format", "json").out)
    rows = {row["language"]: row for row in record["rows"]}
    assert rows["ar"]["fit"][0]["scale"] >= 8
    assert rows["nl"]["next_step"] == "leaflets add nl"
    assert "leaflets add nl" in run("status", "--no-fit").out
    page = run("status", "--format", "html", "--no-fit").out
    assert 'dir="rtl"' in page
    assert "<script" not in page
