"""Runs -> shapes with their texts: which clusters become composites, and how right-to-left text is spelt."""

from dataclasses import replace

import pytest

from leaflets.fonts.composites import Composite
from leaflets.pdf.spelling import spell


def spelt(run, samples):
    return spell(run, face=samples.faces(run.face))


def texts(spelling):
    return [text for _shape, text in spelling.pairs]


def test_latin_is_glyphs_with_kerning_between_them(samples):
    run = samples.latin("AVATAR")
    spelling = spelt(run, samples)
    assert [shape for shape, _text in spelling.pairs] == list(run.glyphs)
    assert texts(spelling) == list("AVATAR")
    assert spelling.moves
    assert 0 not in spelling.moves
    assert all(move < 0 for move in spelling.moves.values())


def test_a_ligature_is_one_code_for_its_letters(samples):
    run = samples.shape("office", file="noto-naskh-arabic/NotoNaskhArabic-Regular.ttf")
    if len(run.glyphs) == 6:
        run = _joined(run)
    spelling = spelt(run, samples)
    assert "".join(texts(spelling)) == "office"
    assert len(spelling.pairs) < 6


def _joined(run):
    """The run as a face with a ligature for ffi would give it: one glyph for three letters."""
    return replace(
        run,
        glyphs=(*run.glyphs[:2], *run.glyphs[4:]),
        clusters=(0, 1, 4, 5),
        advances=(*run.advances[:2], *run.advances[4:]),
        xs=(0,) * 4,
        ys=(0,) * 4,
    )


def test_a_combining_accent_makes_a_composite_with_its_base(samples):
    run = samples.cyrillic("и\u0301м")
    spelling = spelt(run, samples)
    assert texts(spelling) == ["и\u0301", "м"]
    shape = spelling.pairs[0][0]
    assert isinstance(shape, Composite) or len(run.glyphs) == 2
    if isinstance(shape, Composite):
        assert [gid for gid, _x, _y in shape.parts] == list(run.glyphs[:2])


def test_right_to_left_text_is_one_code_for_each_character(samples):
    text = "يُولَدُ"
    spelling = spelt(samples.arabic(text), samples)
    assert texts(spelling) == list(reversed(text))


def test_the_logically_first_character_draws_the_whole_cluster(samples):
    spelling = spelt(samples.arabic("دُ"), samples)
    (mark, damma), (base, dal) = spelling.pairs
    assert (damma, dal) == ("\u064f", "د")
    assert mark == Composite(0, ())
    assert len(base.parts) == 2


def test_marks_are_spelt_from_the_logically_last(samples):
    text = "دُّ"
    assert texts(spelt(samples.arabic(text), samples)) == list(reversed(text))


def test_a_ligature_shares_its_advance(samples):
    """As faces have it that draw lam and alef as one glyph."""
    run = samples.arabic("لا")
    joined = replace(run, glyphs=run.glyphs[:1], clusters=(0,), advances=(601,), xs=(7,), ys=(0,))
    spelling = spelt(joined, samples)
    assert spelling.pairs == [
        (Composite(300, ()), "ا"),
        (Composite(301, ((run.glyphs[0], 7 - 300, 0),)), "ل"),
    ]
    assert spelling.moves == {}


@pytest.mark.parametrize("text", ["يُولَدُ جميعُ الناس أحراراً", "لا إله", "اتصل بالرقم", "الله"])
def test_arabic_needs_no_shifts(samples, text):
    """Each shape stands where those before have left the pen: kerning and offsets are in the shapes."""
    run = samples.arabic(text)
    spelling, face = spelt(run, samples), samples.faces(run.face)
    assert spelling.moves == {}
    shapes = [shape for shape, _text in spelling.pairs]
    widths = [face.advance(shape) if isinstance(shape, int) else shape.advance for shape in shapes]
    assert sum(widths) == sum(run.advances)


@pytest.mark.parametrize("text", ["AVATAR To", "AV\u0301AT\u0308AR", "V\u2066A\u2069V", "LTAYA"])
def test_shapes_and_moves_add_up_to_the_run(samples, text):
    """Law: what is shown ends where the run ends, but for kerning behind its last glyph."""
    run = samples.latin(text)
    spelling, face = spelt(run, samples), samples.faces(run.face)
    shapes = [shape for shape, _text in spelling.pairs]
    widths = [face.advance(shape) if isinstance(shape, int) else shape.advance for shape in shapes]
    assert sum(widths) + sum(spelling.moves.values()) == sum(run.advances)


def test_an_invisible_control_is_blank_and_has_no_width(samples):
    spelling = spelt(samples.latin("a\u2066b"), samples)
    shape, text = spelling.pairs[1]
    assert text == "\u2066"
    assert shape.advance == 0


def test_a_byte_order_mark_becomes_a_word_joiner(samples):
    assert "\ufeff" not in "".join(texts(spelt(samples.latin("a\ufeffb"), samples)))
