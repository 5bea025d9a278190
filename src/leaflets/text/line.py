"""Shaped text as data: spans in; runs of parallel tuples and lines out."""

from typing import Literal, NamedTuple

from leaflets.color import Color
from leaflets.frozen import dataclass

SOFT_HYPHEN = "\u00ad"
"""What a hyphen at the end of a line stands for (ISO 32000-1, 14.8.2.2.3)."""

IN_ORDER = tuple(range(1024))
"""Clusters of glyphs that each stand for one character: those of a run that is not longer than this."""


class Span(NamedTuple):
    """A stretch of a paragraph in one style and language, before shaping. A tuple, as it is looked up."""

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
    hyphens: Literal["whole", "none", "manual", "auto"] = "manual"
    """Where words are divided: not even at their own hyphens, at those only, at soft hyphens, or by the
    dictionary too."""
    dictionary: str = ""
    """Name of the Pyphen dictionary; empty: words are divided at soft hyphens only."""
    least: tuple[int, int] = (2, 2)
    """Letters of a word that stay before, and that go after, a hyphen at least."""
    divided: tuple[str, ...] = ()
    """Words of the language that win over the dictionary: `dum-nea-ta`."""
    features: tuple[tuple[str, int], ...] = ()
    """OpenType features and their values, beside those that every text gets."""
    opentype: str = ""
    """OpenType language system, where HarfBuzz cannot derive it from the tag."""


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
    """For each glyph, whether a break before its cluster changes shapes (HarfBuzz UNSAFE_TO_BREAK); empty
    if no break does."""

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
class Flaw:
    """What a reader would see wrong although the faces have all of its characters."""

    kind: Literal["dotted-circle", "visible-ignorable", "mixed-faces", "heaped-marks"]
    text: str
    """Of the cluster, or of the word around the place where the face changes."""
    language: str
    key: int
    face: str


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
    spaces: int = 0
    """Word spaces of its visible text: they share the room of a justified line."""
    hanging: int = 0
    """Word spaces that hang beyond its end."""
    closed: bool = False
    """Whether the paragraph or a forced break ends it, so that it is not justified."""
    hyphen: bool = False
    """Whether it ends in a hyphen that divides a word."""
    broken: bool = False
    """Whether it ends inside of a word that is longer than the line."""
