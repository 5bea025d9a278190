"""Text operators: places, sizes, word spaces, and what the codes mean."""

from dataclasses import replace

import pytest

import leaflets.pdf.text as operators
from leaflets.pages.page import Glyphs
from leaflets.pdf.text import TextState
from leaflets.pdf.typefaces import Typefaces
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.reader import read_pdf
from leaflets.project import Profile


def shown_of(samples, *runs, **more):
    pages = samples.single(*runs)
    items = tuple(replace(item, **more) for item in pages.pages[0].items)
    pages = replace(pages, pages=(replace(pages.pages[0], items=items),))
    contents = read_pdf(samples.write(pages, Profile.SCREEN))
    return items, [shown for shown in contents.leaves[0].shown if shown.marks[0].tag == "P"]


def test_a_run_begins_where_it_is_placed(samples):
    items, shown = shown_of(samples, samples.latin("Text"))
    assert (shown[0].x, shown[0].y) == pytest.approx((items[1].x, items[1].y), abs=0.0005)


def test_the_size_is_that_of_the_item_times_that_of_the_run(samples):
    _items, shown = shown_of(samples, samples.latin("Text", size=0.93), size=10.35)
    assert shown[0].matrix[0] == pytest.approx(9.6255, abs=1e-5)


def test_word_spaces_grow_and_letters_do_not(samples):
    _items, tight = shown_of(samples, samples.latin("one two three"))
    _items, wide = shown_of(samples, samples.latin("one two three"), spacing=2.5)
    moved = [b.x - a.x for a, b in zip(tight, wide, strict=True)]
    assert moved == pytest.approx([0] * 4 + [2.5] * 4 + [5] * 5, abs=0.002)


def test_no_break_spaces_keep_their_width_and_their_meaning(samples):
    _items, tight = shown_of(samples, samples.latin("0800\u00a011 22"))
    _items, wide = shown_of(samples, samples.latin("0800\u00a011 22"), spacing=2.5)
    assert "".join(shown.text for shown in wide) == "0800\u00a011 22"
    assert wide[5].x == pytest.approx(tight[5].x, abs=0.002)


def test_the_same_glyph_keeps_both_of_its_texts(samples):
    """A soft hyphen is drawn as a hyphen, and stays a soft hyphen for a reader."""
    run = samples.latin("a-a-")
    run = replace(run, text="a-a\u00ad")
    _items, shown = shown_of(samples, run)
    assert [s.text for s in shown] == ["a", "-", "a", "\u00ad"]


def test_a_document_may_use_two_sizes_of_one_face(samples):
    pages = samples.single(samples.latin("small "), samples.latin("big", size=2.0))
    expected = ink_of_pages(pages, samples.screen_sheets(pages), samples.faces)
    assert differences(expected, ink_of_pdf(samples.write(pages, Profile.SCREEN))) == ()


@pytest.mark.parametrize(
    "text", ["AVATAR To", "one two (three) \\ four", "0800\u00a011 22", "a-a\u00ad", "ab"]
)
@pytest.mark.parametrize("spacing", [0.0, 1.7])
def test_plain_runs_are_written_as_all_others_would_be(samples, monkeypatch, text, spacing):
    """Law: what is done for all glyphs at once comes to what is done for each."""
    runs = samples.latin("To AV-"), samples.latin(text), samples.latin(text)
    assert all(map(operators._texts, runs))
    at_once = written_alone(samples, *runs, spacing=spacing)
    monkeypatch.setattr(operators, "_texts", lambda _run: "")
    assert written_alone(samples, *runs, spacing=spacing) == at_once


def written_alone(samples, *runs, spacing):
    typefaces, state = Typefaces(runs, faces=samples.faces), TextState()
    items = [Glyphs(x=1.5, y=2, size=10, run=run, spacing=spacing, tag=None) for run in runs]
    return [operators.written(item, typefaces=typefaces, state=state) for item in items]
