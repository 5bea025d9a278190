"""Style sheets that build on others: the order of the cascade, and what is refused."""

from itertools import pairwise

import pytest

from leaflets.document.css import read_styles
from leaflets.document.imports import gather
from leaflets.document.parse import Faults
from leaflets.errors import InputError
from leaflets.files import Disk, Snapshot


def snapshot(**sheets):
    """Names in one folder, without their ending -> texts."""
    paths = {f"layouts/x/{name}.css": text for name, text in sheets.items()}
    return Snapshot(
        digests={path: path for path in paths},
        blobs={path: text.encode() for path, text in paths.items()},
        folders={"layouts/x": tuple(f"{name}.css" for name in sheets)},
    )


def order(*paths, **sheets):
    faults = Faults()
    found = gather([f"layouts/x/{name}.css" for name in paths], files=snapshot(**sheets), faults=faults)
    return [path.removeprefix("layouts/x/").removesuffix(".css") for path, _text in found], faults.found


def test_what_is_imported_stands_before_what_imports_it():
    assert order("a", a='@import "b.css"; @import url(c.css);', b='@import "./d.css";', c="", d="") == (
        ["d", "b", "c", "a"],
        [],
    )


def test_what_is_named_twice_stands_where_it_is_named_last():
    sheets = {"a": '@import "c.css"; @import "b.css";', "b": '@import "c.css";', "c": ""}
    assert order("a", **sheets) == (["c", "b", "a"], [])
    assert order("c", "a", **sheets) == (["c", "b", "a"], [])


def test_deep_imports_are_read_once():
    """Each of forty style sheets imports the next twice: 2 to the 40 ways lead to the last."""
    names = [f"s{number}" for number in range(40)]
    sheets = {one: f'@import "{two}.css"; @import "{two}.css";' for one, two in pairwise(names)}
    found, faults = order("s0", **sheets, s39="")
    assert (found, faults) == (names[::-1], [])


def test_a_ring_is_refused_with_its_places():
    _found, (fault,) = order("a", a='@import "b.css";', b='/* */\n@import "c.css";', c='\n\n@import "b.css";')
    assert (fault.rule, fault.place.file, fault.place.line) == ("circular-style", "layouts/x/c.css", 3)
    assert "layouts/x/b.css -> layouts/x/c.css -> layouts/x/b.css" in fault.message
    assert "layouts/x/b.css:2, layouts/x/c.css:3" in fault.notes[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('p { margin: 0; }\n@import "b.css";', "after a rule"),
        ('@import "b.css" screen;', "nothing else"),
        ("@import b;", "nothing else"),
        ('@import "../../../etc/b.css";', "outside of the project"),
        ('@import "/b.css";', "outside of the project"),
        ('@import "https://example.org/b.css";', "outside of the project"),
        ('@import "//example.org/b.css";', "outside of the project"),
        ('@import "";', "outside of the project"),
    ],
)
def test_what_is_refused(text, told):
    _found, (fault,) = order("a", a=text, b="")
    assert fault.rule == "bad-import"
    assert told in fault.message
    assert fault.place.line == text.count("\n") + 1
    assert "@import" in fault.help


def test_a_missing_one_is_told_where_it_is_named():
    _found, (fault,) = order("a", a='\n@import "flier.css";', flyer="")
    assert (fault.rule, fault.place.file, fault.place.line) == ("missing-style", "layouts/x/a.css", 2)
    assert "flyer.css" in fault.help


def test_rules_of_the_importing_style_sheet_win():
    faults = Faults()
    files = snapshot(a='@import "b.css"; p { margin: 1mm; }', b="p { margin: 2mm; padding: 1mm; }")
    matcher = read_styles(("layouts/x/a.css",), files=files, colors={}, faults=faults).matcher
    assert faults.found == []
    names = [[name for name, _change in rule.changes] for *_, rule in matcher.lower_local_name_selectors["p"]]
    assert names == [["margin", "padding"], ["margin"]]


@pytest.mark.parametrize("name", ["x" * 5000 + ".css", f"{'x' * 300}/a.css", "folder", "a\\\\0.css"])
def test_names_that_no_system_has_are_missing_files(tmp_path, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.css").write_text(f'@import "{name}";')
    faults = Faults()
    gather(["a.css"], files=Disk((tmp_path,)), faults=faults)
    assert [fault.rule for fault in faults.found] in (["missing-style"], ["bad-import"])


def test_a_link_that_leads_out_of_the_project_is_told_at_its_import(tmp_path):
    project, other = tmp_path / "project", tmp_path / "other.css"
    (project / "layouts/x").mkdir(parents=True)
    other.write_text("p { color: ink }")
    (project / "layouts/x/b.css").symlink_to(other)
    (project / "layouts/x/a.css").write_text('/* */\n@import "b.css";')
    with pytest.raises(InputError) as caught:
        gather(["layouts/x/a.css"], files=Disk((project,)), faults=Faults())
    (one,) = caught.value.diagnostics
    assert (one.rule, str(one.place)) == ("outside-project", "layouts/x/a.css:2")
