"""PDF/UA-1 and PDF/A-2a, as far as validators leave it to us."""

import io
from dataclasses import replace

import pikepdf
import pytest
from lxml import etree

from leaflets.geometry import MM
from leaflets.preflight.reader import read_pdf
from leaflets.preflight.reading import parent_tree_faults, read_aloud, whole_text
from leaflets.project import Profile


@pytest.fixture(scope="module")
def pdf(samples):
    with pikepdf.open(io.BytesIO(samples.screen)) as opened:
        yield opened


@pytest.fixture(scope="module")
def contents(samples):
    return read_pdf(samples.screen)


def test_text_through_structure_is_the_source(samples):
    assert whole_text(read_aloud(samples.screen)) == "\n".join(
        (
            "Everyone has rights",
            "The official office staff find five difficult waffles; AVATAR Tokyo. "
            "See example.org/help.And on the next page.",
            "Сви људи рађају се слободни и једнаки; ђ, ј, љ, њ, ћ, џ.",
            "يُولَدُ جميعُ الناس أحراراً، اتصل بالرقم 112 أو PDF 2024.",
            "What to do",
            "1. ",
            "Ask early.",
            "2. ",
            "Keep letters.",
            "Topic",
            "Telephone",
            "Housing",
            "0800 11 22",
            "A round gradient",
        )
    )


def test_every_passage_has_its_language(samples):
    languages = {passage.text: passage.language for passage in read_aloud(samples.screen)}
    assert languages["Everyone has rights"] == "en-GB"
    assert languages["Сви људи рађају се слободни и једнаки; ђ, ј, љ, њ, ћ, џ."] == "sr"
    assert languages["يُولَدُ جميعُ الناس أحراراً، اتصل بالرقم 112 أو PDF 2024."] == "ar"


def test_content_and_tags_find_each_other(samples):
    assert parent_tree_faults(samples.screen) == ()


def test_all_content_is_tagged_or_an_artifact(contents):
    for leaf in contents.leaves:
        for item in (*leaf.shown, *leaf.painted):
            assert len(item.marks) == 1
            assert item.marks[0].tag == "Artifact" or item.marks[0].mcid is not None


def test_consecutive_items_share_marked_content(contents):
    """The five runs of the Arabic line have one number."""
    arabic = {
        shown.marks for shown in contents.leaves[0].shown if shown.text and "\u0600" < shown.text < "\u0700"
    }
    assert len(arabic) == 1


def test_only_a_media_box_of_the_trim_size(contents):
    for leaf in contents.leaves:
        assert list(leaf.boxes) == ["MediaBox"]
        box = leaf.boxes["MediaBox"]
        assert (box.width, box.height) == pytest.approx((99 * MM, 210 * MM), abs=0.01)


def test_catalog(pdf):
    root = pdf.Root
    assert pdf.pdf_version == "1.7"
    assert root.Lang == "en-GB"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    (intent,) = root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.read_bytes()[16:20] == b"RGB "


def test_xmp_claims_both_standards_and_says_nothing_of_trapping(pdf):
    xmp = etree.fromstring(pdf.Root.Metadata.read_bytes())
    ua, pdfa = "{http://www.aiim.org/pdfua/ns/id/}", "{http://www.aiim.org/pdfa/ns/id/}"
    assert xmp.find(f".//{ua}part").text == "1"
    assert (xmp.find(f".//{pdfa}part").text, xmp.find(f".//{pdfa}conformance").text) == ("2", "A")
    assert xmp.find(".//{http://ns.adobe.com/pdf/1.3/}Trapped") is None


def test_link(contents):
    (link,) = contents.leaves[0].annotations
    assert (link.subtype, link.uri, link.contents, link.flags) == (
        "Link",
        "https://example.org/help",
        "Open example.org",
        4,
    )
    text = [shown for shown in contents.leaves[0].shown if shown.marks[0].tag == "Link"]
    assert all(link.rect.x - 0.01 <= shown.x <= link.rect.right for shown in text)
    assert all(link.rect.y <= shown.y <= link.rect.top for shown in text)


def test_outline_is_nested_and_leads_to_its_pages(contents):
    found = [(entry.title, entry.depth, entry.page, round(entry.top)) for entry in contents.outline]
    height = 210 * MM
    assert found == [
        ("Права", 0, 0, round(height - 20)),
        ("What to do", 1, 1, round(height - 50)),
        ("More", 0, 1, 100),
    ]


def test_attributes(pdf):
    elements = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and "/P" in e and "/S" in e]
    by_role = {}
    for element in elements:
        by_role.setdefault(str(element.S), []).append(element)
    assert by_role["/L"][0].A.ListNumbering == "/Decimal"
    assert [str(th.A.Scope) for th in by_role["/TH"]] == ["/Column", "/Column", "/Row"]
    (figure,) = by_role["/Figure"]
    left, bottom, right, top = map(float, figure.A.BBox)
    assert (left, right - left, top - bottom) == pytest.approx((20, 50, 50), abs=0.01)
    assert figure.Alt == "A round gradient"


def test_a_paragraph_may_go_on_on_the_next_page(pdf):
    pages = [page.obj.objgen for page in pdf.pages]
    paragraph = next(e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and e.get("/S") == "/P")
    last = paragraph.K[-1]
    assert paragraph.Pg.objgen == pages[0]
    assert (last.Type, last.Pg.objgen) == ("/MCR", pages[1])


def test_a_document_tag_is_added_where_there_is_none(samples):
    pages = samples.single(samples.latin("Text"))
    tags = tuple(replace(tag, parent=None) for tag in pages.tags[1:])
    items = tuple(replace(item, tag=item.tag - 1) for item in pages.pages[0].items)
    bare = replace(pages, tags=tags, pages=(replace(pages.pages[0], items=items),))
    data = samples.write(bare, Profile.SCREEN)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.StructTreeRoot.K[0].S == "/Document"
    assert whole_text(read_aloud(data)) == "Title\nText"
    assert parent_tree_faults(data) == ()
