"""The manifest lists what the folder holds, and nothing that a failed or changed file stands for."""

import hashlib
import json
import subprocess
from dataclasses import replace

import pytest

from leaflets.api import Result, list_files, open_files, open_project, plan, run_jobs
from leaflets.build.leftovers import stale_renditions
from leaflets.build.manifest import listed, written_before
from leaflets.project import Profile

PAIR = (Profile.PRINT, Profile.SCREEN)


@pytest.fixture
def build(root, tmp_path):
    def run(*tags):
        files = open_files(root)
        jobs = plan(open_project(files), languages=tags, formats=("trifold",), profiles=PAIR)
        results = list(run_jobs(jobs, files, folder=tmp_path))
        list_files(results, tmp_path)
        return results

    return run


def entries(folder):
    return json.loads((folder / "victims-rights/manifest.json").read_bytes())["entries"]


def test_every_file_is_listed_with_its_digest(build, tmp_path):
    build("en")
    base = tmp_path / "victims-rights"
    listed = {entry["path"]: entry["sha256"] for entry in entries(tmp_path)}
    found = {
        file.relative_to(base).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in base.rglob("*.pdf")
    }
    assert listed == found
    assert len(listed) == 2
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=base, capture_output=True, check=False)
    assert checked.returncode == 0


def test_a_partial_build_keeps_what_others_wrote(build, tmp_path):
    build("en")
    build("sr")
    assert {tag for entry in entries(tmp_path) for tag in entry["tags"]} == {"en", "sr"}


def test_a_changed_or_deleted_file_is_dropped(build, tmp_path):
    build("en")
    changed, deleted = sorted((tmp_path / "victims-rights/en").glob("*.pdf"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    deleted.unlink()
    build("sr")
    assert {tag for entry in entries(tmp_path) for tag in entry["tags"]} == {"sr"}


def test_the_other_profiles_of_a_job_stay(root, build, tmp_path):
    """Also where the format has no rendition of the profile that was asked for."""
    build("en")
    files = open_files(root)
    only = plan(
        open_project(files),
        languages=("en",),
        formats=("trifold",),
        profiles=(Profile.SCREEN, Profile.PICTURES),
    )
    list_files(list(run_jobs(only, files, folder=tmp_path)), tmp_path)
    assert sorted(entry["profile"] for entry in entries(tmp_path)) == ["print", "screen"]
    sums = (tmp_path / "victims-rights/SHA256SUMS").read_text().splitlines()
    assert len(sums) == 2


def test_a_failed_job_is_dropped(build, tmp_path):
    (result,) = build("en")
    list_files([Result(job=result.job, outputs=None)], tmp_path)
    assert entries(tmp_path) == []


@pytest.mark.parametrize(
    "damage",
    [
        {"path": "../../etc/passwd"},
        {"path": 5},
        {"path": "a\0b"},
        {"path": "x" * 5000},
        {"tags": []},
        {"tags": [1]},
        {"tags": 5},
        {"contacts": 5},
        {"contacts": [5]},
        {"bytes": "many"},
        {"format": None},
    ],
    ids=str,
)
def test_a_damaged_manifest_is_written_anew(build, tmp_path, damage):
    build("sr")
    path = tmp_path / "victims-rights/manifest.json"
    told = json.loads(path.read_bytes())
    told["entries"] = [{**told["entries"][0], **damage}]
    path.write_text(json.dumps(told))
    (result,) = build("en")
    assert [entry["tags"] for entry in entries(tmp_path)] == [["en"]] * 2
    assert list(stale_renditions([result.job.leaflet], tmp_path)) == []


@pytest.mark.parametrize(
    "text", ["", "[]", "5", '{"schema": 1}', '{"schema": 1, "entries": [5]}', "[" * 100_000]
)
def test_what_is_no_manifest_is_none(root, tmp_path, text):
    (leaflet,) = open_project(open_files(root)).leaflets
    (tmp_path / leaflet.name).mkdir()
    (tmp_path / leaflet.name / "manifest.json").write_text(text)
    assert listed(tmp_path, leaflet) is None


def test_an_edition_is_read_where_it_stands(build, tmp_path):
    """Not in the name of a format, which may look like one."""
    (result,) = build("en")
    leaflet = result.job.leaflet
    (entry, _other) = written_before(tmp_path, leaflet)
    assert entry.is_of(leaflet.release.edition)
    odd = replace(entry, format="card-2026-12", path=entry.path.replace("trifold", "card-2026-12"))
    assert odd.is_of(leaflet.release.edition)
    assert not odd.is_of("2026-12")
