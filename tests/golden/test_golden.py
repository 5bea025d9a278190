"""The middle forms of a small project, as text: readable differences instead of pixels."""

import pytest

from leaflets.api import lay_out, open_files, open_project, plan
from leaflets.document.dump import dump_document
from leaflets.pages.dump import dump_lines, dump_pages

STAGES = {
    "document": lambda laid: dump_document(laid.document),
    "lines": lambda laid: dump_lines(laid.pages),
    "pages": lambda laid: dump_pages(laid.pages),
}


@pytest.fixture(scope="module")
def laid(root):
    files = open_files(root / "tests/golden/project")
    jobs = plan(open_project(files))
    return {job.tag: lay_out(job, files) for job in jobs}


@pytest.mark.parametrize("tag", ["en", "sr", "ar"])
@pytest.mark.parametrize("stage", STAGES)
def test_dump(laid, root, request, tag, stage):
    file = root / f"tests/golden/expected/{tag}-{stage}.txt"
    found = STAGES[stage](laid[tag])
    if request.config.getoption("--update"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")
