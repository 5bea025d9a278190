"""`@page` in layouts: the trim, and print files with their own bleed and marks."""

import io

import pikepdf
import pytest

from leaflets.api import open_files, output_of
from leaflets.geometry import MM
from leaflets.project import Profile

SHEET = (
    '<sheet size="A5" fold="none" fit="10pt 10pt"><panel name="page"/>'
    '<flow panels="page"><p>{% trans %}First{% endtrans %}</p></flow></sheet>'
)


@pytest.fixture
def boxes(lay, tmp_path):
    """Style -> trim, and how far bleed and medium go beyond it, in millimetres."""

    def measured(style, profile=Profile.PRINT, **more):
        laid = lay(SHEET, style, **more)
        files = open_files(tmp_path)
        from leaflets.api import open_project, plan  # noqa: PLC0415 - the fixture writes the project first

        (job,) = plan(open_project(files), languages=("en",))
        with pikepdf.open(io.BytesIO(output_of(job, laid, profile, files).data)) as pdf:
            page = pdf.pages[0]
            trim, bleed, media = (
                [float(v) / MM for v in page[name]] for name in ("/TrimBox", "/BleedBox", "/MediaBox")
            )
        return (
            (round(trim[2] - trim[0]), round(trim[3] - trim[1])),
            round(trim[0] - bleed[0], 1),
            trim[0] - media[0],
        )

    return measured


def test_the_layout_and_the_project_decide_what_no_style_does(boxes):
    assert boxes("")[:2] == ((148, 210), 3.0)


def test_size_and_bleed(boxes):
    assert boxes("@page { size: A6; bleed: 5mm; }") == ((105, 148), 5.0, pytest.approx(5.0))
    assert boxes("@page { bleed: 0; }")[1:] == (0.0, pytest.approx(0.0))


def test_marks_stand_around_the_bleed(boxes):
    assert boxes("@page { marks: crop; }")[2] > 3 + 3


def test_sizes_have_american_twins(boxes):
    size, _bleed, _media = boxes("@page { size: A6; }", settings=[("[print]", '[print]\npaper = "letter"')])
    assert size == (108, 140)
