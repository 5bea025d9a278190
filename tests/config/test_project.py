"""leaflets.toml is read strictly: each fault has its key path, its line and a next step."""

import pickle
from pathlib import Path

import pytest

from leaflets.color import parse_print
from leaflets.config.project import PALETTE, read_project
from leaflets.diagnostics import Diagnostic
from leaflets.errors import ConfigError, InputError
from leaflets.files import Disk
from leaflets.geometry import MM
from leaflets.resources import data_path

ROOT = Path(__file__).parents[2]
LEAFLETS = (Path(__file__).parent / "sample.toml").read_text(encoding="utf-8")
CONTACTS = (ROOT / "contacts.toml").read_text(encoding="utf-8")


@pytest.fixture
def files(tmp_path: Path) -> Disk:
    """A small project in a folder of its own."""
    write(tmp_path, LEAFLETS)
    (tmp_path / "contacts.toml").write_text(CONTACTS, encoding="utf-8")
    return Disk((tmp_path,))


def write(folder: Path, text: str) -> None:
    (folder / "leaflets.toml").write_text(text, encoding="utf-8")


def faults(files: Disk, text: str) -> tuple[Diagnostic, ...]:
    write(files.roots[0], text)
    with pytest.raises(ConfigError) as caught:
        read_project(files)
    assert all(one.help and one.place for one in caught.value.diagnostics)
    return caught.value.diagnostics


def test_a_project_is_read_whole(files: Disk) -> None:
    project = read_project(files)
    (leaflet,) = project.leaflets
    assert (leaflet.name, leaflet.public_name, leaflet.release.edition) == ("rights", "guide", "2026-11")
    assert leaflet.formats == ("trifold",)
    assert [language.tag for language in leaflet.languages] == ["en", "sr", "sr-Latn", "ar"]
    assert (leaflet.source.tag, leaflet.host.tag, leaflet.max_source_words) == ("en", "sr", 480)
    assert tuple(project.palette) == tuple(PALETTE)
    assert project.palette["accent"].print == (0.85, 0.45, 0.25, 0.1)
    assert project.print.bleed == pytest.approx(3 * MM)
    assert project.print.marks is False
    assert pickle.loads(pickle.dumps(project)) == project


def test_a_colour_that_is_not_written_is_the_toolkits(files: Disk) -> None:
    own = read_project(files).palette
    write(files.roots[0], LEAFLETS.replace("accent =", "sea ="))
    palette = read_project(Disk(files.roots)).palette
    assert set(palette) == {*PALETTE, "sea"}
    assert palette["sea"] == own["accent"]._replace(name="sea")
    assert palette["accent"].print == parse_print(PALETTE["accent"][1])


def test_the_project_of_this_repository() -> None:
    project = read_project(Disk((ROOT,)))
    assert project.leaflet("victims-rights")
    assert not any("traffick" in leaflet.public_name for leaflet in project.leaflets)
    assert all(project.palette[name].print[:3] == (0, 0, 0) for name in ("ink", "heading", "muted"))
    assert data_path(f"icc/{project.print.condition.icc}").is_file()


def test_what_is_read_is_remembered(files: Disk) -> None:
    read_project(files)
    assert set(files.reads) == {"leaflets.toml", "contacts.toml"}


LEAFLET = "leaflet.rights"


