"""Each shop's own table: its preset gives files that pass it, and each of its wishes can fail."""

import shutil
from dataclasses import replace

import pytest

from leaflets.api import open_files, open_project, plan, run_job
from leaflets.build.oracle import Oracle, expected_files
from leaflets.config.printing import presets
from leaflets.geometry import MM
from leaflets.preflight.run import preflight
from leaflets.preflight.shop import check_for_shop
from leaflets.printing import PrintStandard
from leaflets.project import Profile

RULES = ["wrong-standard", "wrong-marks", "bleed-of-shop", "resolution-of-shop"]


@pytest.fixture(scope="module")
def made(root, tmp_path_factory):
    """Preset -> project, files and outputs of the small project in Arabic, which folds the other way."""
    found = {}
    for preset in presets():
        folder = tmp_path_factory.mktemp(preset.id)
        shutil.copytree(root / "tests/golden/project", folder, dirs_exist_ok=True)
        path = folder / "leaflets.toml"
        text = path.read_text(encoding="utf-8").partition("[print]")[0]
        path.write_text(f'{text}[print]\ncondition = "FOGRA39"\npreset = "{preset.id}"\n', encoding="utf-8")
        files = open_files(folder)
        project = open_project(files)
        (job,) = plan(project, languages=("ar",), profiles=(Profile.PRINT,))
        found[preset.id] = project, files, run_job(job, files).files[0]
    return found


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.id)
def test_a_preset_gives_files_that_its_shop_takes(made, preset):
    project, files, output = made[preset.id]
    name = output.path.rpartition("/")[2]
    checks = (
        *preflight(output.data, name=name).checks,
        *check_for_shop(output.data, preset),
        *Oracle(files).check(output.data, expected_files(project)[name]),
    )
    assert [(check.rule, check.faults) for check in checks if check.faults] == []
    assert [check.rule for check in checks if preset.name in check.clause] == RULES


OTHERS = [
    ("wrong-standard", {"standard": PrintStandard.X4}),
    ("wrong-marks", {"marks": True}),
    ("bleed-of-shop", {"bleed": 6 * MM}),
]


@pytest.mark.parametrize(("rule", "wish"), OTHERS)
def test_another_wish_is_found(made, rule, wish):
    (preset,) = (preset for preset in presets() if preset.id == "politika")
    data = made["politika"][2].data
    (failed,) = [check for check in check_for_shop(data, replace(preset, **wish)) if check.faults]
    assert failed.rule == rule
    assert "leaflets.toml" in failed.help


def test_marks_that_a_shop_does_not_want_are_found(made):
    (preset,) = (preset for preset in presets() if preset.id == "printlab")
    data = made["printlab"][2].data
    (failed,) = [c for c in check_for_shop(data, replace(preset, marks=False)) if c.faults]
    assert (failed.rule, [fault.page for fault in failed.faults]) == ("wrong-marks", [1, 2])


def test_a_coarse_image_is_found(samples):
    (preset, *_rest) = presets()
    failed = {check.rule for check in check_for_shop(samples.print, preset) if check.faults}
    assert "resolution-of-shop" in failed


def test_a_number_in_a_fold_is_found(made, monkeypatch):
    """The oracle knows where the panels meet: here as if they met in the middle of the text."""
    project, files, output = made["colorprint"]
    expected = expected_files(project)[output.path.rpartition("/")[2]]
    oracle = Oracle(files)
    assert not [check for check in oracle.check(output.data, expected) if check.faults]
    monkeypatch.setattr("leaflets.build.oracle.KEEP_CLEAR", 20 * MM)
    (failed,) = [check for check in oracle.check(output.data, expected) if check.faults]
    assert failed.rule == "number-near-fold"
    assert failed.faults[0].page == 1
