"""One set of pages in each PDF/X: the same ink, the version and names that the standard asks for."""

import io
import re

import pikepdf
import pytest

from leaflets.preflight.reader import read_pdf
from leaflets.preflight.rule import Standard
from leaflets.preflight.run import preflight
from leaflets.printing import PrintStandard
from leaflets.project import Profile

NAMES = {
    PrintStandard.X4: (6, "PDF/X-4", None, Standard.X4),
    PrintStandard.X3: (3, "PDF/X-3:2002", None, Standard.X3),
    PrintStandard.X1A: (3, "PDF/X-1:2001", "PDF/X-1a:2001", Standard.X1A),
}


@pytest.fixture(scope="module", params=list(PrintStandard))
def made(request, samples):
    data = samples.write(samples.pages, Profile.PRINT, standard=request.param)
    return request.param, data


def test_version_and_names(made):
    standard, data = made
    minor, version, conformance, _found = NAMES[standard]
    assert re.match(rb"%PDF-1\.([0-9])\n%[\x80-\xff]{4}", data)[1] == str(minor).encode()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.docinfo.GTS_PDFXVersion == version
        assert pdf.docinfo.get("/GTS_PDFXConformance") == conformance
        assert pdf.docinfo.Trapped == "/False"
        assert (b"pdfxid:GTS" in pdf.Root.Metadata.read_bytes()) == (standard is PrintStandard.X4)


def test_the_ink_is_the_same(made, samples):
    _standard, data = made
    for mine, theirs in zip(read_pdf(data).leaves, read_pdf(samples.print).leaves, strict=True):
        assert mine.shown == theirs.shown
        assert mine.painted == theirs.painted


def test_preflight_checks_it_against_its_own_standard(made):
    standard, data = made
    verdict = preflight(data, name="guide.pdf")
    assert verdict.standards == (NAMES[standard][3],)
    known = {"coarse-image", "colored-text", "many-inks-in-small-text", "black-knocks-out", "narrow-bleed"}
    assert {check.rule for check in verdict.failed} <= known | {"number-near-edge", "marks-in-bleed"}


def test_nothing_in_pdf_1_3_is_newer(made):
    """Transparency, object streams and layers came with 1.4 and 1.5."""
    standard, data = made
    assert b"/ObjStm" not in data
    assert b"/XRef" not in data
    for key in (b"/SMask", b"/ca ", b"/CA ", b"/BM ", b"/Group", b"/OCProperties"):
        assert key not in data, (standard, key)


def test_the_same_bytes_each_time(made, samples):
    standard, data = made
    assert data == samples.write(samples.pages, Profile.PRINT, standard=standard)
