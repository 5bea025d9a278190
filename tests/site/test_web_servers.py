"""The configurations in web servers as they are: run on loopback, asked over HTTP, and their logs read.

nginx and Apache are installed by `.ci/run`; where one is missing its tests are skipped, but fail in CI.
"""

import gzip
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from leaflets.project import Edition
from leaflets.site.folder import fill
from leaflets.site.server import HEADERS, POLICY

IN_CI = os.environ.get("CI") == "true"
MODULES = Path("/usr/lib/apache2/modules")
SERVERS = ("nginx", "apache2")

NGINX = """\
daemon off; master_process off; pid {work}/pid; error_log {work}/error.log info; {user}
events {{}}
http {{
  include /etc/nginx/mime.types; access_log {work}/access.log;
  client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c;
  uwsgi_temp_path {work}/d; scgi_temp_path {work}/e;
  server {{ listen 127.0.0.1:{port}; root {root}; index index.html;
{config}
  }}
}}
"""

APACHE = """\
ServerRoot {work}
PidFile {work}/pid
ErrorLog {work}/error.log
LogLevel info
{modules}
{user}
Listen 127.0.0.1:{port}
ServerName localhost
TypesConfig /etc/mime.types
LogFormat "%h %r" common
CustomLog {work}/access.log common
<VirtualHost *:{port}>
DocumentRoot {root}
DirectoryIndex index.html
<Directory {root}>
Require all granted
</Directory>
{config}
</VirtualHost>
"""
"""Both write all down, unless the configuration under test says otherwise."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict
    body: bytes


@pytest.fixture(scope="module")
def site(made, build, build_pictures, leaflet, known, tmp_path_factory):
    """Address of the site -> its files: with a withdrawn edition."""
    folder = tmp_path_factory.mktemp("dist")
    old = Edition(edition="2026-08", text="A number was wrong", replaced_by="2026-11")
    some = replace(leaflet, languages=tuple(known[tag] for tag in ("en", "sr", "ar")), withdrawn=(old,))
    build(folder, some, ("en", "ar"))
    build_pictures(folder, some, "ar")
    return lambda base: made(some, folder=folder, drafts=True, base_url=base)


@pytest.fixture(scope="module", params=SERVERS)
def program(request):
    found = shutil.which(request.param, path=f"{os.environ['PATH']}:/usr/sbin")
    if not found and not IN_CI:
        pytest.skip(f"not installed: {request.param}")
    assert found
    return request.param, found


@pytest.fixture(scope="module", params=["/", "/guide/"])
def asked(request, program, site):
    """Path -> what the server says, and what it wrote into its logs."""
    name, executable = program
    base = "" if request.param == "/" else f"https://example.org{request.param}"
    with tempfile.TemporaryDirectory(dir="/tmp") as made_here:
        work = Path(made_here)
        work.chmod(0o755)
        fill(work / f"root{request.param}", site(base).items())
        (work / "root").chmod(0o755)
        with running(name, executable, work, request.param) as port:
            yield lambda path, **headers: ask(port, f"{request.param}{path}", **headers)
        logs = [path.read_text() for path in work.glob("*.log")]
        assert not [line for log in logs for line in log.splitlines() if "127.0.0.1" in line or "GET" in line]


@contextmanager
def running(name, executable, work, prefix):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = (work / f"root{prefix}" / f"server/{'nginx' if name == 'nginx' else 'apache'}.conf").read_text()
    is_root = os.geteuid() == 0
    user = {"nginx": "user root;", "apache2": "User nobody\nGroup nogroup"}[name] if is_root else ""
    wanted = ("mpm_event", "authz_core", "dir", "mime", "headers", "alias", "filter", "deflate")
    known = {path.name: path for path in MODULES.glob("*.so")}
    modules = "\n".join(
        f"LoadModule {one}_module {known[f'mod_{one}.so']}" for one in wanted if f"mod_{one}.so" in known
    )
    text = {"nginx": NGINX, "apache2": APACHE}[name].format(
        work=work, root=work / "root", port=port, config=config, user=user, modules=modules
    )
    (work / "server.conf").write_text(text)
    command = {
        "nginx": [executable, "-c", work / "server.conf", "-e", work / "start.log"],
        "apache2": [executable, "-f", work / "server.conf", "-DFOREGROUND"],
    }[name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            wait_for(port, process)
            yield port
        finally:
            process.terminate()


def wait_for(port, process):
    for _ in range(200):
        assert process.poll() is None, process.stdout.read()
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not answer")


def ask(port, path, **headers):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return Answer(status=answer.status, headers=dict(answer.headers), body=answer.read())


def test_pages_come_with_every_header(asked):
    for path in ("", "index.html", "ar/index.html", "style.css"):
        answer = asked(path)
        assert answer.status == 200
        sent = {name: answer.headers.get(name) for name in HEADERS}
        assert sent == {**HEADERS, "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}


def test_kinds_of_files(asked):
    kinds = {
        "ar/index.html": "text/html; charset=utf-8",
        "feed.atom": "application/atom+xml",
        "files/guide-ar-2026-11-trifold-print-DRAFT.pdf": "application/pdf",
        "files/guide-ar-2026-11-phone-text-DRAFT.txt": "text/plain; charset=utf-8",
        "files/guide-all-2026-11.zip": "application/zip",
        "icon.svg": "image/svg+xml",
    }
    for path, kind in kinds.items():
        answer = asked(path)
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith(kind), path


def test_pages_are_packed_and_files_are_not(asked):
    for path in ("ar/index.html", "style.css", "page.js", "feed.atom"):
        plain, packed = asked(path), asked(path, **{"Accept-Encoding": "gzip"})
        assert packed.headers.get("Content-Encoding") == "gzip", path
        assert gzip.decompress(packed.body) == plain.body
        assert packed.headers["Cache-Control"] == "no-store"
    pdf = asked("files/guide-ar-2026-11-trifold-print-DRAFT.pdf", **{"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in pdf.headers


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("files/guide-ar-2026-08-trifold-print.pdf", 'lang="ar" dir="rtl"'),
        ("files/guide-ar-2026-08.zip", 'lang="ar" dir="rtl"'),
        ("files/guide-ar-2026-08-phone-07.jpg", 'lang="ar" dir="rtl"'),
        ("files/pictures/0123456789abcdef/guide-sr-2026-08-phone-01.png", '<html lang="sr"'),
        ("files/guide-mul-2026-08-many-languages-print.pdf", '<html lang="en"'),
        ("files/guide-all-2026-08.zip", '<html lang="en"'),
        ("files/guide-hu-2026-08-card-print.pdf", '<html lang="en"'),
    ],
)
def test_withdrawn_files_are_gone_and_a_page_says_so(asked, path, said):
    answer = asked(path)
    assert answer.status == 410  # RFC 9110, 15.5.11
    assert said in answer.body.decode()
    assert "A number was wrong" in answer.body.decode()
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer.headers["Cache-Control"]


def test_what_is_not_there_is_answered_by_a_page_that_leads_on(asked):
    for path in ("nothing", "files/guide-ar-2026-10-card-print.pdf", "a/b/c/d.html"):
        answer = asked(path)
        assert answer.status == 404
        page = answer.body.decode()
        assert "There is no such page here." in page
        assert "Овде нема такве странице." in page
        assert "index.html" in page
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
