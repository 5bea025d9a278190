"""What is overridden or bypassed in ReportLab: each test fails if ReportLab changes that."""

import io
import re

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from leaflets.geometry import Rect
from leaflets.pdf.canvas import SheetCanvas
from leaflets.pdf.objects import Body, Stream, deflated, dictionary, reference
from leaflets.pdf.outline import Outline
from leaflets.sheets.sheet import Placement, Sheet

SHEET = Sheet(
    name="only",
    width=100,
    height=200,
    bleed=0,
    slug=0,
    placements=(Placement(page=0, x=0, y=0, clip=Rect(0, 0, 1, 1)),),
)


@pytest.fixture
def canvas():
    return SheetCanvas(version=(1, 7), language="en")


def finished(canvas, operators=""):
    canvas.open_sheet(SHEET, boxes=False, parents_key=7)
    canvas.close_sheet(operators)
    return canvas.finish({"Title": "A"}, b"<xmp/>")


def test_private_names_of_reportlab_are_still_there():
    assert callable(Canvas._make_preamble)
    plain = Canvas(io.BytesIO())
    for name in ("_doc", "_preamble"):
        assert hasattr(plain, name)
    for name in ("signature", "Pages", "Catalog", "Outlines", "info", "_pdfVersion", "ID", "numberToId"):
        assert hasattr(plain._doc, name)
    known = plain._doc.Reference(plain._doc.info)
    assert known.name == plain._doc.info.__InternalName__ in plain._doc.idToObjectNumberAndVersion
    assert isinstance(plain._doc.idToObject[pdfdoc.BasicFonts], pdfdoc.PDFDictionary)
    assert plain._doc.thisPageName() == "Page1"


def test_objects_are_registered_as_reportlab_does():
    ours, theirs = pdfdoc.PDFDocument(), pdfdoc.PDFDocument()
    mine, other = Body(), Body()
    known = reference(ours, mine)
    assert known == reference(ours, mine) == theirs.Reference(other).format(theirs)
    for table in ("objectcounter", "idToObjectNumberAndVersion", "numberToId"):
        assert getattr(ours, table) == getattr(theirs, table)
    assert ours.Reference(mine).name == other.__InternalName__
    assert ours.idToObject[other.__InternalName__] is mine


def test_reportlab_still_asks_an_outline_for_its_entries_and_drops_an_empty_one(canvas):
    assert b"/Outlines" not in finished(canvas)
    asked = []

    class Entries(Outline):
        def prepare(self, document, canvas):
            asked.append((document, canvas))

    other = SheetCanvas(version=(1, 7), language="en")
    other.set_outline(Entries(b"<< /Type /Outlines >>"))
    data = finished(other)
    assert asked == [(other.document, other)]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.Outlines.Type == "/Outlines"


def test_the_file_is_what_reportlab_would_write(canvas):
    """Law: the same objects with the same numbers, each where the table says."""
    canvas.add_font("F1", dictionary(Type="/Font"))
    ours = finished(canvas, "q Q")
    theirs = pdfdoc.PDFDocument.format(canvas.document)
    with pikepdf.open(io.BytesIO(ours)) as a, pikepdf.open(io.BytesIO(theirs)) as b:
        assert [repr(obj) for obj in a.objects] == [repr(obj) for obj in b.objects]
        assert {k: v for k, v in a.trailer.items() if k != "/Size"}.keys() == b.trailer.keys() - {"/Size"}
        assert bytes(a.trailer.ID[0]) == bytes(b.trailer.ID[0])
        assert a.pdf_version == b.pdf_version == "1.7"
    for number in range(1, len(re.findall(rb"\d+ 0 obj", ours)) + 1):
        place = int(re.search(rb"xref\n0 \d+\n(.*)trailer", ours, re.DOTALL)[1][20 * number :][:10])
        assert ours[place:].startswith(b"%d 0 obj" % number)


def test_a_page_is_numbered_when_it_begins(canvas):
    """So that what is on it can refer to it."""
    canvas.open_sheet(SHEET, boxes=False, parents_key=None)
    target = canvas.page
    canvas.close_sheet("")
    with pikepdf.open(io.BytesIO(canvas.finish({"Title": "A"}, b""))) as pdf:
        number, generation = pdf.pages[0].obj.objgen
    assert target == b"%d %d R" % (number, generation)


