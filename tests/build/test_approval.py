"""From a translation to a released leaflet, and back to a draft by one letter."""

import json
import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from tests.build.conftest import change

from leaflets.api import lay_out, open_files, open_project, plan
from leaflets.build.proof import as_released, pages_digest
from leaflets.pages.dump import dump_pages
from leaflets.project import Release

TODAY = date.today().isoformat()
CATALOG = "locales/sr/LC_MESSAGES/sample.po"
RECORD = "locales/sr/sample.approvals.toml"


@pytest.fixture
def reviewed(told, small):
    """Both texts and both proofs approved, the contact verified by a call today."""
    change(
        small / "contacts.toml",
        'checked_on = 2026-11-23\nchecked_by = ""',
        f'checked_on = {TODAY}\nchecked_by = "M."',
    )
    for arguments in (
        ("en", "--text", "--by", "lawyer"),
        ("en", "--proof", "trifold", "--by", "lawyer"),
        ("sr", "--text", "--by", "reader 1", "--note", "read aloud"),
        ("sr", "--proof", "trifold", "--by", "reader 2"),
    ):
        code, said = told("review", *arguments)
        assert code == 0, said
    return told


def files_of(small):
    return sorted(path.name for path in (small / "dist").rglob("*.pdf"))


def test_what_two_people_approved_is_released_without_tint_and_notice(reviewed, small):
    code, said = reviewed("build", "--release", "--jobs", "1", "--profile", "screen")
    assert (code, files_of(small)) == (
        0,
        ["sample-en-2026-11-trifold-screen.pdf", "sample-sr-2026-11-trifold-screen.pdf"],
    ), said
    assert "released" in said
    entries = json.loads((small / "dist/sample/manifest.json").read_text())["entries"]
    assert {entry["state"] for entry in entries} == {"released"}
    code, said = reviewed("review", "sr")
    assert code == 0
    assert "read by reader 1 on" in said
    assert "may be handed out: trifold" in said


def test_without_approvals_everything_is_a_draft(told, small):
    assert told("build", "--jobs", "1", "--profile", "screen")[0] == 0
    assert all(name.endswith("-DRAFT.pdf") for name in files_of(small))
    code, said = told("build", "--release", "--jobs", "1", "--output", "released")
    assert code == 1
    for missing in (
        'verified the contact "line"',
        "English: nobody has approved",
        "Serbian (Cyrillic): nobody",
    ):
        assert missing in said
    assert not list((small / "released").rglob("*.pdf"))


def test_one_letter_makes_it_stale_and_is_named(reviewed, small):
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[0] == 0
    change(small / CATALOG, "Ваша права", "Твоја права")
    code, said = reviewed("build", "--release", "--lang", "sr", "--jobs", "1", "--profile", "screen")
    assert code == 1
    assert "changed after reader 1 approved it" in said
    assert 'changed: "Your rights"' in said
    assert "In danger" not in said
    assert re.search(r"sample\.approvals\.toml:\d+", said)
    entries = json.loads((small / "dist/sample/manifest.json").read_text())["entries"]
    assert {tuple(entry["tags"]) for entry in entries} == {("en",)}, "what is stale is not offered any more"


def test_a_changed_number_and_an_old_call_forbid_a_release(reviewed, small):
    change(small / "contacts.toml", "011 785 00 00", "011 785-00-00")
    assert 'changed: "contact line"' in reviewed("review", "sr")[1]
    change(small / "contacts.toml", f"checked_on = {TODAY}", "checked_on = 2020-01-01")
    code, said = reviewed("build", "--release", "--jobs", "1")
    assert code == 1
    assert "contact-expired" in said


def test_other_opening_hours_have_to_be_read_again(reviewed, small):
    change(small / "contacts.toml", "mon-fri 09:00-17:00", "mon-fri 09:00-16:00")
    code, said = reviewed("review", "sr")
    assert code == 1
    assert 'changed: "contact line"' in said


def test_an_approved_text_that_is_marked_fuzzy_is_not_released(reviewed, small):
    """Its words are those that were approved: only the mark says that they are doubted."""
    change(small / CATALOG, 'msgid "First"', '#, fuzzy\nmsgid "First"')
    code, said = reviewed("review", "sr")
    assert code == 1
    assert "stale-approval" not in said
    assert "not-finished" in said
    assert "may be handed out: nothing" in said


