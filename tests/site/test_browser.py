"""The site in Chromium, on phones and desks, and its HTML before the validator of the W3C's checker.

Chromium, Node.js and the packages of tools/browser are installed by `.ci/run`; where they are missing these
tests are skipped, but fail in CI.
"""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from leaflets.project import Edition
from leaflets.site.folder import fill
from leaflets.site.serve import server

IN_CI = os.environ.get("CI") == "true"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
TAGS = ("en", "sr", "sr-Latn", "ar", "ur", "am")

FILE_ORIGIN = "Resource violates Content Security Policy (meta tag)"
"""For the checker a file has no origin that could be 'self'; a browser judges the policy in other tests."""

QUESTIONS = (
    *(
        f"find-{tag}-{width}-{how}"
        for tag in ("ar", "sr-Latn")
        for width in (360, 1280)
        for how in ("js", "plain")
    ),
    "every-page",
    "titles",
    "colours-dark",
    "colours-contrast",
    "colours-dark-contrast",
    "nothing-moves",
    "history",
    *(f"shift-{path}" for path in ("ar/index.html", "en/guide.html", "index.html")),
    "shift-by-chance",
    "leave-js",
    "leave-plain",
    "leave-covers",
    "tools",
    "print",
    "suggested",
    "file",
    "fonts",
)


@pytest.fixture(scope="module")
def tools(root) -> Path:
    """Where the packages are; skips where they are not, as a newcomer has no need of them."""
    folder = root / "tools/browser"
    lacking = [
        name
        for name, found in (
            ("Chromium", CHROMIUM),
            ("Node.js", shutil.which("node")),
            ("npm ci --prefix tools/browser --ignore-scripts", (folder / "node_modules").is_dir()),
        )
        if not found
    ]
    if lacking and not IN_CI:
        pytest.skip(f"not installed: {', '.join(lacking)}")
    assert not lacking
    return folder


@pytest.fixture(scope="module")
def site(made, build, leaflet, known, tmp_path_factory) -> Path:
    """A draft site of six languages with a withdrawn edition, as a folder."""
    folder = tmp_path_factory.mktemp("site")
    some = replace(
        leaflet,
        languages=tuple(known[tag] for tag in TAGS),
        changes=(Edition(edition="2026-11", text="A number was changed"),),
        withdrawn=(Edition(edition="2026-08", text="A number was wrong", replaced_by="2026-11"),),
    )
    build(folder / "dist", some, (*TAGS, ("en", "ar")))
    fill(folder / "out", made(some, folder=folder / "dist", drafts=True).items())
    return folder / "out"


@pytest.fixture(scope="module")
def site_with_fonts(made, leaflet, known, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    some = replace(leaflet, languages=(known["en"], known["ur"]))
    fill(folder / "out", made(some, folder=folder, drafts=True, web_fonts=True).items())
    return folder / "out"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder."""
    with server(folder) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def answers(tools, site, site_with_fonts) -> dict[str, list[str]]:
    """Question -> what is wrong; all are asked in one run of one browser."""
    script = Path(__file__).with_name("browser.mjs")
    with served(site) as address, served(site_with_fonts) as other:
        told = subprocess.run(
            ["node", script, tools, CHROMIUM, address, site, other],
            capture_output=True,
            text=True,
            check=False,
        )
    assert told.returncode == 0, told.stderr[-3000:]
    return {row["name"]: row["wrong"] for row in map(json.loads, told.stdout.splitlines())}


@pytest.mark.parametrize("question", QUESTIONS)
def test_in_the_browser(answers, question):
    assert answers[question] == []


def test_all_questions_were_asked(answers):
    assert set(answers) == set(QUESTIONS)


def test_the_html_is_valid(tools, site):
    """The Nu Html Checker, which the W3C runs: errors and warnings."""
    jar = tools / "node_modules/vnu-jar/build/dist/vnu.jar"
    if not shutil.which("java") and not IN_CI:
        pytest.skip("not installed: Java")
    told = subprocess.run(
        ["java", "-jar", jar, "--skip-non-html", "--format", "json", "--exit-zero-always", site],
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        fault for fault in json.loads(told.stderr)["messages"] if not fault["message"].startswith(FILE_ORIGIN)
    ]
    assert [f"{fault['url'].rpartition('/out/')[2]}: {fault['message']}" for fault in found] == []
