"""A subset draws the same glyphs as the face and holds nothing that a PDF has no use for."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet, FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from leaflets.errors import FontError
from leaflets.fonts.subset import subset_face


def some_glyphs(face, text):
    return frozenset(face.nominal_glyph(character) for character in text)


@pytest.mark.parametrize(
    ("name", "text"), [("noto-sans", "Ćevapi и ђак, ΐ!"), ("noto-naskh-arabic", "أيضًا لا بجخ٣؟")]
)
def test_every_glyph_is_drawn_and_measured_as_in_the_face(library, outline, name, text):
    face = library.face(name)
    subset = subset_face(face, some_glyphs(face, text))
    font = hb.Font(hb.Face(subset.program))
    assert some_glyphs(face, text) <= subset.old_to_new.keys()
    for old, new in subset.old_to_new.items():
        assert outline(font, new) == outline(face.hb_font, old)
        assert font.get_glyph_h_advance(new) == face.advance(old)


def test_notdef_is_kept_with_its_outline(sans, outline):
    subset = subset_face(sans, frozenset())
    assert subset.old_to_new == {0: 0}
    assert outline(hb.Font(hb.Face(subset.program)), 0) == outline(sans.hb_font, 0) != []


def test_nothing_but_outlines_is_left(sans):
    subset = subset_face(sans, some_glyphs(sans, "čđ"))
    font = TTFont(BytesIO(subset.program), checkChecksums=2)
    assert set(font.keys()) == {"GlyphOrder", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert font["maxp"].numGlyphs == len(subset.old_to_new) < 10
    assert len(subset.program) < 2500
    assert not subset.is_cff
    assert list(subset.old_to_new) == sorted(subset.old_to_new)


def test_a_glyph_that_the_face_does_not_have(sans):
    with pytest.raises(FontError, match="it has no glyph 4503; glyph ids go to 4502"):
        subset_face(sans, frozenset({4, 4503}))


def test_a_face_that_must_not_be_embedded(sans):
    with pytest.raises(FontError, match="forbid embedding") as caught:
        subset_face(replace(sans, fs_type=2), frozenset({4}))
    assert sans.id in str(caught.value)


SCRIPT = """
import hashlib, sys
from pathlib import Path
from leaflets.fonts.composites import Composite, add_composites
from leaflets.fonts.load import FontLibrary, read_families
from leaflets.fonts.subset import subset_face
root = Path(sys.argv[1])
library = FontLibrary(read_families((root / "fonts.toml").read_bytes(), name=""), root.joinpath)
face = library.face("noto-naskh-arabic")
subset = subset_face(face, frozenset(range(5, 300, 7)))
program, first = add_composites(subset, [Composite(500, ((12, 3, -4), (19, -5, 6))), Composite(9, ())])
print(hashlib.sha256(subset.program).hexdigest(), hashlib.sha256(program).hexdigest(), first)
"""


def test_the_same_input_gives_the_same_bytes_in_every_process(folder):
    runs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(folder)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


NAMES = (".notdef", "A", "B", "C", "D")
CIDS = (".notdef", "cid00010", "cid00020", "cid00030", "cid00031")


def cff_font(folder, *, cid_keyed):
    """Five glyphs of Noto Sans with cubic outlines, named or CID-keyed with a charset that is no identity."""
    source = TTFont(folder / "noto-sans" / "NotoSans-Regular.ttf")
    names = CIDS if cid_keyed else NAMES
    glyphs, strings = source.getGlyphSet(), {}
    for old, new in zip(NAMES, names, strict=True):
        pen = T2CharStringPen(source["hmtx"][old][0], glyphs)
        glyphs[old].draw(Qu2CuPen(pen, 1.0, all_cubic=True))
        strings[new] = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(names))
    builder.setupCharacterMap(dict(zip(range(65, 69), names[1:], strict=True)))
    builder.setupCFF("Cubic", {"FullName": "Cubic"}, strings, {})
    metrics = {new: source["hmtx"][old] for old, new in zip(NAMES, names, strict=True)}
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=1069, descent=-293)
    builder.setupNameTable({"familyName": "Cubic", "psName": "Cubic"})
    builder.setupOS2()
    builder.setupPost()
    if cid_keyed:
        number_glyphs(builder.font["CFF "].cff.topDictIndex[0])
    out = BytesIO()
    builder.save(out)
    return out.getvalue()


def number_glyphs(top):
    top.ROS = ("Adobe", "Identity", 0)
    part = FontDict()
    part.setCFF2, part.FontName, part.Private = False, "Cubic-0", top.Private
    top.FDArray, top.FDSelect, top.CIDCount = FDArrayIndex(), FDSelect(), 32
    top.FDArray.append(part)
    top.FDSelect.format, top.FDSelect.gidArray = 3, [0] * len(CIDS)
    top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
    for name in top.CharStrings.keys():  # noqa: SIM118 - not a dict
        top.CharStrings[name].fdSelectIndex = 0
    del top.Private


def test_cff_with_glyph_names_goes_through_as_quadratic_outlines(folder, opened, outline):
    face = opened(cff_font(folder, cid_keyed=False))
    assert (face.is_cff, face.is_cid_keyed) == (False, False)
    assert face.advance(1) > 0
    subset = subset_face(face, frozenset({1}))
    assert outline(hb.Font(hb.Face(subset.program)), 1) == outline(face.hb_font, 1) != []


def test_cid_keyed_cff_goes_through_with_cids_that_are_glyph_ids(folder, opened, outline):
    face = opened(cff_font(folder, cid_keyed=True))
    assert (face.is_cff, face.is_cid_keyed) == (True, True)
    subset = subset_face(face, frozenset({2, 4}))
    assert subset.is_cff
    assert subset.old_to_new == {0: 0, 2: 1, 4: 2}
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(subset.program), None)
    top = fonts[fonts.fontNames[0]]
    for old, new in subset.old_to_new.items():
        pen = RecordingPen()
        top.CharStrings[f"cid{new:05}" if new else ".notdef"].draw(pen)
        assert pen.value == without_closing_lines(outline(face.hb_font, old))


def without_closing_lines(outline):
    """HarfBuzz draws the last line of a contour, fontTools leaves it to closePath."""
    starts = [points for step, points in outline if step == "moveTo"]
    number, kept = -1, []
    for (step, points), (following, _) in zip(outline, [*outline[1:], ("end", ())], strict=True):
        number += step == "moveTo"
        if not (step == "lineTo" and following == "closePath" and points == starts[number]):
            kept.append((step, points))
    return kept