def test_a_changed_layout_makes_the_proof_stale_and_not_the_text(reviewed, small):
    (small / "layouts/sample/trifold.css").write_text("h1 { font-size: 3em; }")
    code, said = reviewed("review", "sr")
    assert code == 1
    assert "the pages of trifold are not those that reader 2 approved" in said
    assert "stale-approval" not in said


def test_a_call_that_confirms_a_contact_keeps_the_proofs(reviewed, small):
    change(
        small / "contacts.toml", f"checked_on = {TODAY}", f"checked_on = {date.today() - timedelta(days=40)}"
    )
    assert "may be handed out: trifold" in reviewed("review", "sr")[1]


def test_the_source_text_has_to_be_approved_again(reviewed, small):
    change(small / "layouts/sample/trifold.xml", "Your rights", "Rights")
    change(small / CATALOG, "Your rights", "Rights")
    code, said = reviewed("review", "sr")
    assert code == 1
    assert "English: the text was changed after lawyer" in said


@pytest.mark.parametrize("who", ["Ana A.", "ana a.", "ANA@example.org", "reader 9"])
def test_the_translator_is_refused_under_each_of_her_names(told, small, who):
    (small / "identities.toml").write_text('[identity]\n"reader 9" = ["Ana A."]\n')
    for what in (("--text",), ("--proof", "trifold")):
        code, said = told("review", "sr", *what, "--by", who)
        assert code == 1
        assert "own-translation" in said
    assert not (small / RECORD).exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgstr "Прво"', 'msgstr ""'),
        ('msgid "First"', '#, fuzzy\nmsgid "First"'),
        ("%(number)s</strong> (бес", "</strong> (бес"),
    ],
)
def test_an_unfinished_or_faulty_text_is_refused(told, small, old, new):
    path = small / CATALOG
    path.write_text(path.read_text().replace(old, new, 1))
    code, said = told("review", "sr", "--text", "--by", "reader")
    assert code == 1, said
    assert not (small / RECORD).exists()


def test_a_record_that_somebody_edited_is_refused_with_its_line(reviewed, small):
    change(small / RECORD, 'by = "reader 1"', 'by = ""')
    code, said = reviewed("review", "sr")
    assert code == 1
    assert re.search(r"sample\.approvals\.toml:\d+", said)


def test_a_translator_who_signed_by_hand_approves_nothing(reviewed, small):
    change(small / RECORD, 'by = "reader 1"', 'by = "Ana A."')
    change(small / RECORD, 'by = "reader 2"', 'by = "ana@example.org"')
    code, said = reviewed("build", "--release", "--lang", "sr", "--jobs", "1")
    assert code == 1
    assert "approved by its translator only" in said


def test_a_withdrawn_edition_is_not_released(reviewed, small):
    with (small / "leaflets.toml").open("a") as file:
        file.write('\n[[withdrawn]]\nedition = "2026-11"\nreason = "a wrong number"\n')
    code, said = reviewed("build", "--release", "--jobs", "1")
    assert code == 1
    assert "edition 2026-11 is withdrawn: a wrong number" in said


def test_status_tells_how_far_approvals_are(reviewed, small):
    assert reviewed("status", "--no-fit")[1].count("released") == 2
    change(small / CATALOG, "Ваша права", "Твоја права")
    assert "stale" in reviewed("status", "--no-fit")[1]


def test_a_released_page_is_the_draft_without_its_notice(small):
    """What was looked at is what is printed: every glyph stands where it stood."""
    files = open_files(small)
    for job in plan(open_project(files)):
        draft = dump_pages(lay_out(job, files).pages).splitlines()
        released = dump_pages(lay_out(released_as(job), files).pages).splitlines()
        assert [line for line in draft if not is_notice(line)] == released
        assert any(map(is_notice, draft))


def released_as(job):
    release = Release(edition=job.leaflet.release.edition, proofs={(job.tag, job.format): ""})
    return replace(job, leaflet=replace(job.leaflet, release=release))


def is_notice(line):
    return "Draft. Not" in line or "Нацрт" in line or "Радна верзија" in line or "Није проверено" in line


def test_the_digest_sees_each_glyph_and_no_tint(small):
    files = open_files(small)
    job = next(job for job in plan(open_project(files)) if job.tag == "sr")
    laid = lay_out(as_released(job), files)
    pages = laid.pages
    digest = partial(pages_digest, files=files, library=laid.library)
    first = digest(pages)
    assert first == digest(lay_out(as_released(released_as(job)), files).pages)
    page = pages.pages[0]
    item = next(one for one in page.items if hasattr(one, "run"))
    glyphs = (item.run.glyphs[0] + 1, *item.run.glyphs[1:])
    other = replace(item, run=replace(item.run, glyphs=glyphs))
    items = tuple(other if one is item else one for one in page.items)
    assert digest(replace(pages, pages=(replace(page, items=items), *pages.pages[1:]))) != first


