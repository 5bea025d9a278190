"""Spans to lines: order, faces, shapes, what is not drawn."""

import uharfbuzz as hb

from leaflets.text.setting import break_lines


def one_line(made):
    (line,) = break_lines(made, 1000)
    return line


def glyphs_of(text, face, *, rtl, script, language):
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "rtl" if rtl else "ltr", script, language
    hb.shape(face.hb_font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def test_a_whole_line_is_what_harfbuzz_draws(paragraph, library):
    for text, language, script in (
        ("The office affirms AVATAR", "en", "Latn"),
        ("Ђурђевак њихова љубав", "sr", "Cyrl"),
        ("حقوق الإنسان لكل شخص", "ar", "Arab"),
    ):
        (run,) = one_line(paragraph(text, language=language)).runs
        face = library.by_id(run.face)
        drawn = glyphs_of(text, face, rtl=language == "ar", script=script, language=language)
        assert list(run.glyphs) == drawn


def test_each_broken_line_is_what_harfbuzz_draws_for_it(paragraph, library):
    text = "AV AVATAR To Wo VA Yo AW " * 8
    for line in break_lines(paragraph(text), 7):
        (run,) = line.runs
        face = library.by_id(run.face)
        assert list(run.glyphs) == glyphs_of(line.text, face, rtl=False, script="Latn", language="en")


def test_a_telephone_number_in_arabic_stands_in_order(paragraph, span):
    phone = span("+381 11 785 00 00", "ar", before="\u2066", after="\u2069", keep=True)
    line = one_line(paragraph("اتصل ", phone, " الآن", language="ar"))
    assert [run.text for run in line.runs] == [" الآن", "+381 11 785 00 00", "اتصل "]
    assert line.text == "اتصل +381 11 785 00 00 الآن"
    assert line.runs[1].face.startswith("noto-sans/")


def test_latin_in_arabic_comes_from_the_latin_face(paragraph):
    faces = {run.text.strip(): run.face for run in one_line(paragraph("منظمة ASTRA هنا", language="ar")).runs}
    assert faces["ASTRA"].startswith("noto-sans/")
    assert faces["منظمة"].startswith("noto-naskh-arabic/")


def test_controls_are_never_drawn(paragraph):
    line = one_line(paragraph("a\u200eb\u2067ج\u2069c"))
    assert not any(c in "\u200e\u2067\u2069" for run in line.runs for c in run.text)


def test_white_space_at_the_end_of_a_line_hangs(paragraph):
    made = paragraph("حقوق الإنسان لكل شخص في كل مكان", language="ar")
    lines = break_lines(made, 6)
    assert len(lines) > 1
    for line in lines[:-1]:
        assert line.hang > 0
        assert line.runs[0].text.endswith(" ")
        assert line.width <= 6


def test_a_character_that_no_face_has_is_told(paragraph):
    (missing,) = paragraph("a𓀀").missing
    assert missing.character == "𓀀"
    assert missing.families == ("noto-sans",)


def test_offsets_add_up_to_the_advances(paragraph):
    for text, language in (("Your rights, дела", "en"), ("حقوق 24 ساعة", "ar")):
        made = paragraph(text, language=language)
        assert abs(sum(run.width for run in made.runs) - made.width) < 1e-9


def test_serbian_has_its_own_forms(paragraph, span):
    italic = {"slant": "italic"}
    serbian = paragraph(span("бгдпт", "sr", **italic), language="sr")
    russian = paragraph(span("бгдпт", "ru", **italic), language="ru")
    assert serbian.runs[0].glyphs != russian.runs[0].glyphs


def test_a_dash_between_blanks_begins_no_line(paragraph):
    text = "Отобрать у вас паспорт — один из методов. " * 6
    for width in range(6, 30):
        lines = [line.text for line in break_lines(paragraph(text, language="ru"), width)]
        assert not [line for line in lines if line.startswith("—")]


def test_a_line_of_a_character_that_no_face_has_is_set(paragraph):
    """So that the character is told, and the program goes on."""
    made = paragraph("؛www.b.org/x", language="ro")
    assert made.missing
    for width in (0.5, 2, 9):
        lines = break_lines(made, width)
        assert "".join(line.text for line in lines) == "؛www.b.org/x"
        assert [run.text for line in lines for run in line.runs] == ["www.b.org/x"]
