"""CID-keyed CFF faces, as fonts for Han have them: a code is a glyph of the subset."""

from dataclasses import replace

import page
import pytest
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from leaflets.errors import PdfError
from leaflets.preflight.oracle import differences, ink_of_pages, ink_of_pdf
from leaflets.preflight.reader import read_pdf
from leaflets.preflight.reading import read_aloud, whole_text
from leaflets.project import Profile

GLYPHS = {".notdef": ".notdef", "A": "cid00010", "B": "cid00020", "C": "cid00030", "space": "cid00031"}
CHARACTERS = {"A": "cid00010", "B": "cid00020", "C": "cid00030", " ": "cid00031", "\u00a0": "cid00031"}


@pytest.fixture(scope="module")
def file(samples, tmp_path_factory):
    """Five glyphs of Noto Sans with cubic outlines and numbers that are no glyph ids."""
    path = tmp_path_factory.mktemp("fonts") / "cid.otf"
    source = TTFont(samples.root / "fonts/noto-sans/NotoSans-Regular.ttf")
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(GLYPHS.values()))
    builder.setupCharacterMap({ord(character): glyph for character, glyph in CHARACTERS.items()})
    strings = {new: char_string(source, old) for old, new in GLYPHS.items()}
    builder.setupCFF("Cubic", {"FullName": "Cubic"}, strings, {})
    builder.setupHorizontalMetrics({new: source["hmtx"][old] for old, new in GLYPHS.items()})
    builder.setupHorizontalHeader(ascent=1069, descent=-293)
    builder.setupNameTable({"familyName": "Cubic", "psName": "Cubic"})
    builder.setupOS2()
    builder.setupPost()
    number_glyphs(builder.font["CFF "].cff.topDictIndex[0])
    builder.save(path)
    return str(path)


def char_string(source, name):
    pen = T2CharStringPen(source["hmtx"][name][0], source.getGlyphSet())
    source.getGlyphSet()[name].draw(Qu2CuPen(pen, 1.0, all_cubic=True))
    return pen.getCharString()


def number_glyphs(top):
    top.ROS = ("Adobe", "Identity", 0)
    part = FontDict()
    part.setCFF2, part.FontName, part.Private = False, "Cubic-0", top.Private
    top.FDArray, top.FDSelect, top.CIDCount = FDArrayIndex(), FDSelect(), 32
    top.FDArray.append(part)
    top.FDSelect.format, top.FDSelect.gidArray = 3, [0] * len(GLYPHS)
    top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
    for name in GLYPHS.values():
        top.CharStrings[name].fdSelectIndex = 0
    del top.Private


@pytest.fixture
def pages(samples, file):
    return samples.single(samples.shape("CAB A\u00a0B", file=file, script="Hani"))


def check_ink(samples, pages, profile=Profile.SCREEN):
    in_print = profile is Profile.PRINT
    sheets = samples.print_sheets(pages) if in_print else samples.screen_sheets(pages)
    data = samples.write(pages, profile)
    assert differences(ink_of_pages(pages, sheets, samples.faces), ink_of_pdf(data)) == ()
    return data


@pytest.mark.parametrize("profile", [Profile.PRINT, Profile.SCREEN])
def test_the_ink_is_right(samples, pages, profile):
    check_ink(samples, pages, profile)


def test_text_is_exact_although_a_code_has_one_text_only(samples, pages):
    """Space and no-break space are one glyph."""
    assert whole_text(read_aloud(samples.write(pages, Profile.SCREEN))) == "Title\nCAB A\u00a0B"


def test_the_file_is_compliant(samples, pages, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(samples.write(pages, Profile.SCREEN))
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        result = page.validate_pdf(str(path), profile=profile)
        assert result.is_compliant, [failure.rule_id for failure in result.failures]


def test_offsets_are_kept(samples, file):
    run = samples.shape("ABC", file=file, script="Hani")
    moved = samples.single(replace(run, xs=(0, 30, 0), ys=(0, -50, 20)))
    check_ink(samples, moved)


def test_glyphs_of_one_cluster_have_one_text(samples, file):
    run = samples.shape("ABC", file=file, script="Hani")
    joined = samples.single(replace(run, clusters=(0, 0, 2), text="AAC"))
    assert whole_text(read_aloud(check_ink(samples, joined))) == "Title\nAAC"


def test_word_spaces_grow(samples, pages):
    first = pages.pages[0]
    items = tuple(replace(item, spacing=3.0) for item in first.items)
    wide = replace(pages, pages=(replace(first, items=items),))
    data = check_ink(samples, wide)
    shown = [s for s in read_pdf(data).leaves[0].shown if s.marks[0].tag == "P"]
    plain = [
        s for s in read_pdf(samples.write(pages, Profile.SCREEN)).leaves[0].shown if s.marks[0].tag == "P"
    ]
    assert shown[-1].x - plain[-1].x == pytest.approx(3.0, abs=0.002)


def test_a_missing_glyph_is_refused(samples, file):
    with pytest.raises(PdfError, match="no glyph for 'Z'"):
        samples.write(samples.single(samples.shape("AZ", file=file)), Profile.SCREEN)
