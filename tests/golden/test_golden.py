"""The middle forms of a small project, as text: readable differences instead of pixels."""

import pytest

from leaflets.api import lay_out, open_files, open_project, output_of, plan
from leaflets.document.dump import dump_document
from leaflets.pages.dump import dump_lines, dump_pages
from leaflets.preflight.aloud import dump_tags
from leaflets.project import Profile

STAGES = {
    "document": lambda laid: dump_document(laid.document),
    "lines": lambda laid: dump_lines(laid.pages),
    "pages": lambda laid: dump_pages(laid.pages),
}


@pytest.fixture(scope="module")
def files(root):
    return open_files(root / "tests/golden/project")


@pytest.fixture(scope="module")
def jobs(files):
    return {job.tag: job for job in plan(open_project(files))}


@pytest.fixture(scope="module")
def laid(files, jobs):
    return {tag: lay_out(job, files) for tag, job in jobs.items()}


@pytest.mark.parametrize("tag", ["en", "sr", "ar"])
@pytest.mark.parametrize("stage", STAGES)
def test_dump(laid, root, request, tag, stage):
    compare(f"{tag}-{stage}", STAGES[stage](laid[tag]), root, request)


@pytest.mark.parametrize("tag", ["en", "sr", "sr-Latn", "fr", "ru", "hi", "zh-Hans", "ur", "ar"])
def test_what_a_screen_reader_says(laid, files, jobs, root, request, tag):
    """Reading order, roles, every change of language, numbers digit by digit."""
    screen = output_of(jobs[tag], laid[tag], Profile.SCREEN, files).data
    compare(f"{tag}-tags", dump_tags(screen), root, request)


@pytest.fixture(scope="module")
def breaks(root):
    """A booklet whose style sheet builds on another, forces breaks and counts."""
    files = open_files(root / "tests/golden/breaks")
    jobs = {job.tag: job for job in plan(open_project(files))}
    return files, {tag: (job, lay_out(job, files)) for tag, job in jobs.items()}


@pytest.mark.parametrize("tag", ["en", "ar"])
@pytest.mark.parametrize("stage", ["document", "pages"])
def test_breaks_and_counters(breaks, root, request, tag, stage):
    compare(f"breaks-{tag}-{stage}", STAGES[stage](breaks[1][tag][1]), root, request)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_how_numbers_are_heard(breaks, root, request, tag):
    files, laid = breaks
    screen = output_of(*laid[tag], Profile.SCREEN, files).data
    compare(f"breaks-{tag}-tags", dump_tags(screen), root, request)


def compare(name, found, root, request):
    file = root / f"tests/golden/expected/{name}.txt"
    if request.config.getoption("--update"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")
