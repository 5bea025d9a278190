"""`leaflets site`: where it writes, what it says, and what it refuses."""

import json
import re
from pathlib import Path

import pytest


@pytest.fixture
def run(run, copy):
    """What `leaflets build` leaves where nothing could be built."""
    _listed(copy / "dist")
    return run


def _listed(folder: Path) -> None:
    (folder / "victims-rights").mkdir(parents=True)
    told = {"leaflet": "victims-rights", "edition": "2026-11", "entries": [], "versions": {}, "schema": 1}
    (folder / "victims-rights/manifest.json").write_text(json.dumps(told))


def test_nothing_released_is_said_and_the_pages_are_there(run, copy):
    told = run("site")
    assert told.code == 0
    assert "nothing is released yet" in told.err
    assert (copy / "dist/site/ar/index.html").is_file()
    assert not (copy / "dist/site/ar/guide.html").exists()


def test_drafts_go_to_a_folder_of_their_own(run, copy):
    told = run("site", "--drafts", "--base-url", "https://example.org/guide")
    assert (told.code, told.err) == (0, "")
    page = (copy / "dist/site-drafts/ar/index.html").read_text(encoding="utf-8")
    assert "noindex" in page
    assert 'href="https://example.org/guide/ar/index.html"' in page
    assert not (copy / "dist/site").exists()
    again = run("site", "--drafts", "--base-url", "https://example.org/guide/")
    assert "0 files written" in again.out


def test_fonts_are_asked_for_and_their_weight_is_told(run, copy):
    told = run("site", "--drafts", "--web-fonts")
    assert told.code == 0
    assert re.search(r"^fonts/ur-400\.woff2: 1\d\d kB more for each of its pages$", told.out, re.MULTILINE)
    assert (copy / "dist/site-drafts/fonts/ur.css").is_file()
    told = run("site", "--drafts")
    assert "fonts/" not in told.out
    assert not (copy / "dist/site-drafts/fonts").exists()


def test_a_folder_of_others_is_refused_with_the_next_step(run, copy):
    (copy / "web").mkdir()
    (copy / "web/thesis.txt").write_text("work")
    told = run("site", "--drafts", "--output", "web")
    assert told.code == 1
    assert "foreign-files" in told.err
    assert "--output" in told.err
    assert [path.name for path in (copy / "web").iterdir()] == ["thesis.txt"]


def test_an_address_without_https_is_refused(run, copy):
    told = run("site", "--base-url", "example.org")
    assert told.code == 2
    assert "--base-url" in told.err
    assert not (copy / "dist/site").exists()


def test_a_withdrawal_without_its_day_is_told(run, copy):
    with (copy / "leaflets.toml").open("a") as toml:
        toml.write('\n[[withdrawn]]\nedition = "2026-08"\nreason = "A wrong number"\n')
    assert "warning[undated-withdrawal]: victims-rights" in run("site").err
    with (copy / "leaflets.toml").open("a") as toml:
        toml.write("on = 2026-11-27\n")
    assert "undated" not in run("site").err
    assert "<updated>2026-11-27T00:00:00Z</updated>" in (copy / "dist/site/feed.atom").read_text()


@pytest.mark.parametrize("damage", ["", "{}", "no JSON"])
def test_a_folder_without_a_build_takes_nothing_away(run, copy, damage):
    """A slip in --from, or a fresh copy of the project in which nothing was built yet."""
    assert run("site", "--output", "pub").code == 0
    before = sorted((copy / "pub").rglob("*"))
    if damage:
        _listed(copy / "dsit")
        (copy / "dsit/victims-rights/manifest.json").write_text(damage)
    for options in (("--output", "pub"), ()):
        told = run("site", "--from", "dsit", *options)
        assert told.code == 1
        assert "error[no-build]: dsit holds nothing" in told.err
        assert "--> dsit/victims-rights/manifest.json" in told.err
    assert sorted((copy / "pub").rglob("*")) == before
    assert not (copy / "dsit/site").exists()
