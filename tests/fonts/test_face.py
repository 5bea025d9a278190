"""A face tells what layout and PDF writing need; what is no sound font is refused with the next step."""

from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from leaflets.errors import FontError
from leaflets.fonts.load import FaceSpec, open_face, read_families

FONTS = Path(__file__).parents[2] / "fonts"
REGULAR = FONTS / "noto-sans" / "NotoSans-Regular.ttf"
FAMILIES = read_families((FONTS / "fonts.toml").read_bytes(), name="fonts.toml")
FACES = [pytest.param(family, spec, id=spec.id) for family in FAMILIES for spec in family.faces]


@pytest.mark.parametrize(("family", "spec"), FACES)
def test_the_facts_are_those_that_fonttools_reads(library, family, spec):
    face = library.face(family.id, weight=spec.weight, style=spec.style)
    with TTFont(FONTS / spec.file, fontNumber=spec.index, lazy=True) as font:
        head, os2, post = font["head"], font["OS/2"], font["post"]
        assert face.upem == head.unitsPerEm
        assert face.bbox == (head.xMin, head.yMin, head.xMax, head.yMax)
        assert (face.weight_class, face.fs_type) == (os2.usWeightClass, os2.fsType)
        assert face.italic_angle == pytest.approx(post.italicAngle)
        assert face.ps_name == font["name"].getDebugName(6)
        assert frozenset(face.hb_face.unicodes) == font.getBestCmap().keys()
        assert face.glyph_count == font["maxp"].numGlyphs
        assert (face.is_cff, face.is_cid_keyed) == ("CFF " in font, spec.file.endswith(".ttc"))


def test_what_a_family_leaves_to_others_is_not_covered(library):
    han, latin = library.face("noto-sans-sc"), library.face("noto-sans")
    assert han.nominal_glyph("5") is not None
    assert not set(map(ord, "a5 é")) & han.code_points
    assert set(map(ord, "，“国")) <= han.code_points
    assert set(map(ord, "a5 é")) <= latin.code_points


def test_advances_and_nominal_glyphs_are_those_that_fonttools_reads(sans):
    font = TTFont(REGULAR)
    for character in "aШώ\u0301\u00a0":
        gid = sans.nominal_glyph(character)
        name = font.getBestCmap()[ord(character)]
        assert gid == font.getGlyphID(name)
        assert sans.advance(gid) == sans.advance(gid) == font["hmtx"][name][0]
    assert sans.nominal_glyph("ب") is None


def test_typographic_line_metrics_count_only_where_the_font_asks_for_them(changed, opened):
    def edit(font, *, use):
        font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~(1 << 7) | use << 7
        font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender, font["OS/2"].sTypoLineGap = 900, -200, 50

    with_typo = opened(changed(lambda font: edit(font, use=True)))
    assert (with_typo.ascent, with_typo.descent) == (900, -200)
    without = opened(changed(lambda font: edit(font, use=False)))
    assert (without.ascent, without.descent) == (1069, -293)


def test_heights_that_the_font_does_not_tell_are_measured(changed, opened):
    def edit(font):
        font["OS/2"].sxHeight = font["OS/2"].sCapHeight = 0

    face = opened(changed(edit))
    assert (face.x_height, face.cap_height) == (536, 714)


def test_a_font_without_os2_post_and_name_can_still_be_used(changed, opened):
    def edit(font):
        del font["OS/2"], font["post"], font["name"]

    face = opened(changed(edit))
    assert (face.x_height, face.cap_height, face.weight_class, face.ps_name) == (536, 714, 400, "some")
    assert face.italic_angle == 0


@pytest.mark.parametrize(
    ("fs_type", "allowed"),
    [(0, True), (2, False), (4, True), (8, True), (0x100, False), (0x204, False)],
)
def test_licence_bits(sans, fs_type, allowed):
    assert replace(sans, fs_type=fs_type).can_embed is allowed


def test_a_postscript_name_that_would_break_a_pdf_is_cleaned(changed, opened):
    def edit(font):
        font["name"].setName("Noto Sans (/Ш)", 6, 3, 1, 0x409)

    assert opened(changed(edit)).ps_name == "NotoSans"


def refusal(opened, data, **options):
    with pytest.raises(FontError) as caught:
        opened(data, **options)
    (fault,) = caught.value.diagnostics
    assert fault.place.file.endswith("some.ttf")
    assert fault.help
    assert "some.ttf" in str(caught.value)
    return fault.message


@pytest.mark.parametrize("size", [0, 1, 11, 12, 40, 5_000, 600_000])
def test_a_file_that_is_cut_off(opened, size):
    assert "is not a usable font: it" in refusal(opened, REGULAR.read_bytes()[:size])


@pytest.mark.parametrize(
    "data", [b"This is a text.\n" * 100, b"\0\0\xff" + bytes(100), b"\x89PNG\r\n" + bytes(99)]
)
def test_a_file_of_another_kind(opened, data):
    assert "which no OpenType font does" in refusal(opened, data)


@pytest.mark.parametrize("tag", ["cmap", "head", "hhea", "hmtx", "maxp", "glyf", "loca"])
def test_a_font_that_lacks_a_table(opened, tag):
    data = REGULAR.read_bytes().replace(tag.encode(), b"zzzz", 1)
    assert f"table {tag} is missing" in refusal(opened, data)


@pytest.mark.parametrize("tag", ["head", "OS/2", "post"])
def test_a_font_with_a_table_that_is_too_short(opened, tag):
    data = bytearray(REGULAR.read_bytes())
    length = data.index(tag.encode(), 12) + 12
    data[length : length + 4] = (2).to_bytes(4)
    assert "is not a usable font" in refusal(opened, bytes(data))


@pytest.mark.parametrize("size", [0, 2, 5])
def test_a_font_with_cff_outlines_that_are_cut_off(opened, size):
    data = bytearray(REGULAR.read_bytes().replace(b"glyf", b"CFF ", 1))
    length = data.index(b"CFF ", 12) + 12
    data[length : length + 4] = size.to_bytes(4)
    assert "is not a usable font" in refusal(opened, bytes(data))


def test_a_face_that_the_file_does_not_hold(opened):
    assert "it has no face number 1" in refusal(opened, REGULAR.read_bytes(), index=1)


def test_another_file_than_was_registered(opened):
    assert "differs from its sha256" in refusal(opened, REGULAR.read_bytes(), sha256="0" * 64)


def test_a_file_that_is_not_there(library, tmp_path):
    spec = FaceSpec(file="gone.ttf", weight=400, style="normal", sha256="0" * 64)
    with pytest.raises(FontError, match=r"gone\.ttf: cannot be read: No such file.*put the file there"):
        open_face(library.families[0], spec, path=tmp_path / "gone.ttf")


def test_a_folder_in_place_of_a_file(library, tmp_path):
    spec = FaceSpec(file="folder", weight=400, style="normal", sha256="0" * 64)
    with pytest.raises(FontError, match="cannot be read: Is a directory"):
        open_face(library.families[0], spec, path=tmp_path)
