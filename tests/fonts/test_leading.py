"""Lines of real words do not touch at the family's leading, and would with less."""

import random
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
import uharfbuzz as hb

from leaflets.config.languages import shipped_languages
from leaflets.fonts.load import Face
from leaflets.fonts.metrics import ink_box

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
LANGUAGES = {language.tag: language for language in shipped_languages()}
HEADINGS = {"ur": 1.45, "vi": 1.3}
"""The line-height of headings in layouts/_base/base.css, where it is not 1.2."""

READ_WIDER = {"ja", "ko", "zh-Hans", "zh-Hant"}
"""Full squares are set with more white between lines than they need: see fonts.toml."""

Box = tuple[float, float, float, float]


@pytest.mark.parametrize("tag", WORDS)
def test_lines_of_words_never_touch(tag, library):
    for weight, line_height, width in settings(tag):
        face = library.face(LANGUAGES[tag].families[0], weight=weight)
        assert touches(face, tag, step=line_height * face.leading, width=width) == []


@pytest.mark.parametrize("tag", sorted(WORDS.keys() - READ_WIDER))
def test_no_more_room_is_taken_than_that_needs(tag, library):
    regular = library.face(LANGUAGES[tag].families[0])
    if regular.leading > 1:
        tight = regular.leading - 0.1
        found = [
            touches(library.face(regular.family, weight=weight), tag, step=height * tight, width=width)
            for weight, height, width in settings(tag)
        ]
        assert any(found)


def settings(tag: str) -> tuple[tuple[int, float, float], ...]:
    """Weight, line-height and width in em, of running text and of headings."""
    return (400, 1.35, 25.0), (700, HEADINGS.get(tag, 1.2), 14.0)


def touches(face: Face, tag: str, *, step: float, width: float) -> list[tuple[Box, Box]]:
    """Glyphs that reach into glyphs of the next line, `step` em further down."""
    choice = random.Random(f"{tag} {face.weight}")
    shaped = [boxes(face, word, tag) for word in WORDS[tag].split()]
    lines = [line(shaped, width=width, choice=choice) for _ in range(60)]
    return [
        (upper, lower)
        for first, second in pairwise(lines)
        for upper in first
        for lower in second
        if upper[0] < lower[2] and lower[0] < upper[2] and upper[1] < lower[3] - step
    ]


def line(words: list[tuple[float, list[Box]]], *, width: float, choice: random.Random) -> list[Box]:
    found: list[Box] = []
    pen = 0.0
    while True:
        advance, glyphs = choice.choice(words)
        if pen + advance > width:
            return found
        found += [(left + pen, bottom, right + pen, top) for left, bottom, right, top in glyphs]
        pen += advance


def boxes(face: Face, word: str, tag: str) -> tuple[float, list[Box]]:
    """Advance and glyphs of a word with a space, in em of the text around it."""
    buffer = hb.Buffer()
    buffer.add_str(f"{word} ")
    buffer.guess_segment_properties()
    buffer.language = tag
    hb.shape(face.hb_font, buffer)
    em, pen, found = face.upem / face.size, 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        left, bottom, right, top = ink_box(face, info.codepoint)
        if right > left:
            x, y = pen + position.x_offset, position.y_offset
            found.append(((x + left) / em, (y + bottom) / em, (x + right) / em, (y + top) / em))
        pen += position.x_advance
    return pen / em, found
