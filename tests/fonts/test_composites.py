"""A composite glyph is drawn exactly as its parts are, each moved by its offset."""

from io import BytesIO

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from leaflets.errors import FontError
from leaflets.fonts.composites import Composite, add_composites
from leaflets.fonts.load import FontLibrary, read_families
from leaflets.fonts.subset import Subset, subset_face

parts = st.tuples(st.integers(0, 1500), st.integers(-3000, 3000), st.integers(-3000, 3000))
composites = st.builds(Composite, st.integers(0, 6000), st.lists(parts, max_size=5).map(tuple))


def built(face, wanted):
    """The program as an hb.Font, as a fontTools font, and the glyph id of the first composite."""
    subset = subset_face(face, frozenset(gid for one in wanted for gid, _dx, _dy in one.parts))
    program, first = add_composites(subset, wanted)
    assert first == len(subset.old_to_new)
    return hb.Font(hb.Face(program)), TTFont(BytesIO(program), checkChecksums=2), first


def moved(outline, *, dx, dy):
    return [(step, tuple((x + dx, y + dy) for x, y in points)) for step, points in outline]


def expected(face, composite, outline):
    drawn = [moved(outline(face.hb_font, gid), dx=dx, dy=dy) for gid, dx, dy in composite.parts]
    return [step for steps in drawn for step in steps]


def check(face, wanted, outline):
    drawn, _font, first = built(face, wanted)
    for gid, composite in enumerate(wanted, first):
        assert outline(drawn, gid) == expected(face, composite, outline)
        assert drawn.get_glyph_h_advance(gid) == composite.advance


@pytest.mark.parametrize("name", ["noto-sans", "noto-naskh-arabic"])
def test_any_composites_are_drawn_as_their_parts(library, outline, name):
    face = library.face(name)

    @settings(max_examples=60, deadline=None)
    @given(st.lists(composites, min_size=1, max_size=6))
    def law(wanted):
        check(face, wanted, outline)

    law()


