"""Findings of pages, on layouts that were spoiled on purpose: each with the line that is to be changed."""

import shutil

import pytest

from leaflets.api import open_files, open_project, plan, run_job
from leaflets.errors import LayoutError

LAYOUT = "layouts/sample/trifold.xml"
STYLE = "layouts/sample/trifold.css"


@pytest.fixture
def found(root, tmp_path):
    """A change of a file of the small project -> rule and place of each finding."""
    shutil.copytree(root / "tests/golden/project", tmp_path, dirs_exist_ok=True)

    def run(*changes, file=LAYOUT):
        path = tmp_path / file
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")
        files = open_files(tmp_path)
        (job,) = plan(open_project(files), languages=("en",))
        return [(finding.rule, str(finding.place)) for finding in run_job(job, files).findings]

    return run


def test_the_project_itself_has_none(found):
    assert found() == []


def test_a_level_of_headings_is_left_out(found):
    assert found(("<section><h2>", "<section><h3>"), ("</h2>", "</h3>")) == [
        ("skipped-heading", f"{LAYOUT}:16")
    ]


def test_the_first_heading_is_not_the_title(found):
    assert ("skipped-heading", f"{LAYOUT}:9") in found(("<h1>", "<h2>"), ("</h1>", "</h2>"))


def test_a_number_at_a_fold_of_the_layout_or_of_a_contact_has_its_line(found, root):
    rules = found(("section {", "flow { padding: 0; }\np { padding: 0; }\nsection {"), file=STYLE)
    assert {rule for rule, _place in rules} == {"number-near-edge"}
    lines = (root / "tests/golden/project/contacts.toml").read_text(encoding="utf-8").splitlines()
    numbers = [number for number, line in enumerate(lines, 1) if line.startswith("numbers")]
    assert {place for _rule, place in rules} - {f"{LAYOUT}:17"} <= {f"contacts.toml:{n}" for n in numbers}
    assert all(place != "None" for _rule, place in rules)


@pytest.mark.parametrize(
    ("rule", "pale"),
    [
        ("p { color: rgb(110 110 110); }", False),
        ("p { color: rgb(150 150 150); }", True),
        ("p { color: device-cmyk(0 0 0 30%, rgb(0 0 0)); }", True),  # on paper
        ("p { color: device-cmyk(0 0 0 100%, rgb(150 150 150)); }", True),  # on screens
        ("h1 { color: rgb(160 160 160); }", True),
        ("h1 { color: rgb(140 140 140); }", False),
        ("section { background-color: rgb(60 60 60); }", True),
        ("section { background-color: rgb(60 60 60); }\nh2, p { color: muted; }", True),
        ("li { background-color: rgb(60 60 60); }", False),  # nothing is painted behind an item
    ],
)
def test_pale_text(found, rule, pale):
    told = [name for name, _place in found(("section {", f"{rule}\nsection {{"), file=STYLE)]
    assert ("pale-text" in told) == pale


def test_an_image_without_text_for_those_who_cannot_see_it(root, tmp_path):
    shutil.copytree(root / "tests/golden/project", tmp_path, dirs_exist_ok=True)
    path = tmp_path / LAYOUT
    path.write_text(path.read_text().replace("<h1>", '<img src="a.png"/><h1>'), encoding="utf-8")
    files = open_files(tmp_path)
    (job,) = plan(open_project(files), languages=("en",))
    with pytest.raises(LayoutError) as error:
        run_job(job, files)
    (fault,) = [d for d in error.value.diagnostics if d.rule == "missing-attribute"]
    assert (fault.place.file, fault.place.line) == (LAYOUT, 9)
