"""The manual of style properties: every property has examples, and they are set without a flaw."""

import io
import re

import pikepdf
import pytest

from leaflets.api import open_files, open_project
from leaflets.build import style_manual as making
from leaflets.document.examples import EXAMPLES, PAGED, SAMPLES, SHEET
from leaflets.document.manual import described
from leaflets.document.pagestyle import PAGE_PROPERTIES
from leaflets.document.properties import PROPERTIES
from leaflets.preflight.run import preflight


@pytest.fixture(scope="module")
def made(root):
    """The PDF, and everything that was laid out on the way."""
    laid, lay_out = [], making.lay_out
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "lay_out", lambda job, files: laid.append(lay_out(job, files)) or laid[-1])
        files = open_files(
            root / "tests/golden/project"
        )  # it has the colours that there must be, and no others
        return making.style_manual(open_project(files), files), laid


def test_every_property_has_examples_that_use_it():
    assert set(EXAMPLES) == {*PROPERTIES, *PAGE_PROPERTIES}
    for name, examples in EXAMPLES.items():
        assert examples
        for example in examples:
            assert re.search(rf"(^|[{{; ]){name}:", example.rules, re.MULTILINE), name
            assert example.sample in SAMPLES


def test_sides_that_are_mirrored_are_shown_in_both_directions():
    for name in PROPERTIES:
        if "inline" in name or name in ("float", "text-align", "column-count", "list-style-type"):
            assert any(len(example.languages) > 1 for example in EXAMPLES[name]), name


def test_nothing_is_overset_missing_or_broken(made):
    _pdf, laid = made
    small = [e for es in EXAMPLES.values() for e in es if e.sample in (*PAGED, SHEET)]
    assert len(laid) == 1 + sum(len(example.languages) for example in small)
    for one in laid:
        pages = one.pages
        assert (pages.overset, pages.gaps, pages.blemishes, pages.broken) == ((), (), (), ())
        assert {m.state for m in one.document.messages} <= {"source", "translated"}


def test_bookmarks_lead_to_chapters_and_properties(made):
    with pikepdf.open(io.BytesIO(made[0])) as pdf, pdf.open_outline() as outline:
        title, *chapters = outline.root
        assert title.title == "Style"
        assert {c.title: [entry.title for entry in c.children] for c in chapters} == {
            name: [prop.name for prop in found] for name, found in described().items()
        }


def test_it_is_accessible(made):
    assert [check.rule for check in preflight(made[0]).failed] == []