def test_the_site_offers_what_is_released_and_nothing_that_went_stale(reviewed, small):
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[0] == 0
    assert reviewed("site")[0] == 0
    assert {path.name for path in (small / "dist/site").rglob("*.pdf")} == set(files_of(small))
    change(small / CATALOG, "Ваша права", "Твоја права")
    code, said = reviewed("site")
    assert code == 0
    assert "warning[taken-away]" in said
    assert "note: sample, sr: phone, text, trifold" in said
    assert "sample, en" not in said
    offered = [path.name for path in (small / "dist/site").rglob("*.pdf")]
    assert offered == ["sample-en-2026-11-trifold-screen.pdf"]


def another_number(told, small):
    """A number of a released leaflet is mended, called and approved again; nothing is built yet."""
    assert told("build", "--release", "--jobs", "1", "--profile", "screen", "--profile", "print")[0] == 0
    for old, new in (("011 785 00 00", "011 785 00 01"), ("0117850000", "0117850001")):
        change(small / "contacts.toml", old, new)
    for arguments in (
        ("contacts", "verify", "line", "--by", "M."),
        *(("review", tag, "--text", "--by", f"reader of {tag}") for tag in ("en", "sr")),
        *(("review", tag, "--proof", "trifold", "--by", f"reader of {tag}") for tag in ("en", "sr")),
    ):
        code, said = told(*arguments)
        assert code == 0, said


def test_a_released_file_with_an_old_number_is_not_handed_out(reviewed, small):
    """Its state and its edition are those of today, and its pages are not."""
    another_number(reviewed, small)
    said = reviewed("status", "--no-fit")[1]
    assert (
        "4 files look released, and must not be handed out: its pages are not those that are approved" in said
    )
    assert "hand it out" not in said
    assert reviewed("site")[0] == 0
    site = small / "dist/site"
    assert any("0117850001" in path.read_text() for path in site.rglob("*.html"))
    assert not [path for path in site.rglob("*") if path.suffix in (".pdf", ".zip")]
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen", "--profile", "print")[0] == 0
    assert "stale-rendition" not in reviewed("status", "--no-fit")[1]
    assert reviewed("site")[0] == 0
    assert len(list(site.rglob("*.pdf"))) == 4


def test_a_build_of_one_profile_leaves_the_others_only_while_they_show_the_same_pages(reviewed, small):
    manifest = small / "dist/sample/manifest.json"
    screen = ("build", "--release", "--jobs", "1", "--profile", "screen")
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "print")[0] == 0
    code, said = reviewed(*screen)
    assert (code, "stale-rendition" in said) == (0, False)
    listed = {(one["tags"][0], one["profile"]) for one in json.loads(manifest.read_text())["entries"]}
    assert listed == {(tag, profile) for tag in ("en", "sr") for profile in ("print", "screen")}
    another_number(reviewed, small)
    code, said = reviewed(*screen)
    assert "2 files look released, and must not be handed out: the last build made none of it" in said
    assert {one["profile"] for one in json.loads(manifest.read_text())["entries"]} == {"screen"}


def test_a_build_names_files_of_other_languages_that_show_an_old_number(reviewed, small):
    another_number(reviewed, small)
    said = reviewed("build", "--lang", "sr", "--jobs", "1")[1]
    assert "2 files look released, and must not be handed out: its pages are not those that are" in said
    assert "en/sample-en-2026-11-trifold-print.pdf" in said
    assert "sample-sr" not in said.partition("must not be handed out")[2]


def test_a_manifest_that_says_nothing_of_pages_offers_nothing(reviewed, small):
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[0] == 0
    manifest = small / "dist/sample/manifest.json"
    record = json.loads(manifest.read_text())
    for entry in record["entries"]:
        del entry["proof"]
    manifest.write_text(json.dumps(record))
    said = reviewed("status", "--no-fit")[1]
    assert "an older version of leaflets built it" in said
    assert "build again" in said
    assert reviewed("site")[0] == 0
    assert not list((small / "dist/site").rglob("*.pdf"))


