"""The writer broken in many ways: preflight or the oracle must say so, whoever wrote the file."""

from dataclasses import replace

import pytest

from leaflets.api import lay_out, open_files, open_project, output_of, plan
from leaflets.build.oracle import Expected, Oracle
from leaflets.pdf import canvas, content, graphics, links, metadata, objects, structure, text, variants, write
from leaflets.preflight.run import preflight
from leaflets.project import Profile
from leaflets.sheets import impose


@pytest.fixture(scope="module")
def laid(root):
    files = open_files(root / "tests/golden/project")
    jobs = plan(open_project(files), languages=("ar",))
    return jobs[0], lay_out(jobs[0], files), files


@pytest.fixture
def broken(laid):
    """Profile -> the rules that its file breaks."""
    job, pages, files = laid

    def rules(profile):
        # a copy is drawn anew: what the files of a job share must be made by the broken writer too
        output = output_of(job, replace(pages), profile, files)
        name = output.path.rpartition("/")[2]
        checks = preflight(output.data, name=name).checks
        oracle = Oracle(files).check(output.data, Expected(job=job, profile=profile))
        return {check.rule for check in (*checks, *oracle) if check.faults}

    return rules


PEN, SHEET, TREE = graphics.Pen, canvas.SheetCanvas, structure.Structure
overprinting, open_sheet, tree = PEN._overprinting, SHEET.open_sheet, TREE.__init__


def all_in_english(self, tags, **more):
    tree(self, tuple(replace(tag, language="en") for tag in tags), **more)


def no_boxes(self, sheet, *, boxes, parents_key):
    open_sheet(self, sheet, boxes=False, parents_key=parents_key)


def mode_0(_on):
    return objects.dictionary(OP="true", op="true", OPM=0)


def no_bleed(x, width, *, whole, height, bleed):
    return impose.Rect(x, 0, width, height)


def undeclared(_profile, *, standard):
    return replace(variants.SCREEN, claims=metadata.UA1_A2A.replace(metadata.UA_SCHEMA, ""))


def not_deflated(data):
    return objects.Stream({"Filter": "/LZWDecode"}, data)


BREAKS = [
    ("print", PEN, "_overprinting", lambda self, on: overprinting(self, on=False), "black-knocks-out"),
    ("print", PEN, "_overprinting", lambda self, on: overprinting(self, on=True), "color-overprints"),
    ("print", write, "_overprint", mode_0, "black-knocks-out"),
    ("print", SHEET, "open_sheet", no_boxes, "bad-page-boxes"),
    ("print", impose, "_clip", no_bleed, "unfilled-bleed"),
    ("print", graphics, "_operands", lambda color, *, inks: "0 0 0 1", "wrong-color"),
    ("print", metadata, "_managed", lambda *_a, **_k: (), "missing-metadata"),
    ("print", content, "moved", lambda x, y: graphics.moved(x + 0.1, y), "wrong-ink"),
    ("screen", text, "_shift", lambda move, units: ("", move), "wrong-ink"),
    ("screen", structure, "text_string", lambda words: objects.text_string(words[::-1]), "lost-text"),
    ("screen", structure, "text_string", lambda _words: b"(x)", "wrong-tags"),
    ("screen", structure, "_attributes", lambda _element: b"", "unnumbered-list"),
    ("screen", TREE, "__init__", all_in_english, "wrong-tags"),
    ("screen", write, "ARTIFACT", "/Span BMC\n", "untagged-content"),
    ("screen", links, "PRINTED", 2, "hidden-annotation"),
    ("screen", write, "variant_of", undeclared, "undeclared-metadata"),
    ("screen", canvas, "deflated_text", not_deflated, "forbidden-filter"),
]  # fmt: skip


def test_the_writer_as_it_is(broken):
    assert broken(Profile.PRINT) == broken(Profile.SCREEN) == set()


@pytest.mark.parametrize(("profile", "owner", "name", "instead", "rule"), BREAKS)
def test_a_broken_writer_is_found(broken, monkeypatch, profile, owner, name, instead, rule):
    monkeypatch.setattr(owner, name, instead)
    found = broken(Profile(profile))
    assert rule in found
