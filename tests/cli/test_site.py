"""`leaflets site`: where it writes, what it says, and what it refuses."""

import re


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
    assert not (copy / "dist").exists()
