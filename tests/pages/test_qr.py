"""QR codes: read back from the drawing as a decoder would, large enough on paper, and told otherwise."""

import pytest
import segno

from leaflets.api import open_files
from leaflets.build.job import output_of
from leaflets.color import BLACK, WHITE
from leaflets.document.qr import QUIET, fits, qr_drawing
from leaflets.errors import LayoutError
from leaflets.geometry import MM
from leaflets.pages.page import Fill, Link
from leaflets.pictures.render import drawn_pages
from leaflets.preflight.reader import read_pdf
from leaflets.project import Profile

URL = "https://example.org/guide"
PANELS = ("cover", "flap", "inside-1", "inside-2", "inside-3", "back")


def sheet(body):
    panels = "".join(f'<panel name="{name}"/>' for name in PANELS)
    flows = "".join(f'<flow panels="{name}"/>' for name in PANELS[1:])
    head = '<sheet size="A4" fold="letter" fit="10pt 12pt">'
    return f'{head}{panels}<flow panels="cover">{body}</flow>{flows}</sheet>'


def inside(path, x, y):
    """Even-odd rule on axis-parallel loops: crossings of upright edges to the right."""
    crossings, loop = 0, []
    for kind, numbers in path:
        if kind == "Z":
            for (x1, y1), (_x2, y2) in zip(loop, [*loop[1:], loop[0]], strict=True):
                crossings += x1 > x and min(y1, y2) < y < max(y1, y2)
            loop = []
        else:
            loop.append(numbers)
    return crossings % 2 == 1


@pytest.mark.parametrize("text", [URL, "tel:+381117850000", "https://example.org/" + "a/b" * 60])
def test_outlines_are_the_modules(text):
    drawing = qr_drawing(text)
    matrix = segno.make(text, error="m", micro=False).matrix
    ground, dark = drawing.shapes
    assert ground.color is WHITE
    for y, row in enumerate(matrix):
        for x, module in enumerate(row):
            assert inside(dark.path, x + QUIET + 0.5, y + QUIET + 0.5) == bool(module)
    edges = [v for _kind, numbers in dark.path for v in numbers]
    assert (min(edges), max(edges)) == (QUIET, QUIET + len(matrix))


def test_on_the_page_it_is_black_on_white_with_address_and_link(lay):
    laid = lay(sheet(f'<qr href="{URL}"/>'), "flow { padding: 5mm; background-color: tint; }")
    page = laid.pages.pages[0]
    fills = [item for item in page.items if isinstance(item, Fill)]
    ground, dark = fills[-2:]
    assert ground.color == WHITE
    assert dark.color.print == BLACK.print
    xs = [v for _kind, numbers in ground.path for v in numbers[::2]]
    assert max(xs) - min(xs) == pytest.approx(28 * MM)
    figure = laid.pages.tags[dark.tag]
    assert (figure.role, figure.alt) == ("Figure", URL)
    (link,) = [item for item in page.items if isinstance(item, Link)]
    assert (link.href, link.contents) == (URL, "example.org/guide")


@pytest.mark.parametrize(
    ("body", "style", "rule"),
    [
        (f'<qr href="{URL}"/>', "qr-code { width: 15mm; }", "small-qr"),
        (f'<qr href="{URL}"/>', "qr-code { width: 3em; }", "small-qr"),
        (f'<qr href="{URL}/{"x" * 300}"/>', "", "small-qr"),
        (f'<qr href="{URL}/{"x" * 3000}"/>', "", "long-qr"),
        ('<qr href="javascript:alert(1)"/>', "", "bad-qr"),
        ("<qr/>", "", "bad-qr"),
        ('<qr ref="nobody"/>', "", "unknown-contact"),
        ('<qr ref="nobody" kind="national"/>', "", "unknown-contact"),
        ('<qr ref="line" kind="short"/>', "", "unknown-number"),
        (f'<qr href="{URL}" kind="national"/>', "", "bad-qr"),
    ],
)
def test_what_no_telephone_would_read_is_told_at_its_line(lay, body, style, rule):
    with pytest.raises(LayoutError) as told:
        lay(sheet(body), style)
    (found,) = told.value.diagnostics
    assert found.rule == rule
    assert found.place.file == "layouts/sample/trifold.xml"
    assert found.place.line == 1
    assert found.help


def test_room():
    assert fits("x" * 2000)
    assert not fits("x" * 3000)


def test_a_number_of_a_contact_is_dialled_and_stands_below(lay):
    laid = lay(sheet('<qr ref="line" kind="international"/>'))
    (link,) = [item for item in laid.pages.pages[0].items if isinstance(item, Link)]
    assert (link.href, link.contents) == ("tel:+381117850000", "+381 11 785 00 00")
    (figure,) = [tag for tag in laid.pages.tags if tag.role == "Figure"]
    assert figure.alt == "+ 3 8 1, 1 1, 7 8 5, 0 0, 0 0"


@pytest.mark.parametrize(
    ("body", "heard"),
    [
        ('<qr href="tel:+38111"/>', "+ 3 8 1 1 1"),  # of 21 modules a side
        ('<qr href="tel:112" alt="112"/>', "1 1 2"),
        ('<qr href="tel:112" alt="Dials 112"/>', "Dials 112"),
        ('<qr href="https://112.example"/>', "https://112.example"),
    ],
)
def test_a_code_that_is_described_by_its_number_is_heard_digit_by_digit(lay, body, heard):
    laid = lay(sheet(body))
    assert [tag.alt for tag in laid.pages.tags if tag.role == "Figure"] == [heard]


@pytest.mark.parametrize(("tag", "name"), [("en", "poster-a4"), ("ar", "poster-a4"), ("ar", "poster")])
@pytest.mark.parametrize("profile", [Profile.SCREEN, Profile.OFFICE])
def test_the_code_of_the_poster_is_read_from_its_picture(laid_out, root, tag, name, profile):
    """Module by module from the finished page: never mirrored, and dark enough."""
    job, laid = laid_out(tag, name)
    data = output_of(job, laid, profile, open_files(root)).data
    (picture,) = (image.convert("L") for image in drawn_pages(data, resolution=72))
    (leaf,) = read_pdf(data).leaves
    grounds = [item.bounds for item in leaf.painted if item.kind == "fill" and set(item.fill.values) == {1}]
    (ground,) = [box for box in grounds if abs(box.width - box.height) < 0.1]
    matrix = segno.make("tel:+381117850000", error="m", micro=False).matrix
    step = ground.width / (len(matrix) + 2 * QUIET)
    assert step >= 0.4 * MM
    for y, row in enumerate(matrix):
        for x, module in enumerate(row):
            place = ground.x + (x + QUIET + 0.5) * step, ground.top - (y + QUIET + 0.5) * step
            seen = picture.getpixel((int(place[0]), int(picture.height - place[1])))
            assert (seen < 100) == bool(module), (x, y)
