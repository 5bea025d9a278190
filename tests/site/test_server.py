"""Configurations of web servers, and the look on loopback."""

import re
import threading
import urllib.error
import urllib.request
from dataclasses import replace

import pytest

from leaflets.errors import LeafletsError
from leaflets.site.model import Shelf, Site, Withdrawal
from leaflets.site.serve import server
from leaflets.site.server import HEADERS, POLICY, configurations, headers

OLD = Withdrawal(edition="2026-08", reason="Wrong number", replaced_by="2026-11")


@pytest.fixture
def site(known):
    shelf = Shelf(
        name="guide", edition="2026-11", source=known["en"], host=known["sr"], readings=(), withdrawn=(OLD,)
    )
    return Site(shelves=(shelf,), languages=(known["en"],))


def test_nothing_inline_and_nothing_from_elsewhere():
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert set(rules.values()) == {"'none'", "'self'"}


@pytest.mark.parametrize("name", ["server/nginx.conf", "server/apache.conf", "_headers"])
def test_every_server_sends_every_header(site, name):
    told = configurations(site)[name].decode()
    assert all(header in told and value in told for header, value in headers(site).items())
    assert HEADERS["Referrer-Policy"] == "no-referrer"
    assert "no-store" in HEADERS["Cache-Control"]


def test_nothing_is_logged(site):
    assert "access_log off;" in configurations(site)["server/nginx.conf"].decode()
    assert "CustomLog" in configurations(site)["server/apache.conf"].decode()


@pytest.mark.parametrize("base", ["", "https://example.org/", "https://example.org/a/b/"])
@pytest.mark.parametrize("name", ["server/nginx.conf", "server/apache.conf"])
def test_withdrawn_files_are_answered_by_a_page(site, base, name):
    told = configurations(replace(site, base_url=base))[name].decode()
    english, others = re.findall(r'"(\^[^"]+)"', told)
    prefix = {"https://example.org/a/b/": "/a/b/"}.get(base, "/")
    assert f"{prefix}withdrawn/guide-2026-08.html" in told
    assert f"{prefix}withdrawn/guide-2026-08-en.html" in told
    for path in ("ar-2026-08-trifold-print.pdf", "sr-Latn-2026-08.zip", "all-2026-08.zip"):
        assert re.match(others, f"{prefix}files/guide-{path}")
        assert not re.match(english, f"{prefix}files/guide-{path}")
    for path in ("files/guide-en-2026-08.zip", "files/pictures/0f/guide-en-2026-08-phone-01.png"):
        assert re.match(english, prefix + path)
        assert not re.match(others, prefix + path)
    for path in ("guide-ar-2026-11-trifold-print.pdf", "guide-other-ar-2026-08-card.pdf"):
        assert not re.match(others, f"{prefix}files/{path}")


@pytest.fixture
def running(tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html>")
    (tmp_path / "feed.atom").write_text("<feed/>")
    with server(tmp_path) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()
        thread.join()


def test_the_look_is_on_loopback_with_the_headers_of_a_server(running):
    with urllib.request.urlopen(f"{running}/index.html") as answer:
        sent = {name: answer.headers[name] for name in HEADERS if name != "Strict-Transport-Security"}
    assert sent == {name: HEADERS[name] for name in sent}
    with urllib.request.urlopen(f"{running}/feed.atom") as answer:
        assert answer.headers["Content-Type"] == "application/atom+xml"


def test_a_server_without_rules_finds_the_folder_of_a_withdrawn_file(running, tmp_path):
    """As hosts of static pages do; `serve` knows no rules either."""
    folder = tmp_path / "files/guide-ar-2026-08-card-print.pdf"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html>withdrawn")
    with urllib.request.urlopen(f"{running}/files/guide-ar-2026-08-card-print.pdf") as answer:
        assert answer.read() == b"<!doctype html>withdrawn"
        assert answer.headers["Content-Type"].startswith("text/html")
        assert answer.url.endswith(".pdf/")


def test_the_look_answers_what_is_not_there_with_the_sites_page(running, tmp_path):
    (tmp_path / "404.html").write_text("<!doctype html>lost")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{running}/a/b.html")
    assert refused.value.code == 404
    assert refused.value.read() == b"<!doctype html>lost"
    assert refused.value.headers["Referrer-Policy"] == "no-referrer"
    refused.value.close()


def test_the_look_shows_nothing_outside_of_the_folder(running):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{running}/../../../etc/hostname")
    assert refused.value.code == 404
    refused.value.close()


@pytest.mark.parametrize(
    ("path", "host", "code"),
    [("/%00", "localhost", 404), ("/files/", "localhost", 404), ("/index.html", "example.org", 421)],
)
def test_the_look_is_for_this_machine_and_lists_nothing(running, tmp_path, path, host, code):
    (tmp_path / "files").mkdir()
    request = urllib.request.Request(f"{running}{path}", headers={"Host": host})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == code
    refused.value.close()


def test_a_port_that_is_taken_is_told(running, tmp_path):
    port = int(running.rpartition(":")[2])
    with pytest.raises(LeafletsError, match=f"port {port} cannot be used.*--port"):
        server(tmp_path, port=port)
