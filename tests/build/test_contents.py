"""The contents of a booklet: each entry leads to its heading, on screens and on imposed sheets."""

import io

import page as validators
import pikepdf
import pytest

from leaflets.api import lay_out, open_files, sheets_of
from leaflets.build.job import output_of
from leaflets.files import Disk
from leaflets.language import DIGITS
from leaflets.pages.page import INTERNAL, Link
from leaflets.project import Profile

SCREEN, OFFICE = Profile.SCREEN, Profile.OFFICE
BASE = "layouts/_base/booklet.xml"


@pytest.fixture(scope="module")
def booklet(laid_out, root):
    """In Urdu, as if booklets of 7 pages had contents already, and both renditions with links."""
    job, _laid = laid_out("ur", "booklet")
    base = (root / BASE).read_text(encoding="utf-8")
    assert 'since="8"' in base
    made = {BASE: base.replace('since="8"', 'since="6"').encode()}
    files = Disk(open_files(root).roots, contents=made)
    laid = lay_out(job, files)
    return laid, {p: output_of(job, laid, p, files).data for p in (SCREEN, OFFICE)}


def links_of(laid):
    return [
        (number, item)
        for number, page in enumerate(laid.pages.pages)
        for item in page.items
        if isinstance(item, Link) and item.href.startswith(INTERNAL)
    ]


def annotations(pdf):
    return [
        (number, found)
        for number, page in enumerate(pdf.pages)
        for found in page.get("/Annots", pikepdf.Array()).as_list()
        if "/Dest" in found
    ]


def test_every_entry_leads_to_its_heading(booklet):
    laid, files = booklet
    links = links_of(laid)
    targets = {
        b.target: (n, b) for n, page in enumerate(laid.pages.pages) for b in page.bookmarks if b.target
    }
    assert len(links) >= 10
    assert [int(link.href.removeprefix(INTERNAL)) for _page, link in links] == sorted(targets)
    with pikepdf.open(io.BytesIO(files[SCREEN])) as pdf:
        found = annotations(pdf)
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        assert len(found) == len(links)
        for (on, link), (where, annotation) in zip(links, found, strict=True):
            number, heading = targets[int(link.href.removeprefix(INTERNAL))]
            assert (where, numbers[annotation.Dest[0].objgen]) == (on, number)
            assert float(annotation.Dest[3]) == pytest.approx(heading.top, abs=0.01)
            assert "".join(heading.title.split()) == "".join(str(annotation.Contents).split())
            assert "/A" not in annotation


def test_contents_and_contacts_have_a_page_each_where_lines_are_far_apart(booklet, laid_out):
    """One row, or one contact, on a page that is else empty looks like a fault, and costs four pages."""
    laid, _files = booklet
    assert len({page for page, _link in links_of(laid)}) == 1
    for tag in ("ur", "fa", "prs", "ps"):
        assert len(laid_out(tag, "booklet")[1].pages.pages) == 8, tag


def test_the_number_that_is_printed_is_that_of_the_page(booklet):
    laid, _files = booklet
    tags = laid.pages.tags
    (contents,) = [index for index, tag in enumerate(tags) if tag.role == "TOC"]
    rows = [index for index, tag in enumerate(tags) if tag.role == "TOCI"]
    assert {tags[row].parent for row in rows} == {contents}
    shown = {}
    for page in laid.pages.pages:
        for item in page.items:
            tag = getattr(item, "tag", None)
            while tag is not None and tags[tag].role != "TOCI":
                tag = tags[tag].parent
            if tag is not None and hasattr(item, "run"):
                shown[tag] = shown.get(tag, "") + item.run.text
    pages = [n for n, page in enumerate(laid.pages.pages, 1) for b in page.bookmarks if b.target]
    digits = str.maketrans("0123456789", DIGITS[laid.document.language.digits])
    for row, number in zip(rows, pages, strict=True):
        assert shown[row].endswith(str(number).translate(digits))


def test_on_imposed_sheets_they_lead_to_the_sheet_with_the_page(booklet, laid_out):
    laid, files = booklet
    sheets = sheets_of(laid_out("ur", "booklet")[0], laid, OFFICE)
    where = {
        b.target: (number, place)
        for number, sheet in enumerate(sheets)
        for place in sheet.placements
        for b in laid.pages.pages[place.page].bookmarks
        if b.target
    }
    with pikepdf.open(io.BytesIO(files[OFFICE])) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        found = sorted(numbers[annotation.Dest[0].objgen] for _number, annotation in annotations(pdf))
    assert found == sorted(number for number, _place in where.values())


@pytest.mark.parametrize("profile", [SCREEN, OFFICE])
def test_it_is_accessible(booklet, tmp_path, profile):
    _laid, files = booklet
    file = tmp_path / "booklet.pdf"
    file.write_bytes(files[profile])
    verdict = validators.validate_pdf(str(file), profile=validators.ValidationProfile.PDF_UA_1)
    assert verdict.is_compliant, [failure.rule_id for failure in verdict.failures]
