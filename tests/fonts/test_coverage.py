"""What a face covers is what can be set in it without a missing glyph."""

import pytest
import uharfbuzz as hb

from leaflets.fonts.coverage import IGNORABLE, covers, missing


def test_letters_of_another_script_are_missing_once_and_in_order(sans):
    assert missing(sans, "help: مساعدة ميم!") == ("م", "س", "ا", "ع", "د", "ة", "ي")
    assert not covers(sans, "ب")
    assert covers(sans, "помоћ — hjälp")


def test_no_text_is_covered_by_every_face(sans, naskh):
    assert covers(sans, "")
    assert covers(naskh, "")


def test_brackets_are_looked_up_and_not_assumed(naskh):
    assert covers(naskh, "(") == (ord("(") in naskh.code_points)
    assert missing(naskh, "№ ₽") == ("№", "₽")


@pytest.mark.parametrize("name", ["noto-sans", "noto-naskh-arabic"])
def test_harfbuzz_shows_nothing_for_what_is_held_to_be_ignorable(library, name):
    face = library.face(name)
    absent = [
        chr(code)
        for first, last in IGNORABLE
        for code in range(first, last + 1)
        if code not in face.code_points
    ]
    assert len(absent) > 3000
    assert covers(face, "".join(absent))
    buffer = hb.Buffer()
    buffer.add_str("".join(absent))
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer)
    space = face.nominal_glyph(" ")
    assert {info.codepoint for info in buffer.glyph_infos} <= {space}
    assert {position.x_advance for position in buffer.glyph_positions} <= {0}
