"""Zips, checksums, the list for programs and the feed: same bytes, and other programs can read them."""

import hashlib
import io
import json
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from leaflets.site.feed import feed
from leaflets.site.model import Change, Download, Shelf, Site, Withdrawal
from leaflets.site.packages import listing, sums, zip_size, zipped

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def downloads(tmp_path):
    found = []
    for name in ("guide-ar-2026-11-trifold-print.pdf", "guide-ar-2026-11-card-print.pdf", "пример.pdf"):
        data = name.encode() * 99
        (tmp_path / name).write_bytes(data)
        found.append(
            Download(
                path=name,
                source=tmp_path / name,
                format="trifold",
                profile="print",
                released=True,
                pages=2,
                bytes=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
            )
        )
    return tuple(found)


@pytest.fixture
def site(known, downloads):
    shelf = Shelf(
        name="guide",
        edition="2026-11",
        source=known["en"],
        host=known["sr"],
        readings=(),
        many=downloads,
        changes=(Change(edition="2026-11", text="New number <1> & more"),),
        withdrawn=(Withdrawal(edition="2026-08", reason="Wrong number", replaced_by="2026-11"),),
    )
    return Site(shelves=(shelf,), languages=(known["en"],), base_url="https://example.org/g/")


def test_the_same_files_give_the_same_zip_in_any_order(downloads):
    assert zipped(downloads) == zipped(reversed(downloads))


def test_the_size_of_a_zip_is_known_before_it_is_made(downloads):
    for some in (downloads, downloads[:1], ()):
        assert zip_size(some) == len(zipped(some))


def test_a_zip_holds_the_files_and_their_checksums(downloads, tmp_path):
    target = tmp_path / "out"
    with zipfile.ZipFile(io.BytesIO(zipped(downloads))) as archive:
        assert archive.testzip() is None
        archive.extractall(target)
    told = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=target, capture_output=True, check=False)
    assert (told.returncode, told.stdout.count(b": OK")) == (0, 3)


def test_sums_are_checked_by_sha256sum(downloads, tmp_path):
    (tmp_path / "S").write_bytes(sums(downloads))
    check = ["sha256sum", "-c", "--strict", "S"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    downloads[0].source.write_bytes(b"x")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_the_list_for_programs(site, downloads):
    (told,) = json.loads(listing(site))["leaflets"]
    assert (told["name"], told["edition"], told["withdrawn"]) == ("guide", "2026-11", ["2026-08"])
    assert [row["sha256"] for row in told["files"]] == [file.sha256 for file in downloads]
    assert {row["language"] for row in told["files"]} == {"mul"}


def test_the_feed_is_atom_with_what_changed(site):
    root = ET.fromstring(feed(site))
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["guide 2026-11", "guide 2026-08"]
    assert entries[0].findtext(f"{ATOM}content") == "New number <1> & more"
    assert entries[1].find(f"{ATOM}link").get("href") == "https://example.org/g/withdrawn/guide-2026-08.html"
    for found in (root, *entries):  # RFC 4287, 4.1.1 and 4.1.2
        for name in ("id", "title", "updated"):
            assert len(found.findall(f"{ATOM}{name}")) == 1
    assert root.find(f"{ATOM}link").get("rel") == "self"


def told_of(site):
    entries = ET.fromstring(feed(site)).findall(f"{ATOM}entry")
    return {
        entry.findtext(f"{ATOM}title"): (entry.findtext(f"{ATOM}updated"), entry.findtext(f"{ATOM}content"))
        for entry in entries
    }


def test_a_withdrawal_is_news_on_its_day(site):
    """RFC 4287, 4.2.15: a reader of feeds shows what was updated since it looked last."""
    (shelf,) = site.shelves
    (old,) = shelf.withdrawn
    dated = replace(site, shelves=(replace(shelf, withdrawn=(replace(old, on=date(2026, 11, 27)),)),))
    assert told_of(dated)["guide 2026-08"] == ("2026-11-27T00:00:00Z", "Withdrawn: Wrong number")
    assert ET.fromstring(feed(dated)).findtext(f"{ATOM}updated") == "2026-11-27T00:00:00Z"
    assert next(iter(told_of(dated))) == "guide 2026-08"
    assert told_of(site)["guide 2026-08"][0] == "2026-11-01T00:00:00Z", "that of the edition in its place"


def test_only_what_is_released_is_announced(site):
    (shelf,) = site.shelves
    changes = (*shelf.changes, Change(edition="2026-12", text="later", on=date(2026, 12, 3)))
    assert set(told_of(replace(site, shelves=(replace(shelf, changes=changes),)))) == {
        "guide 2026-11",
        "guide 2026-08",
    }
    later = replace(shelf, changes=changes, edition="2026-12")
    assert told_of(replace(site, shelves=(later,)))["guide 2026-12"] == ("2026-12-03T00:00:00Z", "later")
    empty = replace(later, many=(), readings=())
    assert set(told_of(replace(site, shelves=(empty,)))) == {"guide 2026-11", "guide 2026-08"}


def test_a_feed_without_an_address_has_no_links_and_still_contents(site):
    root = ET.fromstring(feed(replace(site, base_url="")))
    assert root.findall(f".//{ATOM}link") == []
    assert all(entry.find(f"{ATOM}content") is not None for entry in root.findall(f"{ATOM}entry"))
