"""What is said of folds is what the imposed sheet needs: checked on the geometry, not on the words."""

from dataclasses import replace

import pytest

from leaflets.document.folds import FOLDS
from leaflets.pages.page import Page, Pages
from leaflets.printing import PrintSettings
from leaflets.project import Profile
from leaflets.sheets.finishing import CUT, FLAT, MIRRORED, finishing, left_to_right
from leaflets.sheets.impose import folded
from leaflets.sheets.renditions import sheets_for
from leaflets.sheets.sheet import Finish


def pages_of(fold):
    widths = fold.widths(840)
    return Pages(
        pages=tuple(
            Page(name=name, width=widths[name], height=600, background=(), items=()) for name in fold.reading
        ),
        tags=(),
        sources=(),
        scale=10,
    )


@pytest.fixture
def spec(laid_out):
    known = laid_out("en")[1].document.sheet
    return lambda **changes: replace(known, **changes)


@pytest.mark.parametrize("rtl", [False, True])
def test_the_narrow_panel_folds_first(spec, rtl):
    fold = FOLDS["letter"]
    pages = pages_of(fold)
    inner = left_to_right(folded(pages, fold=fold, rtl=rtl, finish=Finish())[1], pages)
    narrow = "left" if inner[0] in fold.narrow else "right"
    assert any(f"First fold the {narrow} panel" in line for line in finishing(pages, spec(), rtl=rtl))


@pytest.mark.parametrize("rtl", [False, True])
def test_what_must_be_seen_from_behind_goes_backwards(spec, rtl):
    fold = FOLDS["z"]
    pages = pages_of(fold)
    inner = left_to_right(folded(pages, fold=fold, rtl=rtl, finish=Finish())[1], pages)
    behind = "left" if inner[0] == fold.seen[1] else "right"
    told = finishing(pages, spec(fold="z"), rtl=rtl)
    assert any(f"the {behind} one backwards" in line for line in told)


@pytest.mark.parametrize(("rtl", "side"), [(False, "left"), (True, "right")])
@pytest.mark.parametrize("how", [{"fold": "half"}, {"fold": "none", "bind": "saddle"}])
def test_the_spine(spec, rtl, side, how):
    told = finishing(pages_of(FOLDS["half"]), spec(**how), rtl=rtl)
    assert f"The spine is at the {side} of the cover." in told
    assert (MIRRORED in told) is rtl


def test_cuts_are_told_where_the_print_file_has_marks_for_them(spec):
    """Flyers are several on a sheet in offices only: the print file is one leaf."""
    pages = pages_of(FOLDS["half"])
    settings = PrintSettings(condition=None)
    for gutter, words in ((12.0, CUT), (0.0, FLAT)):
        flat = spec(fold="none", bind="cards", gutter=gutter, width=240.0, height=150.0)
        sheets = sheets_for(pages, flat, Profile.PRINT, rtl=False, settings=settings)
        assert finishing(pages, flat, rtl=False) == (words,)
        assert any(sheet.marks for sheet in sheets) is (words == CUT)


def test_nothing_to_fold(spec):
    assert finishing(pages_of(FOLDS["half"]), spec(fold="none"), rtl=False) == (FLAT,)
