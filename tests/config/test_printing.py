"""The table [print]: standards, shops' presets, and the project's own ICC profile."""

import re
from pathlib import Path

import pytest

from leaflets.build.inputs import read_profile
from leaflets.config.printing import presets, print_settings
from leaflets.config.table import open_toml
from leaflets.files import Disk
from leaflets.geometry import MM
from leaflets.printing import PrintStandard
from leaflets.resources import data_path

FOGRA = (data_path("icc/FOGRA39L_coated.icc")).read_bytes()


@pytest.fixture
def read(tmp_path: Path):
    """[print] of a text -> the settings, and what is wrong."""

    def settings(text: str, **files: bytes):
        for name, data in files.items():
            (tmp_path / f"{name}.icc").write_bytes(data)
        root = open_toml(f"[print]\n{text}", file="leaflets.toml")
        found = print_settings(root.table("print"), Disk((tmp_path,)))
        return found, root.source.diagnostics

    return settings


def test_the_default_is_fogra39_in_pdf_x_4(read):
    found, faults = read('condition = "FOGRA39"')
    assert (found.standard, found.condition.identifier, found.marks) == (PrintStandard.X4, "FOGRA39", False)
    assert (found.bleed, found.resolution, found.preset, faults) == (3 * MM, 250.0, None, ())


@pytest.mark.parametrize("name", ["x-4", "x-3", "x-1a"])
def test_standards(read, name):
    assert read(f'condition = "FOGRA39"\nstandard = "{name}"')[0].standard == name


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_a_preset_is_the_default_for_all_that_the_project_does_not_say(read, preset):
    found, faults = read(f'condition = "FOGRA39"\npreset = "{preset.id}"')
    assert not faults
    assert found.preset == preset
    assert (found.standard, found.bleed, found.marks) == (preset.standard, preset.bleed, preset.marks)
    assert found.resolution == preset.resolution
    other, faults = read(f'condition = "FOGRA39"\npreset = "{preset.id}"\nbleed = "4mm"\nmarks = true')
    assert (other.bleed, other.marks, faults) == (4 * MM, True, ())


def test_every_preset_says_where_and_when_it_was_read():
    assert len(presets()) >= 4
    for preset in presets():
        assert re.match(r"[a-z.-]+\.(rs|cz|com)", preset.source)
        assert preset.bleed >= 3 * MM - 0.01
        assert preset.resolution >= 250


@pytest.mark.parametrize(
    ("name", "identifier", "registry"),
    [
        ("FOGRA51", "FOGRA51", "http://www.color.org"),
        ("GRACoL", "CGATS TR 006", "http://www.color.org"),
        ("Our press", "Our press", ""),
    ],
)
def test_a_profile_of_the_project(read, name, identifier, registry):
    found, faults = read(f'condition = "{name}"\nicc = "press.icc"', press=FOGRA)
    assert not faults
    assert (found.condition.identifier, found.condition.registry) == (identifier, registry)
    assert found.condition.icc == "press.icc"


def test_a_profile_of_the_project_that_is_called_as_the_shipped_one(read, tmp_path):
    """What was checked is what is used."""
    other = FOGRA[:24] + b"\x07\xe1" + FOGRA[26:]
    name = "FOGRA39L_coated"
    found, faults = read(f'condition = "FOGRA39"\nicc = "{name}.icc"', **{name: other})
    assert not faults
    assert read_profile(found.condition, Disk((tmp_path,))) == other
    assert read_profile(read('condition = "FOGRA39"')[0].condition, Disk((tmp_path,))) == FOGRA


def bad(icc: bytes, at: int, value: bytes) -> bytes:
    return icc[:at] + value + icc[at + len(value) :]


PROFILES = {
    "is not an ICC profile": b"no profile" * 40,
    "of version 2 or 4": bad(FOGRA, 8, b"\x05"),
    "is cut off": FOGRA[:5000],
    "is CMYK scnr, where CMYK prtr": bad(FOGRA, 12, b"scnr"),
    "is GRAY prtr, where CMYK prtr": bad(FOGRA, 16, b"GRAY"),
    "is RGB mntr": data_path("icc/sRGB.icc").read_bytes(),
    "has no table A2B0": FOGRA.replace(b"A2B0", b"XXXX", 1),
}


@pytest.mark.parametrize("message", PROFILES)
def test_a_profile_that_is_not_of_a_press_is_told_at_its_line(read, message):
    _found, faults = read('condition = "Press"\nicc = "press.icc"', press=PROFILES[message])
    (fault,) = faults
    assert message in fault.message
    assert (fault.rule, fault.place.line) == ("bad-icc-profile", 3)
    assert "shop has it" in fault.help


@pytest.mark.parametrize(
    ("text", "line", "message", "step"),
    [
        ('condition = "FOGRA51"', 2, '"FOGRA51" needs a profile', 'icc = "print/'),
        ('condition = "FOGRA39"\nicc = "none.icc"', 3, "none.icc", "path of the profile"),
        ('condition = "FOGRA39"\nicc = "../up.icc"', 3, "../up.icc", "path of the profile"),
        ('condition = "FOGRA39"\nstandard = "x-5"', 3, '"x-5" is not known', "x-4"),
        ('condition = "FOGRA39"\npreset = "politica"', 3, '"politica" is not', 'mean "politika"?'),
        ('condition = "FOGRA39"\nresolution = 30', 3, "30 pixels an inch", "300"),
        ('condition = "FOGRA39"\nbleed = "8mm"', 3, "too much for a bleed", "5mm or less"),
        ('condition = "FOGRA39"\nmark = true', 3, 'the key "mark"', 'mean "marks"?'),
    ],
)
def test_a_fault_is_told_with_line_and_next_step(read, text, line, message, step):
    _found, (fault,) = read(text)
    assert fault.place.line == line
    assert message in fault.message
    assert step in fault.help


def test_the_paper_of_booklets_has_a_thickness(read):
    assert read('condition = "FOGRA39"')[0].thickness == 0
    found, faults = read('condition = "FOGRA39"\nthickness = "0.1mm"')
    assert (found.thickness, faults) == (0.1 * MM, ())


@pytest.mark.parametrize("text", ["1mm", "0.1", "thin"])
def test_a_thickness_that_no_paper_has_is_told(read, text):
    _found, (fault,) = read(f'condition = "FOGRA39"\nthickness = "{text}"')
    assert fault.place.line == 3
    assert "mm" in fault.help
