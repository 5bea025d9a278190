"""The small project with a layout of the test's own, laid out."""

import shutil

import pytest

from leaflets.api import lay_out, open_files, open_project, plan
from leaflets.pages.page import Glyphs

LAYOUT, STYLE = "layouts/sample/trifold.xml", "layouts/sample/trifold.css"


@pytest.fixture
def lay(root, tmp_path):
    """Layout and style -> the job laid out. `set`: replacements in leaflets.toml."""
    shutil.copytree(root / "tests/golden/project", tmp_path, dirs_exist_ok=True)

    def make(layout, style="", *, tag="en", settings=()):
        (tmp_path / LAYOUT).write_text(f'<leaflet format="trifold">{layout}</leaflet>', encoding="utf-8")
        (tmp_path / STYLE).write_text(style, encoding="utf-8")
        toml = tmp_path / "leaflets.toml"
        for old, new in settings:
            toml.write_text(toml.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        files = open_files(tmp_path)
        (job,) = plan(open_project(files), languages=(tag,))
        return lay_out(job, files)

    return make


def _lines(page):
    """Texts of the lines of a page, each with its left end and baseline, in the order they were set."""
    found = []
    for item in page.items:
        if isinstance(item, Glyphs):
            if found and found[-1][2] == item.y and not item.run.text.startswith("•"):
                found[-1] = (found[-1][0] + item.run.text, found[-1][1], item.y)
            else:
                found.append((item.run.text, item.x, item.y))
    return found


@pytest.fixture
def lines():
    return _lines