def test_no_preamble_sets_a_font_that_is_not_embedded(canvas):
    data = finished(canvas)
    assert b"Helvetica" not in data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.pages[0].Contents.read_bytes().strip() == b""


def test_reportlab_still_writes_the_preamble_that_we_suppress():
    plain = Canvas(io.BytesIO())
    plain.showPage()
    assert b"Helvetica" in plain.getpdfdata()


def test_page_dictionary(canvas):
    with pikepdf.open(io.BytesIO(finished(canvas))) as pdf:
        page = pdf.pages[0].obj
        assert sorted(page.keys()) == [
            "/Contents",
            "/MediaBox",
            "/Parent",
            "/Resources",
            "/StructParents",
            "/Tabs",
            "/Type",
        ]
        assert (page.StructParents, page.Tabs) == (7, "/S")


def test_page_size_may_change_from_page_to_page(canvas):
    finished_pages = []
    for width in (100, 300):
        sheet = Sheet(name="", width=width, height=200, bleed=0, slug=0, placements=())
        canvas.open_sheet(sheet, boxes=True, parents_key=None)
        canvas.close_sheet("")
    with pikepdf.open(io.BytesIO(canvas.finish({"Title": "A"}, b""))) as pdf:
        finished_pages = [(float(page.MediaBox[2]), float(page.TrimBox[2])) for page in pdf.pages]
    assert finished_pages == [(100, 100), (300, 300)]


def test_catalog_takes_output_intents(canvas):
    canvas.catalog.OutputIntents = pdfdoc.PDFArray([])
    with pikepdf.open(io.BytesIO(finished(canvas))) as pdf:
        assert "/OutputIntents" in pdf.Root
    assert "OutputIntents" not in pdfdoc.PDFCatalog.__NoDefault__


def test_catalog_and_page_tree_say_what_reportlabs_would(canvas):
    finished(canvas)
    document = canvas.document
    for own, theirs in ((canvas.catalog, pdfdoc.PDFCatalog), (document.Pages, pdfdoc.PDFPages)):
        said, known = (
            set(re.findall(rb"[/\w]+", data)) for data in (own.format(document), theirs.format(own, document))
        )
        assert known - said <= {b"/PageMode", b"/UseNone"}  # what a reader assumes (ISO 32000-1, table 28)
        assert not said - known


def test_info_holds_exactly_what_is_given(canvas):
    with pikepdf.open(io.BytesIO(finished(canvas))) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "A",
            "/Trapped": "/False",
        }


def test_id_is_that_of_the_content(monkeypatch):
    ids = []
    for epoch, operators in (("1", "q\nQ\n"), ("2", "q\nQ\n"), ("2", "q q Q Q")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        data = finished(SheetCanvas(version=(1, 7), language="en"), operators)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
    assert ids[0] == ids[1] != ids[2]


def test_annotations_are_put_on_the_page(canvas):
    canvas.open_sheet(SHEET, boxes=False, parents_key=None)
    canvas.annotate(dictionary(Type="/Annot", Subtype="/Link"))
    canvas.close_sheet("")
    with pikepdf.open(io.BytesIO(canvas.finish({"Title": "A"}, b""))) as pdf:
        assert pdf.pages[0].Annots[0].Subtype == "/Link"


def test_fonts_are_resources_of_every_page(canvas):
    canvas.add_font("F1", dictionary(Type="/Font"))
    with pikepdf.open(io.BytesIO(finished(canvas))) as pdf:
        assert pdf.pages[0].Resources.Font.F1.Type == "/Font"


def test_stream_data_ends_with_an_end_of_line():
    document = pdfdoc.PDFDocument()
    assert Stream({}, b"data").format(document).endswith(b"stream\ndata\nendstream\n")
    assert b"/Length 4" in Stream({}, b"data").format(document)


def test_reportlab_still_forgets_that_end_of_line():
    plain = pdfdoc.PDFStream(content=b"data").format(pdfdoc.PDFDocument())
    assert plain.endswith(b"dataendstream\n")


def test_streams_are_binary_whatever_reportlab_is_set_to(monkeypatch, canvas):
    monkeypatch.setattr("reportlab.rl_config.useA85", 1)
    assert b"ASCII85" not in finished(canvas, "q Q")
    assert deflated(b"a").entries["Filter"] == "/FlateDecode"