def test_a_shaped_word_becomes_one_glyph(naskh, outline):
    buffer = hb.Buffer()
    buffer.add_str("مُسَاعَدَةٌ")
    buffer.guess_segment_properties()
    hb.shape(naskh.hb_font, buffer)
    pen, row = 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        row.append((info.codepoint, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    assert len(row) > 10
    check(naskh, [Composite(pen, tuple(row))], outline)


def test_composites_of_composites(sans, outline):
    caron = sans.nominal_glyph("č")
    wanted = [Composite(900, ((caron, 10, 20), (caron, 500, 20)))]
    check(sans, wanted, outline)
    _drawn, font, first = built(sans, wanted)
    glyph = font["glyf"][font.getGlyphName(first)]
    assert all(font["glyf"][part.glyphName].isComposite() for part in glyph.components)
    assert font["maxp"].maxComponentDepth == 2


def test_blank_glyphs_and_parts_without_ink(sans, outline):
    space, letter = sans.nominal_glyph(" "), sans.nominal_glyph("a")
    wanted = [
        Composite(250, ()),
        Composite(0, ((space, 9, 9),)),
        Composite(600, ((space, 0, 0), (letter, 5, 0))),
    ]
    check(sans, wanted, outline)
    _drawn, font, first = built(sans, wanted)
    glyphs = [font["glyf"][font.getGlyphName(gid)] for gid in range(first, first + 3)]
    assert [glyph.numberOfContours for glyph in glyphs] == [0, 0, -1]


def test_every_glyph_and_every_limit_satisfies_fonttools(naskh):
    wanted = [Composite(700 + gid, ((gid, 40, -30), (gid + 1, -900, 1200))) for gid in range(1, 400, 3)]
    wanted += [Composite(65_000, ((8, 0, 0),) * 40), Composite(10, ((9, 12_000, 9000),)), Composite(5, ())]
    _drawn, font, _first = built(naskh, wanted)
    glyf, hmtx, head, hhea, maxp = (font[tag] for tag in ("glyf", "hmtx", "head", "hhea", "maxp"))
    assert maxp.numGlyphs == len(font.getGlyphOrder()) == hhea.numberOfHMetrics
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        if not glyph.numberOfContours:
            continue
        stored = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
        glyph.recalcBounds(glyf)
        assert (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax) == stored
        assert hmtx[name][1] == glyph.xMin
    limits = {**vars(head), **vars(hhea), **vars(maxp)}
    maxp.recalc(font)
    hhea.recalc(font)
    needed = {**vars(head), **vars(hhea), **vars(maxp)}
    for key in ("xMin", "yMin", "minLeftSideBearing", "minRightSideBearing"):
        assert limits[key] <= needed[key]
    for key in (
        "xMax",
        "yMax",
        "xMaxExtent",
        "advanceWidthMax",
        *(key for key in vars(maxp) if "maxC" in key),
    ):
        assert limits[key] >= needed[key]
    assert limits["maxComponentElements"] == 40
    assert limits["advanceWidthMax"] == 65_000
    assert limits["maxCompositePoints"] == needed["maxCompositePoints"]


def test_a_part_whose_side_bearing_is_not_its_left_edge(changed, opened, outline):
    """A glyph alone is drawn at its side bearing, a component is not: the difference is made up for."""

    def edit(font):
        advance, bearing = font["hmtx"]["a"]
        font["hmtx"]["a"] = (advance, bearing + 37)

    face = opened(changed(edit))
    a, b = face.nominal_glyph("a"), face.nominal_glyph("b")
    check(
        face, [Composite(900, ((a, 0, 0), (b, 500, 0))), Composite(900, ((b, 0, 0), (a, 600, 50)))], outline
    )


def test_no_composites_at_all(sans, outline):
    subset = subset_face(sans, frozenset({40, 41}))
    program, first = add_composites(subset, [])
    font = hb.Font(hb.Face(program))
    assert first == font.face.glyph_count == len(subset.old_to_new)
    for old, new in subset.old_to_new.items():
        assert outline(font, new) == outline(sans.hb_font, old)


def test_two_libraries_and_any_order_of_asking_give_the_same_bytes(folder, naskh):
    families = read_families((folder / "fonts.toml").read_bytes(), name="fonts.toml")
    other = FontLibrary(families, folder.joinpath).face("noto-naskh-arabic")
    wanted = [Composite(500, ((300, 7, 8), (20, 0, -9)))]
    first = add_composites(subset_face(naskh, frozenset([300, 20, 50])), wanted)
    second = add_composites(subset_face(other, frozenset([50, 20, 300])), wanted)
    assert first == second


@pytest.mark.parametrize(
    "composite",
    [
        Composite(-1, ()),
        Composite(65_536, ()),
        Composite(500, ((40, 32_768, 0),)),
        Composite(500, ((40, 0, -32_769),)),
        Composite(500, ((40, 0, 32_500),)),
    ],
)
def test_numbers_that_do_not_fit(sans, composite):
    with pytest.raises(FontError, match="beyond 16 bits of font units; look at the text"):
        add_composites(subset_face(sans, frozenset({40})), [composite])


def test_a_part_that_is_not_in_the_subset(sans):
    with pytest.raises(FontError, match=r"glyph 41 of Composite\(.*is not in the subset; ask subset_face"):
        add_composites(subset_face(sans, frozenset({40})), [Composite(1, ((41, 0, 0),))])


def test_more_glyphs_than_a_font_can_hold(sans):
    with pytest.raises(FontError, match="cannot hold 65536 glyphs"):
        add_composites(subset_face(sans, frozenset()), [Composite(1, ())] * 65_535)


def test_a_cff_subset_is_refused():
    with pytest.raises(FontError, match="need TrueType outlines; convert"):
        add_composites(Subset(program=b"", old_to_new={0: 0}, is_cff=True), [])
