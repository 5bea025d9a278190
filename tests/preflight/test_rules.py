"""Each rule bites: deliberate defects in real output, every one of which its rule must find."""

import importlib.util
import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from leaflets.api import open_files, run_job
from leaflets.preflight.catalogue import RULES
from leaflets.preflight.rule import PRINT, SCREEN
from leaflets.preflight.run import compare_plates, preflight
from leaflets.project import Profile

spec = importlib.util.spec_from_file_location("defects", Path(__file__).with_name("defects.py"))
defects = importlib.util.module_from_spec(spec)
spec.loader.exec_module(defects)

TABLES = ((Profile.PRINT, defects.ALL), (Profile.SCREEN, defects.ALL))
TABLES += ((Profile.PRINT, defects.PRINT), (Profile.SCREEN, defects.SCREEN))


def applies(profile, rule):
    standards = PRINT if profile is Profile.PRINT else SCREEN
    return any(found.id == rule and found.clause(standards) for found in RULES)


CASES = [
    pytest.param(profile, rule, change, id=f"{profile}-{rule}-{number}")
    for profile, table in TABLES
    for rule, changes in table.items()
    if applies(profile, rule)
    for number, change in enumerate(changes)
]


@pytest.fixture(scope="module")
def outputs(root, laid_out):
    job, _laid = laid_out("en")
    return {file.profile: file.data for file in run_job(job, open_files(root)).files}


def saved(data, change=lambda _pdf: None, **options):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        if "encryption" not in options:
            options["stream_decode_level"] = pikepdf.StreamDecodeLevel.none
        pdf.save(out, compress_streams=False, fix_metadata_version=False, **options)
        return out.getvalue()


def broken(data, name=""):
    return {check.rule for check in preflight(data, name=name).failed}


@pytest.fixture(scope="module")
def baseline(outputs):
    """What saving alone breaks: the spacing that strict archives want, and nothing else."""
    found = {profile: broken(saved(data)) for profile, data in outputs.items()}
    for rules in found.values():
        assert rules <= {"bad-object-spacing", "bad-stream", "bad-header"}, rules
    return found


def test_real_output_has_no_faults(outputs):
    for data in outputs.values():
        assert broken(data, name="guide-en-2026-11.pdf") == set()


@pytest.mark.parametrize(("profile", "rule", "change"), CASES)
def test_a_defect_is_found(outputs, baseline, profile, rule, change):
    assert rule not in baseline[profile]
    assert rule in broken(saved(outputs[profile], change))


BYTE_CASES = [(rule, change) for rule, changes in defects.BYTES.items() for change in changes]


@pytest.mark.parametrize(("rule", "change"), BYTE_CASES)
def test_a_defect_of_bytes_is_found(outputs, rule, change):
    data = outputs[Profile.SCREEN]
    changed = change(data)
    assert changed != data
    assert rule in broken(changed)


def test_an_encrypted_file_is_found(outputs):
    for data in outputs.values():
        locked = saved(data, encryption=pikepdf.Encryption(owner="x", user=""))
        assert "encrypted" in broken(locked)


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%\x80\x80\x80\x80\n"])
def test_what_is_no_pdf_is_told(data):
    assert broken(data) == {"unreadable"}


def test_a_password_is_told(outputs):
    locked = saved(outputs[Profile.PRINT], encryption=pikepdf.Encryption(owner="x", user="y"))
    (check,) = preflight(locked, name="a.pdf").failed
    assert check.faults[0].message == "a.pdf needs a password: nothing in it can be checked"


@pytest.mark.parametrize(("rule", "name"), defects.NAMES.items())
def test_a_bad_name_is_found(outputs, rule, name):
    assert rule in broken(outputs[Profile.PRINT], name=f"dist/{name}")


def test_every_rule_has_a_defect():
    proven = {case.values[1] for case in CASES} | {rule for rule, _change in BYTE_CASES} | set(defects.NAMES)
    assert {found.id for found in RULES} - proven == {"encrypted"}  # by a test of its own


def test_other_colour_plates_are_found(outputs):
    data = outputs[Profile.PRINT]
    changes = (
        lambda pdf: defects.append(pdf, b"/GSn gs 0.1 0 0 0 k 100 100 9 9 re f"),
        lambda pdf: defects.rewrite(pdf, b"0.1 0.03 0.02 0 k", b"0.1 0.04 0.02 0 k"),
    )
    first = preflight(data, name="a")
    for change in changes:
        second = preflight(saved(data, change), name="b")
        found = {v.name: check for v, check in compare_plates([("g", first), ("g", second)])}
        assert not found["a"].faults
        assert found["b"].faults[0].page == 1
    black = preflight(
        saved(data, lambda pdf: defects.append(pdf, b"/GSo gs 0 0 0 1 k 100 100 9 9 re f")), name="b"
    )
    assert not any(check.faults for _v, check in compare_plates([("g", first), ("g", black)]))


def test_files_of_another_number_of_pages_are_no_run(outputs):
    """Flowing formats have as many pages as a language needs."""
    first = preflight(outputs[Profile.PRINT], name="first.pdf")
    longer = replace(first, name="longer.pdf", plates=(*first.plates, ("a shape",)))
    assert not any(check.faults for _v, check in compare_plates([("g", first), ("g", longer)]))
