"""PDF/X-4 (ISO 15930-7), and what a print shop expects besides."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from lxml import etree

from leaflets.api import open_files
from leaflets.build.job import output_of
from leaflets.geometry import MM, Rect
from leaflets.preflight.marks import Paint
from leaflets.preflight.reader import read_pdf
from leaflets.project import Profile

X = "{http://www.npes.org/pdfx/ns/id/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
MM_SPACE = "{http://ns.adobe.com/xap/1.0/mm/}"


@pytest.fixture(scope="module")
def pdf(samples):
    with pikepdf.open(io.BytesIO(samples.print)) as opened:
        yield opened


@pytest.fixture(scope="module")
def contents(samples):
    return read_pdf(samples.print)


@pytest.fixture(scope="module")
def xmp(pdf):
    return etree.fromstring(pdf.Root.Metadata.read_bytes())


def close(rect):
    return pytest.approx((rect.x, rect.y, rect.width, rect.height), abs=0.01)


def test_header(samples):
    assert re.match(rb"%PDF-1\.6\n%[\x80-\xff]{4}", samples.print)


def test_trailer_has_an_id_and_no_encryption(pdf):
    assert len(pdf.trailer.ID) == 2
    assert "/Encrypt" not in pdf.trailer


def test_xmp_is_uncompressed_and_names_the_standard(pdf, xmp):
    assert "/Filter" not in pdf.Root.Metadata
    assert xmp.find(f".//{X}GTS_PDFXVersion").text == "PDF/X-4"
    assert pdf.docinfo.GTS_PDFXVersion == "PDF/X-4"


@pytest.mark.parametrize("key", ["DocumentID", "VersionID", "RenditionClass"])
def test_xmp_identifies_the_document(xmp, key):
    assert xmp.find(f".//{MM_SPACE}{key}").text


def test_dates_are_those_of_the_caller(pdf, xmp):
    assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20261101123000Z"
    for key in ("CreateDate", "ModifyDate", "MetadataDate"):
        assert xmp.find(f".//{XMP}{key}").text == "2026-11-01T12:30:00Z"


def test_trapped_is_known(pdf, xmp):
    assert pdf.docinfo.Trapped == "/False"
    assert xmp.find(f".//{PDF}Trapped").text == "False"


def test_one_output_intent_with_its_profile(pdf):
    (intent,) = pdf.Root.OutputIntents
    profile = intent.DestOutputProfile
    data = profile.read_bytes()
    assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFX", "FOGRA39")
    assert intent.RegistryName == "http://www.color.org"
    assert (data[12:16], data[16:20], int(profile.N)) == (b"prtr", b"CMYK", 4)


def test_boxes(contents):
    (leaf,) = contents.leaves
    trim = Rect(10 * MM, 10 * MM, 2 * 99 * MM, 210 * MM)
    boxes = {name: (r.x, r.y, r.width, r.height) for name, r in leaf.boxes.items()}
    assert boxes == {
        "MediaBox": close(Rect(0, 0, trim.width + 20 * MM, trim.height + 20 * MM)),
        "BleedBox": close(trim.grown(3 * MM)),
        "TrimBox": close(trim),
    }


def test_text_is_where_the_placements_are(contents, samples):
    (leaf,) = contents.leaves
    item = samples.pages.pages[1].items[0]
    wanted = (item.x + 99 * MM + 10 * MM, item.y + 10 * MM)
    assert any((shown.x, shown.y) == pytest.approx(wanted, abs=0.002) for shown in leaf.shown)


def test_black_text_overprints_as_ink_of_black_alone(contents):
    text = {(shown.fill, shown.overprint) for leaf in contents.leaves for shown in leaf.shown}
    assert text == {
        (Paint("DeviceCMYK", (0, 0, 0, 1)), True),
        (Paint("DeviceCMYK", (0.85, 0.45, 0.25, 0.1)), False),
    }


def test_nothing_but_black_ink_overprints(contents):
    for leaf in contents.leaves:
        for painted in leaf.painted:
            paint = painted.stroke if painted.kind == "stroke" else painted.fill
            black = painted.kind != "image" and paint == Paint("DeviceCMYK", (0, 0, 0, 1))
            assert painted.overprint == black


def test_no_color_is_rgb(contents, pdf):
    (leaf,) = contents.leaves
    spaces = {shown.fill.space for shown in leaf.shown} | {painted.fill.space for painted in leaf.painted}
    images = {str(image.ColorSpace) for image in pdf.pages[0].Resources.XObject.as_dict().values()}
    assert spaces <= {"DeviceCMYK", "DeviceGray"}
    assert images == {"/DeviceCMYK"}
    assert not re.search(rb"\b(rg|RG|g|G)\b", pdf.pages[0].Contents.read_bytes())


def test_marks_stand_on_every_plate_outside_of_the_bleed(contents):
    (leaf,) = contents.leaves
    marks = [painted for painted in leaf.painted if painted.stroke.space == "All"]
    assert [(mark.stroke.values, mark.width) for mark in marks] == [((1.0,), 0.25)] * 2
    assert all(y < leaf.boxes["BleedBox"].y for mark in marks for _x, y in mark.points)


def test_background_runs_into_the_bleed(contents):
    (leaf,) = contents.leaves
    background = leaf.painted[0]
    assert background.kind == "fill"
    assert max(y for _x, y in background.points) >= leaf.boxes["BleedBox"].top


def test_no_annotations_tags_or_marked_content(pdf, contents):
    (leaf,) = contents.leaves
    assert not leaf.annotations
    assert not contents.outline
    assert not {"/StructTreeRoot", "/MarkInfo", "/AcroForm", "/OpenAction"} & set(pdf.Root.keys())
    assert not [shown for shown in leaf.shown if shown.marks]


def test_fonts_are_embedded_subsets(contents):
    assert contents.fonts
    assert all(re.fullmatch(r"[A-Z]{6}\+.+", font.name) for font in contents.fonts.values())


def test_a_picture_in_print_is_within_the_ink_of_the_condition(pdf):
    (image,) = pdf.pages[0].Resources.XObject.as_dict().values()
    assert len(image.read_bytes()) == 4 * int(image.Width) * int(image.Height)


def test_a_page_without_items_is_only_paper(samples):
    pages = replace(samples.pages, pages=(replace(samples.pages.pages[0], items=(), background=()),))
    (leaf,) = read_pdf(samples.write(pages, Profile.PRINT)).leaves
    assert not leaf.shown
    assert len(leaf.painted) == 2  # its marks


@pytest.mark.parametrize("name", ["trifold", "booklet"])
def test_the_paper_of_all_panels_lies_below_everything_else(laid_out, root, name):
    """Painted with each panel it would cover the edge of its neighbour's band: viewers that smooth edges
    then show a line at every fold."""
    job, laid = laid_out("en", name)
    leaves = read_pdf(output_of(job, laid, Profile.PRINT, open_files(root)).data).leaves
    for leaf in leaves:
        painted = sorted(leaf.painted, key=lambda one: one.order)
        panels = 3 if name == "trifold" else 2
        tall = leaf.boxes["TrimBox"].height
        assert [one.bounds.height >= tall for one in painted[:panels]] == [True] * panels
        papers = [one for one in painted if one.fill == painted[0].fill and one.bounds.height >= tall]
        assert papers == painted[:panels]
