"""Shaped text as data: spans in; runs of parallel tuples and lines out."""

from dataclasses import dataclass

from leaflets.color import Color


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a paragraph in one style and language, before shaping."""

    text: str
    families: tuple[str, ...]
    weight: int
    slant: str
    """`normal` or `italic`."""
    size: float
    """Em of this span in ems of the paragraph."""
    language: str
    """BCP 47 tag: HarfBuzz chooses localised forms by it."""
    color: Color
    key: int = 0
    """What the span belongs to (a link, an emphasis): the caller's index, carried to the runs."""
    before: str = ""
    after: str = ""
    """Bidi controls that the typesetter puts around the span; not part of the message."""
    keep: bool = False
    """Never broken across lines: a telephone number, an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Glyphs of one face, script, level and span in visual order; all tuples are parallel.

    Source: HarfBuzz buffer contents; advances and offsets are in font units of the face.
    """

    face: str
    """Id of the face in fonts.toml, e.g. `noto-sans/NotoSans-Regular.ttf#0`."""
    script: str
    language: str
    level: int
    """Embedding level (UAX #9 BD2): odd runs go from right to left."""
    size: float
    """Em of the run in ems of the paragraph, the face's size factor included."""
    units: int
    """Font units per em."""
    color: Color
    key: int
    start: int
    """Index of the first character of `text` in the paragraph."""
    text: str
    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    """For each glyph, the index in `text` of the first character of its cluster."""
    advances: tuple[int, ...]
    xs: tuple[int, ...]
    ys: tuple[int, ...]
    unsafe: tuple[bool, ...] = ()
    """For each glyph, whether a break before its cluster changes shapes (HarfBuzz UNSAFE_TO_BREAK)."""

    @property
    def is_rtl(self) -> bool:
        return self.level % 2 == 1

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def width(self) -> float:
        """Sum of advances, in ems of the paragraph."""
        return sum(self.advances) * self.size / self.units


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A character that no face of the chain has."""

    character: str
    language: str
    key: int
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: runs in visual order from the left, trailing white space included."""

    start: int
    end: int
    """Characters start:end of the paragraph."""
    text: str
    """Logical text of the message, without controls that the typesetter added."""
    runs: tuple[Run, ...]
    width: float
    """Ems of the paragraph, without the white space at the end of the line."""
    hang: float = 0.0
    """Ems of white space at the left of the first visible glyph (right-to-left lines end there)."""
    hyphen: bool = False