@pytest.mark.parametrize(
    ("old", "new", "rule", "line", "message", "step"),
    [
        ("formats =", "formts =", "unknown-key", 7, f"{LEAFLET}.formts: the key", 'did you mean "formats"?'),
        ("[print]", "[printing]", "unknown-key", 20, "printing: the key", 'did you mean "print"?'),
        ('edition = "2026-11"\n', "", "missing-key", 1, f"{LEAFLET}: edition is missing", "add edition"),
        ('"2026-11"', '"November"', "bad-value", 3, f'{LEAFLET}.edition: "November"', "2026-11"),
        ('"2026-11"', '"2026-13"', "bad-value", 3, f'{LEAFLET}.edition: "2026-13"', "2026-11"),
        ('"2026-11"', "2026-11-01", "wrong-type", 3, f"{LEAFLET}.edition: this is a date", "quotation marks"),
        ('"guide"', '"vodič"', "bad-value", 2, f'{LEAFLET}.public_name: "vodič"', "a to z"),
        ('"guide"', '"The Guide"', "bad-value", 2, f"{LEAFLET}.public_name", "a to z"),
        ('"guide"', '"../x"', "bad-value", 2, f"{LEAFLET}.public_name", "a to z"),
        (".rights]", '."Rights/../x"]', "bad-value", 1, "is not a plain name", "a to z"),
        ('["trifold"]', '"trifold"', "wrong-type", 7, f"{LEAFLET}.formats: this is a text", "[ … ]"),
        ('["trifold"]', '["a", "b",\n 7]', "wrong-type", 8, f"{LEAFLET}.formats[2]: this is a", "a text"),
        ('["trifold"]', '["card", "card"]', "bad-value", 7, f"{LEAFLET}.formats[1]: 'card'", "delete"),
        ('"sr-Latn", "ar"', '"sr-Ltn"', "unknown-language", 6, f"{LEAFLET}.languages[2]", '"sr-Latn"'),
        ('"ar"]', '"ar", "sr@latin"]', "bad-value", 6, f"{LEAFLET}.languages[4]", "delete one"),
        ('host = "sr"', 'host = "xqq"', "unknown-language", 5, f"{LEAFLET}.host", "[language.xqq]"),
        ("480", "true", "wrong-type", 8, f"{LEAFLET}.max_source_words: this is true", "whole number"),
        ("480", "0", "bad-value", 8, f"{LEAFLET}.max_source_words: 0 is less", "1 or more"),
        (
            "ink = {",
            '"a b" = {',
            "bad-value",
            12,
            "palette.a b: no style can",
            "begin with a letter",
        ),
        (
            "ink = {",
            "1st = {",
            "bad-value",
            12,
            "palette.1st: no style can",
            "begin with a letter",
        ),
        ('"#1f2328"', '"navy"', "bad-value", 12, 'palette.ink.screen: "navy"', '"#1d5c7a"'),
        ('"#1f2328"', '"#+1+2+3"', "bad-value", 12, 'palette.ink.screen: "#+1+2+3"', '"#1d5c7a"'),
        ("85% 45% 25%", "85% 45%", "bad-value", 15, "palette.accent.print", "cmyk(85% 45% 25% 10%)"),
        ("85% 45% 25% 10%", "90% 90% 90% 11%", "too-much-ink", 15, "281% of ink", "more black"),
        ('"FOGRA39"', '"FOGRA93"', "bad-value", 21, 'print.condition: "FOGRA93"', 'mean "FOGRA39"?'),
        ('"3mm"', '"3"', "bad-value", 22, 'print.bleed: "3" is not a length', '"3mm"'),
        ('"3mm"', '"3cm"', "bad-value", 22, 'print.bleed: "3cm" is too much', "3mm"),
        ("marks = false", 'marks = "no"', "wrong-type", 23, "print.marks: this is a text", "true or false"),
        ("[print]", "[print", "toml-syntax", 20, "this is not TOML: ", "toml.io"),
        ("source =", "edition =", "toml-syntax", 4, "cannot overwrite a value", "once"),
        ("marks = false", "marks =", "toml-syntax", 23, "invalid value", "toml.io"),
        ("marks = false", "marks = " + "[" * 5000, "toml-syntax", 23, "nested too deep", "toml.io"),
        ("marks = false", "marks = " + "9" * 5000, "toml-syntax", 23, "too many digits", "toml.io"),
        (
            "marks = false",
            "marks = false\n[release]\ncontact_days = 99999999999",
            "bad-value",
            25,
            "more than ten",
            "90",
        ),
        ("marks = false", 'marks = """', "toml-syntax", 23, "unterminated string", "toml.io"),
    ],
)
def test_a_fault_is_told_with_key_line_and_next_step(
    files: Disk, old: str, new: str, rule: str, line: int, message: str, step: str
) -> None:
    assert old in LEAFLETS
    found = [one for one in faults(files, LEAFLETS.replace(old, new, 1)) if message in one.message]
    assert [(one.rule, str(one.place).split(":")[:2]) for one in found] == [
        (rule, ["leaflets.toml", str(line)])
    ]
    assert step in found[0].help


def test_ink_of_exactly_the_limit_is_allowed(files: Disk) -> None:
    write(files.roots[0], LEAFLETS.replace("85% 45% 25% 10%", "90% 90% 90% 10%"))
    assert read_project(files).palette["accent"].ink == pytest.approx(2.8)


def test_all_faults_of_both_files_are_told_at_once(files: Disk) -> None:
    text = CONTACTS.replace('dial = "192"', 'dial = "193"')
    (files.roots[0] / "contacts.toml").write_text(text, encoding="utf-8")
    found = faults(files, LEAFLETS.replace('"guide"', '""').replace("marks =", "mark ="))
    assert [str(one.place) for one in found] == ["leaflets.toml:2", "leaflets.toml:23", "contacts.toml:21"]


def test_a_file_without_a_leaflet(files: Disk) -> None:
    found = faults(files, LEAFLETS[LEAFLETS.index("[palette]") :])
    assert [one.message for one in found] == ["there is no leaflet"]


def test_a_folder_without_a_project(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no leaflets\.toml") as caught:
        read_project(Disk((tmp_path,)))
    assert "leaflets new" in caught.value.diagnostics[0].help


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (b"\xef\xbb\xbf" + LEAFLETS.encode(), "byte-order-mark", 1),
        (LEAFLETS.replace('publisher = ""', 'publisher = "Žene"').encode("cp1250"), "not-utf8", 9),
        (LEAFLETS.replace('publisher = ""', 'publisher = "\ufdd0"').encode(), "forbidden-character", 9),
    ],
)
def test_files_of_other_editors_are_refused_with_their_line(
    files: Disk, data: bytes, rule: str, line: int
) -> None:
    (files.roots[0] / "leaflets.toml").write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_project(files)
    (one,) = caught.value.diagnostics
    assert one.place is not None
    assert (one.rule, one.place.file, one.place.line) == (rule, "leaflets.toml", line)
    assert one.help


OWN = """
[language.hr]
autonym = "hrvatski"
english = "Croatian"
script = "Latn"
direction = "ltr"
families = ["noto-sans"]
quotes = ["„", "“"]

[language.sr-Latn]
autonym = "srpski (latinica)"
english = "Serbian (Latin)"
script = "Latn"
direction = "ltr"
families = ["noto-sans"]
quotes = ["„", "“"]
"""


def test_a_project_adds_and_replaces_languages(files: Disk) -> None:
    write(files.roots[0], LEAFLETS.replace('"ar"]', '"hr"]') + OWN)
    _, _, latin, croatian = read_project(files).leaflets[0].languages
    assert (latin.autonym, croatian.tag) == ("srpski (latinica)", "hr")
