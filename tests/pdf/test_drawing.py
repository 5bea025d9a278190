"""What the files of one job share, and that none depends on which others are made."""

from dataclasses import replace

from leaflets.color import BLACK, Color
from leaflets.pages.page import Fill, Glyphs, Stroke
from leaflets.pdf.drawing import draw
from leaflets.pdf.write import write_pdf
from leaflets.preflight.reader import read_pdf
from leaflets.project import Profile

BLUE = Color(name="blue", screen=(0, 0, 1), print=(1, 0.5, 0, 0))
LINE = (("M", (0, 0)), ("L", (10, 0)))


def with_slug(samples, text):
    (sheet,) = samples.print_sheets(samples.pages)
    line = (Glyphs(x=0, y=-20, size=6, run=samples.latin(text), tag=None),)
    return (replace(sheet, slug_line=line),)


def written(samples, drawing, profile, sheets):
    icc = samples.root / "src/leaflets/data/icc"
    in_print = profile is Profile.PRINT
    return write_pdf(
        drawing,
        sheets,
        profile=profile,
        metadata=samples.metadata,
        icc=(icc / ("FOGRA39L_coated.icc" if in_print else "sRGB.icc")).read_bytes(),
        condition=samples.condition if in_print else None,
        pictures=samples.picture,
    )


def test_a_file_does_not_depend_on_those_that_were_written_before(samples):
    """Not even where the press gets a line with letters of its own."""
    drawing = draw(samples.pages, faces=samples.faces)
    sheets = with_slug(samples, "guide-Žž-2026")
    first = written(samples, drawing, Profile.PRINT, sheets)
    assert written(samples, drawing, Profile.SCREEN, samples.screen_sheets(samples.pages)) == samples.screen
    assert written(samples, drawing, Profile.PRINT, sheets) == first
    assert written(samples, drawing, Profile.PRINT, samples.print_sheets(samples.pages)) == samples.print


def test_a_slug_line_has_fonts_of_its_own(samples):
    drawing = draw(samples.pages, faces=samples.faces)
    contents = read_pdf(written(samples, drawing, Profile.PRINT, with_slug(samples, "guide-Žž")))
    (leaf,) = contents.leaves
    slug = [shown for shown in leaf.shown if shown.order > max(s.order for s in leaf.painted) - 2][-8:]
    assert "".join(shown.text for shown in slug) == "guide-Žž"
    assert {shown.font for shown in slug}.isdisjoint(
        {shown.font for shown in leaf.shown if shown not in slug}
    )


def test_consecutive_items_that_are_painted_alike_are_one_piece(samples):
    fill, stroke = Fill(path=LINE, color=BLUE, tag=1), Stroke(path=LINE, color=BLUE, width=1, tag=1)
    items = (fill, fill, replace(fill, color=BLACK), stroke, replace(fill, tag=2), replace(fill, tag=2))
    page = replace(samples.single(samples.latin("x")).pages[0], items=items)
    drawing = draw(replace(samples.pages, pages=(page,)), faces=samples.faces)
    pieces = drawing.drawn[0].items
    assert [(tag, kind, operators.count("m")) for tag, (kind, *_paint), operators in pieces] == [
        (1, "fill", 2),
        (1, "fill", 1),
        (1, "stroke", 1),
        (2, "fill", 2),
    ]


def test_a_font_is_set_where_it_changes(samples):
    pages = samples.single(samples.latin("one "), samples.latin("two"), samples.latin("three", size=2.0))
    pieces = draw(pages, faces=samples.faces).drawn[0].items
    assert "".join(operators for _tag, _paint, operators in pieces).count(" Tf ") == 2


def test_a_run_without_glyphs_leaves_no_trace(samples):
    pages = samples.single(replace(samples.latin("a"), text="", glyphs=(), clusters=(), advances=()))
    assert len(draw(pages, faces=samples.faces).drawn[0].items) == 1


def test_nothing_of_a_background_is_read_aloud(samples):
    page = samples.single(samples.latin("x")).pages[0]
    page = replace(page, background=(Fill(path=LINE, color=BLUE, tag=1),))
    (drawn,) = draw(replace(samples.pages, pages=(page,)), faces=samples.faces).drawn
    assert [tag for tag, _paint, _operators in drawn.background] == [None]