def test_an_old_file_is_not_what_is_approved(told, small, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert told("build", "--lang", "sr", "--jobs", "1", "--profile", "screen")[0] == 0
    seen = next((small / "dist").rglob("*.pdf"))
    proof = ("review", "sr", "--proof", "trifold", "--by", "reader", "--file", str(seen))
    assert told(*proof)[0] == 0
    change(small / CATALOG, "Ваша права", "Твоја права")
    code, said = told(*proof)
    assert code == 1
    assert "older-file" in said


def test_a_wrong_option_is_told_before_anything_is_written(told, small):
    code, said = told("review", "sr", "--text", "--by", "reader", "--file", "seen.pdf")
    assert code == 2
    assert "--file" in said
    assert not (small / RECORD).exists()


def test_a_second_reader_looks_at_what_is_released_already(reviewed, small):
    assert reviewed("build", "--release", "--lang", "sr", "--jobs", "1", "--profile", "screen")[0] == 0
    seen = next((small / "dist").rglob("*.pdf"))
    assert "DRAFT" not in seen.name
    proof = ("review", "sr", "--proof", "trifold", "--by", "another reader", "--file", str(seen))
    code, said = reviewed(*proof)
    assert code == 0, said


def test_a_format_that_another_leaflet_has_in_several_languages_is_released_all_the_same(reviewed, small):
    shutil.copytree(small / "layouts/sample", small / "layouts/other")
    for path in sorted((small / "layouts/other").glob("trifold.*")):
        shutil.copy(path, path.with_stem("second"))
    settings = small / "leaflets.toml"
    other = settings.read_text().partition("[palette")[0].replace("leaflet.sample", "leaflet.other")
    shared = 'formats = ["trifold", "second"]\ntogether = { trifold = ["sr", "en"] }'
    other = other.replace('formats = ["trifold"]', shared).replace('"sample"', '"other"')
    settings.write_text(settings.read_text() + "\n" + other)
    reviewed("build", "--release", "--lang", "sr", "--jobs", "1", "--profile", "screen")
    assert files_of(small) == ["sample-sr-2026-11-trifold-screen.pdf"]


def test_a_source_text_that_is_only_translated_is_approved_all_the_same(reviewed, small):
    """Else nothing that was translated from it could ever be released."""
    settings = small / "leaflets.toml"
    settings.write_text(re.sub(r"(?m)^languages = .*", 'languages = ["sr"]', settings.read_text()))
    code, said = reviewed("review", "en")
    assert (code, "which is only translated\n  text: read by lawyer" in said) == (0, True)
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[0] == 0
    assert files_of(small) == ["sample-sr-2026-11-trifold-screen.pdf"]
    (small / "locales/en/sample.approvals.toml").unlink()
    code, said = reviewed("review", "en")
    assert (code, "nobody has approved it as it is" in said) == (1, True)
    assert "not-approved" in reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[1]
    assert reviewed("review", "en", "--text", "--by", "lawyer")[0] == 0
    assert reviewed("review", "en")[0] == 0


def test_an_address_is_not_published(told, small):
    code, said = told("review", "sr", "--text", "--by", "reader@example.org")
    assert code == 1
    assert "personal-data" in said


def test_a_sheet_in_two_languages_needs_a_reader_of_each(reviewed, small):
    change(
        small / "leaflets.toml",
        'formats = ["trifold"]',
        'formats = ["trifold"]\ntogether = { trifold = ["sr", "en"] }',
    )
    build = ("build", "--release", "--lang", "mul", "--jobs", "1", "--profile", "screen")
    for tag, who in (("sr", "reader 1"), ("en", "lawyer")):
        code, said = reviewed(*build)
        assert (code, files_of(small)) == (1, [])
        assert "stale-proof" in said
        assert reviewed("review", tag, "--proof", "trifold", "--by", who)[0] == 0
        waits = tag == "sr"
        code, said = reviewed("review", tag)
        assert (code, "may be handed out: nothing" in said) == (int(waits), waits)
        assert ("trifold: waits for its approval in en" in said) == waits
        assert ("build it: leaflets build" in reviewed("status", "--no-fit")[1]) != waits
    code, said = reviewed(*build)
    assert code == 0, said
    assert "hand it out" in reviewed("status", "--no-fit")[1]
    assert files_of(small) == ["sample-mul-2026-11-trifold-screen.pdf"]
    code, said = reviewed("preflight", "dist")
    assert code == 0, said
    assert "not-compared" not in said


def test_a_damaged_catalog_forbids_its_own_language_only(reviewed, small):
    change(small / CATALOG, 'msgstr "Прво"', 'msgstr "Прво')
    code, said = reviewed("build", "--jobs", "1", "--profile", "screen")
    assert code == 1
    assert "sample.po:" in said
    assert files_of(small) == ["sample-en-2026-11-trifold-screen.pdf"]
    code, said = reviewed("build", "--release", "--jobs", "1", "--profile", "screen")
    assert code == 1
    assert "sample.po:" in said
    assert reviewed("review", "sr")[0] == 1


def test_a_broken_layout_makes_drafts_of_nothing_and_no_traceback(reviewed, small):
    change(small / "layouts/sample/trifold.xml", "</leaflet>", "")
    for command in (("build", "--jobs", "1"), ("build", "--release", "--jobs", "1"), ("review", "sr")):
        code, said = reviewed(*command)
        assert code == 1
        assert "trifold.xml" in said


def test_a_catalog_that_names_no_translator_is_told(told, small):
    change(small / CATALOG, '"Last-Translator: Ana A. <ana@example.org>\\n"\n', "")
    code, said = told("review", "sr", "--text", "--by", "reader")
    assert code == 0
    assert "does not say who translated" in said


def test_files_of_an_old_edition_are_named_and_stay(reviewed, small):
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[0] == 0
    assert "stale-rendition" not in reviewed("status", "--no-fit")[1]
    before = files_of(small)
    change(small / "leaflets.toml", 'edition = "2026-11"', 'edition = "2026-12"')
    for command in (("build", "--lang", "sr", "--jobs", "1", "--profile", "screen"), ("status", "--no-fit")):
        code, said = reviewed(*command)
        assert code == 0
        assert "2 files look released, and must not be handed out: edition 2026-11 is not the current" in said
        assert "sr/sample-sr-2026-11-trifold-screen.pdf" in said
        assert "--> dist/sample" in said
    assert set(before) < set(files_of(small))


def test_a_print_shop_gets_what_is_released(reviewed, small):
    change(small / CATALOG, "Ваша права", "Твоја права")
    code, said = reviewed("pack", "--for", "printer")
    assert code == 0
    assert "warning[not-released]: drafts are not packed" in said
    assert "note: sample in sr: trifold" in said
    assert [path.name for path in (small / "dist/printers").iterdir()] == ["sample-en-2026-11-printer.zip"]
    assert reviewed("pack", "en", "--for", "printer")[0] == 0
    assert reviewed("pack", "sr", "--for", "printer")[0] == 1


def test_where_a_number_stands_names_files_of_older_editions(reviewed, small):
    """Those are what people have in their hands when a number turns out to be wrong."""
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[0] == 0
    before = files_of(small)
    change(small / "leaflets.toml", 'edition = "2026-11"', 'edition = "2026-12"')
    assert reviewed("build", "--lang", "en", "--jobs", "1", "--profile", "screen")[0] == 0
    code, said = reviewed("contacts", "where", "line")
    assert code == 0
    assert "sample-en-2026-12-trifold-screen-DRAFT.pdf: 2026-12, en, trifold, draft" in said
    for name in before:
        (line,) = [line for line in said.splitlines() if name in line]
        assert "older edition" in line or "2026-11, released, may carry it" in line
    (small / "dist/sample/manifest.json").unlink()
    assert "may carry it" in reviewed("contacts", "where", "line")[1]


def test_files_of_a_withdrawn_edition_are_named_with_the_reason(reviewed, small):
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[0] == 0
    with (small / "leaflets.toml").open("a") as toml:
        toml.write(
            '\n[[withdrawn]]\nedition = "2026-11"\nreason = "a number is wrong"\nreplaced_by = "2026-12"\n'
        )
    record = json.loads(reviewed("status", "--no-fit", "--format", "json")[1])["stale_renditions"]
    (one,) = record
    assert "edition 2026-11 is withdrawn: a number is wrong; it is replaced by 2026-12" in one["message"]
    assert len(one["files"]) == 2
    assert "tell everybody" in one["help"]
    assert "a number is wrong" in reviewed("status", "--no-fit", "--format", "html")[1]


def test_a_released_file_whose_approval_was_lost_is_named(reviewed, small):
    """By status at once; after a build, which makes drafts of it, as a file that no build stands for."""
    assert reviewed("build", "--release", "--jobs", "1", "--profile", "screen")[0] == 0
    change(small / CATALOG, "Ваша права", "Твоја права")
    assert "the approval was lost" in reviewed("status", "--no-fit")[1]
    said = reviewed("build", "--jobs", "1", "--profile", "screen")[1]
    assert "a file looks released, and must not be handed out: the last build made none of it" in said
    assert "sr/sample-sr-2026-11-trifold-screen.pdf" in said
    assert (small / "dist/sample/sr/sample-sr-2026-11-trifold-screen.pdf").exists()


def test_drafts_and_files_of_others_are_not_named(told, small):
    assert told("build", "--jobs", "1", "--profile", "screen")[0] == 0
    (small / "dist/sample/notes.txt").write_text("mine")
    change(small / "leaflets.toml", 'edition = "2026-11"', 'edition = "2026-12"')
    assert "stale-rendition" not in told("status", "--no-fit")[1]


def test_people_in_notes_of_approvals_are_named_before_publishing(told, small):
    """An address, a number, and a name that identities.toml keeps to itself; by the record's line."""
    (small / "identities.toml").write_text('[identity]\n"reader 9" = ["Vera V.", "vera@example.org"]\n')
    said = "as Vera V. says, call 063 999 88 77 or write to x@example.org"
    assert told("review", "sr", "--text", "--by", "Mira M.", "--note", said)[0] == 0
    report = json.loads(told("check", "sr", "--no-pages", "--format", "json", "--release")[1])["reports"][1]
    found = [
        one for one in report["findings"] if one["rule"] == "personal-data" and "approval" in one["message"]
    ]
    assert [one["message"].partition("holds ")[2] for one in found] == [
        "what looks like a name",
        "an e-mail address",
        "a telephone number",
        "the name of somebody whom identities.toml keeps to itself",
    ]
    assert {(one["file"], one["severity"]) for one in found} == {(RECORD, "warning")}
    assert all(one["line"] for one in found)


def test_people_are_looked_for_whatever_the_spelling_of_the_folder(told, small):
    (small / "locales/sr").rename(small / "locales/sr-Cyrl")
    said = "as Vera V. says, write to x@example.org"
    assert told("review", "sr", "--text", "--by", "Mira M.", "--note", said)[0] == 0
    assert (small / "locales/sr-Cyrl/sample.approvals.toml").exists()
    said = told("check", "sr", "--no-pages", "--release", "--format", "short")[1]
    assert len(re.findall(r"sr-Cyrl/sample\.approvals\.toml:\d+: warning\[personal-data\]", said)) == 2


def test_a_damaged_record_of_approvals_is_a_finding_of_check(reviewed, small):
    (small / RECORD).write_text("[[text]\n")
    code, said = reviewed("check", "sr", "--no-pages")
    assert code == 1
    assert RECORD in said


def test_who_called_a_contact_is_a_person_too(told, small):
    change(small / "contacts.toml", 'checked_by = ""', 'checked_by = "Mira M."')
    said = told("check", "en", "--no-pages", "--notes", "--format", "short")[1]
    assert 'contacts.toml:2: note[personal-data] the record of a contact ("checked_by") holds' in said


def test_a_released_file_is_compared_with_its_layout(reviewed, small):
    """A number that was changed after the release fails the file that people hand out."""
    build = ("build", "--jobs", "1", "--lang", "en", "--profile", "print", "--profile", "screen")
    assert reviewed(*build, "--release")[0] == 0
    code, said = reviewed("preflight", "dist", "--format", "json")
    assert code == 0, said
    assert [file["compared"] for file in json.loads(said)["files"]] == [True, True]
    assert reviewed("preflight", "dist")[0] == 0
    numbers = small / "contacts.toml"
    numbers.write_text(
        numbers.read_text().replace("117850000", "117850001").replace("785 00 00", "785 00 01")
    )
    code, said = reviewed("preflight", "dist")
    assert code == 1
    assert "error[wrong-ink]" in said
    assert "trifold-print.pdf" in said.partition("error[wrong-ink]")[2].splitlines()[1]


def test_a_file_that_no_build_of_today_writes_is_told(reviewed, small):
    assert reviewed("build", "--release", "--jobs", "1", "--lang", "en", "--profile", "screen")[0] == 0
    change(small / "leaflets.toml", 'edition = "2026-11"', 'edition = "2026-12"')
    code, said = reviewed("preflight", "dist")
    assert code == 0
    assert "warning[not-compared]: a file was not compared with the layouts" in said
    assert "sample-en-2026-11-trifold-screen.pdf" in said.partition("not-compared")[2]
