"""The name that everybody sees: neutral, good for files everywhere, and one leaflet's alone."""

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from leaflets.config.project import read_project
from leaflets.config.public_name import LONGEST, public_name
from leaflets.config.table import Faults
from leaflets.errors import ConfigError
from leaflets.files import Disk
from leaflets.resources import data_path

ROOT = Path(__file__).parents[2]
TELLING = tomllib.loads(data_path("telling.toml").read_text(encoding="utf-8"))["words"]


@pytest.mark.parametrize(
    "name",
    ["guide", "info-2", "info-2026", "line-0800-100388", "vodic", "a", "con-guide", "nuland", "x" * LONGEST],
)
def test_plain_and_neutral_names(name):
    assert public_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../guide", "a/b", "a\\b", "/etc", "C:", "guide.pdf", ".guide", "guide.", " guide",
        "my guide", "guide\n", "guide\t", "guide\0", "GUIDE", "vodič", "гид", "دليل", "guide\u202e",
        "guide\u200b", "-guide", "guide-", "a--b", "a_b", "a%2fb", "a?b", "a*b", "<b>", "$(x)", "{{x}}",
        7, None, True, ["guide"], "x" * (LONGEST + 1),
    ],
)  # fmt: skip
def test_what_is_no_plain_name_is_refused(name):
    with pytest.raises(Faults) as refused:
        public_name(name)
    assert all(fault.help for fault in refused.value.faults)


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"])
def test_devices_of_windows_are_refused(name):
    with pytest.raises(Faults, match="Windows"):
        public_name(name)


@pytest.mark.parametrize("name", ["guide-2026-11", "2026-11", "a-1999-99-b"])
def test_what_looks_like_an_edition_is_refused(name):
    with pytest.raises(Faults, match="dated"):
        public_name(name)


@pytest.mark.parametrize("name", ["index", "files"])
def test_names_of_other_pages_are_refused(name):
    with pytest.raises(Faults, match="page"):
        public_name(name)


@pytest.mark.parametrize(
    "name", ["victims-rights", "info-trafficking", "guide-zrtve", "opomba-nan-nhan", "aldozatok"]
)
def test_names_that_tell_are_refused(name):
    with pytest.raises(Faults, match="tells what the leaflet is about"):
        public_name(name)


def test_every_word_of_the_list_is_found_wherever_it_stands():
    for words in TELLING.values():
        for word in words:
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", word), word
            for name in (word, f"{word}s", f"my-{word}", f"a-{word}-b"):
                with pytest.raises(Faults):
                    public_name(name)


def test_the_list_has_the_terms_of_the_glossary():
    """Those that are written in Latin letters, without their accents."""
    terms = tomllib.loads((ROOT / "locales/glossary.toml").read_text(encoding="utf-8"))["term"]
    for term in terms:
        plain = unicodedata.normalize("NFD", term["target"].replace("đ", "d"))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("ı", "i")
        name = plain.lower().replace(" ", "-")
        if term["source"] in ("victim", "trafficking in human beings") and name.isascii():
            with pytest.raises(Faults, match="tells"):
                public_name(name)


def test_a_fault_has_its_line_and_the_next_step(tmp_path):
    sample = (Path(__file__).parent / "sample.toml").read_text(encoding="utf-8")
    (tmp_path / "contacts.toml").write_bytes((ROOT / "contacts.toml").read_bytes())
    (tmp_path / "leaflets.toml").write_text(sample.replace('"guide"', '"victims"'), encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        read_project(Disk((tmp_path,)))
    (fault,) = refused.value.diagnostics
    line = next(number for number, text in enumerate(sample.splitlines(), 1) if '"guide"' in text)
    assert (fault.place.file, fault.place.line) == ("leaflets.toml", line)
    assert "guide" in fault.help
    assert fault.notes


@pytest.mark.parametrize(("name", "good"), [("guide", False), ("guide-both", False), ("help", True)])
def test_two_leaflets_never_share_a_name(tmp_path, name, good):
    sample = (Path(__file__).parent / "sample.toml").read_text(encoding="utf-8")
    table = re.search(r"\[leaflet\.rights\]\n(?:(?!\[).*\n)+", sample)[0]
    second = table.replace("[leaflet.rights]", "[leaflet.other]").replace('"guide"', f'"{name}"')
    (tmp_path / "contacts.toml").write_bytes((ROOT / "contacts.toml").read_bytes())
    (tmp_path / "leaflets.toml").write_text(sample.replace(table, f"{table}\n{second}\n"), encoding="utf-8")
    if good:
        assert len(read_project(Disk((tmp_path,))).leaflets) == 2
        return
    with pytest.raises(ConfigError) as refused:
        read_project(Disk((tmp_path,)))
    (fault,) = refused.value.diagnostics
    assert "leaflet.other.public_name" in fault.message
