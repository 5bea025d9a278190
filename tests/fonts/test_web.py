"""Fonts for browsers: of files that lack what most have, or are damaged."""

import io
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTReader

from leaflets.errors import FontError
from leaflets.fonts.web import web_font


@pytest.fixture(scope="session")
def program(folder):
    return (folder / "noto-sans" / "NotoSans-Regular.ttf").read_bytes()


def test_a_font_without_names_gets_some(program, opened):
    font, out = TTFont(io.BytesIO(program)), io.BytesIO()
    del font["name"]
    font.save(out)
    made = TTFont(io.BytesIO(web_font(opened(out.getvalue()), "abc", name="Reading")))
    assert {made["name"].getDebugName(number) for number in (1, 16)} == {"Reading"}


@pytest.mark.parametrize("tag", ["GSUB", "glyf"])
def test_a_damaged_font_is_refused(program, opened, tag):
    place, data = SFNTReader(io.BytesIO(program)).tables[tag], bytearray(program)
    data[place.offset : place.offset + place.length] = b"\xff" * place.length
    with pytest.raises(FontError, match="cannot be taken out of it; replace it with an undamaged file"):
        web_font(opened(bytes(data)), "abc", name="Reading")


def test_a_font_that_must_not_be_handed_on_is_refused(sans):
    with pytest.raises(FontError, match="forbid to hand it on"):
        web_font(replace(sans, fs_type=2), "abc", name="Reading")
