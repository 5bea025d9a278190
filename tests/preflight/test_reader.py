"""The reader on files that this project did not write."""

import io
import random
from dataclasses import replace

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from leaflets.errors import PdfError
from leaflets.geometry import Rect
from leaflets.preflight.fonts import texts_of
from leaflets.preflight.interpreter import Interpreter, applied, product
from leaflets.preflight.marks import Font, Mark, Paint
from leaflets.preflight.reader import read_pdf
from leaflets.preflight.run import preflight

FONT = Font(
    name="F", subtype="CIDFontType2", program=b"", gids=(0, 5, 6), widths={1: 500, 2: 250}, texts={1: "a"}
)


def run(content, resources=None, *, font=FONT):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(content)
    resources = pikepdf.Dictionary() if resources is None else resources
    interpreter = Interpreter(resources, font_of=lambda _name: ("f", font))
    interpreter.run(page)
    return interpreter


def test_places_of_glyphs():
    found = run(b"2 0 0 2 0 0 cm BT /F1 10 Tf 3 4 Td [<0001> -100 <0002>] TJ <0001> Tj ET").shown
    assert [(s.x, s.y, s.gid, s.text) for s in found] == [(6, 8, 5, "a"), (18, 8, 6, None), (23, 8, 5, "a")]


def test_text_state():
    found = run(b"BT /F1 10 Tf 50 Tz 2 Tc 3 Ts 12 TL <0001> Tj <0001> Tj T* <0001> Tj ET").shown
    assert [(s.x, s.y) for s in found] == [(0, 3), (3.5, 3), (0, -9)]
    assert found[0].matrix[:4] == (5, 0, 0, 10)


@pytest.mark.parametrize(("code_bytes", "text", "end"), [(1, b"< 2041 >", 15), (2, b"<00200041>", 10)])
def test_spaces_between_words_are_those_of_one_byte(code_bytes, text, end):
    """ISO 32000-1, 9.3.3: no other code is a blank to the operator, whatever it shows."""
    wide = replace(FONT, code_bytes=code_bytes, widths={32: 1000.0, 65: 1000.0}, gids=())
    found = run(b"BT /F1 10 Tf 5 Tw " + text + b" Tj ET", font=wide).shown
    assert [shown.x for shown in found] == [0, end]


def test_graphics_state_is_restored():
    found = run(b"q 0 0 0 1 k 3 w 1 0 0 1 5 5 cm 0 0 m 1 1 l S Q 1 0 0 RG 0 0 m 1 1 l B").painted
    assert [(p.kind, p.fill, p.stroke, p.width, p.points[0]) for p in found] == [
        ("stroke", Paint("DeviceCMYK", (0, 0, 0, 1)), Paint("DeviceGray", (0,)), 3, (5, 5)),
        ("both", Paint("DeviceGray", (0,)), Paint("DeviceRGB", (1, 0, 0)), 1, (0, 0)),
    ]


def test_clips_are_not_painted():
    assert not run(b"0 0 10 10 re W n").painted


def test_overprint_needs_its_mode():
    states = pikepdf.Dictionary(
        ExtGState=pikepdf.Dictionary(
            A=pikepdf.Dictionary(op=True),
            B=pikepdf.Dictionary(op=True, OPM=1),
            C=pikepdf.Dictionary(op=False),
        )
    )
    found = run(b"/A gs 0 0 1 1 re f /B gs 0 0 1 1 re f /C gs 0 0 1 1 re f", states).painted
    assert [p.overprint for p in found] == [False, True, False]


def test_marked_content_is_nested():
    found = run(b"/P <</MCID 3>> BDC /Span <</ActualText (x) /Lang (en)>> BDC 0 0 1 1 re f EMC EMC").painted
    assert found[0].marks == (Mark("P", mcid=3), Mark("Span", actual="x", language="en"))


def test_separations_are_named():
    spaces = pikepdf.Dictionary(
        ColorSpace=pikepdf.Dictionary(
            S=pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK])
        )
    )
    found = run(b"/S CS 1 SCN 0 0 m 1 1 l S", spaces).painted
    assert found[0].stroke == Paint("All", (1.0,))


def test_matrices():
    assert applied(product((2, 0, 0, 2, 1, 1), (1, 0, 0, 1, 10, 20)), (3, 4)) == (17, 29)


def test_to_unicode_with_ranges():
    cmap = b"1 beginbfchar\n<0001> <00660069>\nendbfchar 1 beginbfrange <0005> <0007> <0041> endbfrange"
    assert dict(texts_of(cmap)) == {1: "fi", 5: "A", 6: "B", 7: "C"}


def test_fonts_that_are_not_embedded_are_refused():
    canvas = Canvas(io.BytesIO(), pagesize=(100, 100))
    canvas.drawString(10, 10, "a")
    canvas.showPage()
    with pytest.raises(PdfError, match="Helvetica is not a Type 0 font"):
        read_pdf(canvas.getpdfdata())


def test_boxes_and_outline(samples):
    contents = read_pdf(samples.print)
    assert contents.leaves[0].boxes["MediaBox"] == Rect(
        0, 0, pytest.approx(617.953, abs=0.01), pytest.approx(651.969, abs=0.01)
    )
    assert [entry.title for entry in read_pdf(samples.screen).outline] == ["Права", "What to do", "More"]


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_told_and_stops_nothing(samples, seed):
    """Thirty bytes of it are others: whatever is read of it, there is a verdict."""
    chance = random.Random(seed)
    data = bytearray(samples.print)
    for _ in range(30):
        data[chance.randrange(len(data))] = chance.randrange(256)
    verdict = preflight(bytes(data), name="damaged.pdf")
    assert verdict.checks
