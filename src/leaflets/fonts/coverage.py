"""A face and a text -> whether the face has all its characters, and which it has not."""

from functools import cache

from leaflets.fonts.face import Face

IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF0, 0xFFF8),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
"""Unicode's Default_Ignorable_Code_Point, as far as HarfBuzz shows nothing for them whether or not the
face has a glyph (not Hangul fillers and shorthand controls): none is a reason to take another face."""


def covers(face: Face, text: str) -> bool:
    """Whether the face has a glyph for every visible character of the text."""
    return not missing(face, text)


def missing(face: Face, text: str) -> tuple[str, ...]:
    """The visible characters that the face has no glyph for, each once, in the order of the text."""
    known = face.characters
    if known.issuperset(text):
        return ()
    return tuple([c for c in dict.fromkeys(text) if c not in known and not is_ignorable(c)])


@cache
def is_ignorable(character: str) -> bool:
    """Whether a face need not have it, as nothing is shown for it."""
    code = ord(character)
    return any(first <= code <= last for first, last in IGNORABLE)
