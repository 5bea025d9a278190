"""Spans to a shaped paragraph: shaped once, in font units; all widths are in ems of the paragraph."""

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from leaflets.fonts.load import FontLibrary
from leaflets.frozen import dataclass
from leaflets.language import Language
from leaflets.lazy import lazy
from leaflets.text import bidi, ucd
from leaflets.text.blanks import gap_of, gaps_after
from leaflets.text.breaks import Opportunities, opportunities
from leaflets.text.fit import Measured, measured
from leaflets.text.flaws import flaws
from leaflets.text.hyphens import hyphen_width, points, undivided
from leaflets.text.isolates import isolated
from leaflets.text.itemize import Item, itemize, missing
from leaflets.text.line import IN_ORDER, Flaw, Missing, Run, Span
from leaflets.text.shape import shape
from leaflets.text.squeeze import CLOSING, hanging

BREAK = "\u2028"
"""LINE SEPARATOR: a line ends here whatever its width (the element br)."""

LIGATED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts whose words may be divided inside of a ligature."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Paragraph:
    """A shaped paragraph; two are equal if they are the same object.

    No slots: cached properties need a __dict__. Where lines may end is found when it is first asked for,
    as half of all paragraphs are a heading, a label or a number that stands on one line.
    """

    text: str
    """With the controls that the typesetter added, and spaces where lines are forced to end."""
    language: Language
    base: int
    """Paragraph embedding level: 0 or 1."""
    levels: tuple[int, ...]
    spans: tuple[Span, ...]
    owners: tuple[int, ...]
    """For each character, the index of its span."""
    added: frozenset[int]
    """Indices of controls that are not part of the message."""
    kept: tuple[tuple[int, int], ...]
    """Stretches start, end that are never broken."""
    forced: frozenset[int]
    """Indices after which a line always ends."""
    runs: tuple[Run, ...]
    """In logical order."""
    offsets: tuple[float, ...]
    """offsets[i]: ems before character i; one more element than there are characters."""
    leading: float
    """The largest line height factor among the faces used."""
    missing: tuple[Missing, ...]
    flaws: tuple[Flaw, ...]
    library: FontLibrary
    """What the faces of the runs are from."""
    part: Opportunities | None = None
    """Of a part of the paragraph, whose lines stand in another panel than the rest."""

    @lazy
    def breaks(self) -> Opportunities:
        """Where lines may end."""
        return self.part or opportunities(
            self.text,
            language=self.language,
            kept=self.kept,
            forced=self.forced,
            points=points(self.text, self.spans, owners=self.owners),
            undivided=undivided(self.text, self.spans, owners=self.owners),
        )

    @lazy
    def lines(self) -> Measured:
        """The same in ems."""
        return measured(self.breaks, self.offsets, _extra(self), again(self, self.breaks))

    @lazy
    def gaps(self) -> frozenset[int]:
        """Indices before which a gap stands that a line that ends there does without."""
        found = (
            gaps_after(self.text, run.language, run.start, run.end) for run in self.runs if not run.is_rtl
        )
        return frozenset([index + 1 for gaps in found for index in gaps])

    @lazy
    def starts(self) -> tuple[int, ...]:
        """Index of the first character of each run."""
        return tuple([run.start for run in self.runs])

    @lazy
    def is_even(self) -> bool:
        """Whether all characters run from left to right, so that no line is put in another order (UAX #9 L2).

        What stands in an isolate has level 2: telephone numbers and addresses.
        """
        return self.base == 0 and not any(level % 2 for level in set(self.levels))

    @lazy
    def one_line(self) -> float:
        """Ems of a line that holds all of it; none does if a line is forced to end."""
        return math.inf if self.forced or self.part is not None else self.width

    @lazy
    def width(self) -> float:
        """Ems of this part on one line."""
        start, end = self.reach
        return self.offsets[end] - self.offsets[start]

    @property
    def reach(self) -> tuple[int, int]:
        """Indices of the first character of this part, and after its last."""
        return (self.part.begin, self.part.ends[-1]) if self.part else (0, len(self.text))


def prepare(
    spans: Sequence[Span],
    *,
    base: int,
    language: Language,
    library: FontLibrary,
    numbers: frozenset[str] = frozenset(),
) -> Paragraph:
    """Join, order, itemise and shape the spans of one paragraph.

    A notice stands on every panel, and a build in twenty languages says it in English in each: so what was
    shaped lately is kept, with the library that it was shaped from. `numbers` are telephone numbers as the
    project writes them.
    """
    return _prepared(tuple(spans), base, language, library, numbers)


@lru_cache(maxsize=512)
def _prepared(
    spans: tuple[Span, ...], base: int, language: Language, library: FontLibrary, numbers: frozenset[str]
) -> Paragraph:
    whole = isolated(spans, rtl=base % 2 == 1, numbers=numbers)
    text, owners = whole.text, whole.owners
    forced = frozenset([match.end() for match in re.finditer(BREAK, text)] if BREAK in text else ())
    text = text.replace(BREAK, " ")
    levels = bidi.resolve_levels(text, base=base)
    items = itemize(text, spans, owners=owners, levels=levels, library=library)
    runs = tuple(shape(text, item, span=spans[item.span], face=item.face) for item in items if item.face)
    return Paragraph(
        text=text,
        language=language,
        base=base,
        levels=levels,
        spans=spans,
        owners=owners,
        added=whole.added,
        kept=whole.kept,
        forced=forced,
        runs=runs,
        offsets=_offsets(len(text), runs),
        leading=_leading(items, spans),
        missing=missing(text, items, spans, library=library),
        flaws=flaws(runs, library=library),
        library=library,
    )


def _offsets(length: int, runs: Sequence[Run]) -> tuple[float, ...]:
    """Sums of cluster advances in logical order: the same from the left and from the right."""
    if len(runs) == 1 and len(runs[0].text) == length and runs[0].clusters == IN_ORDER[:length]:
        factor = runs[0].size / runs[0].units
        return (0.0, *[width * factor for width in accumulate(runs[0].advances)])
    widths = [0.0] * length
    for run in runs:
        factor, start = run.size / run.units, run.start
        for cluster, advance in zip(run.clusters, run.advances, strict=True):
            widths[start + cluster] += advance * factor
        if run.script in LIGATED and len(set(run.clusters)) < len(run.text):
            _share(widths, run)
    return (0.0, *accumulate(widths))


def _share(widths: list[float], run: Run) -> None:
    """A ligature's width is that of its letters in equal parts, as a word may be divided between them."""
    starts = sorted(set(run.clusters))
    for first, last in zip(starts, (*starts[1:], len(run.text)), strict=True):
        letters = [i for i in range(first, last) if not ucd.is_combining(run.text[i])]
        width = widths[run.start + first] / max(len(letters), 1)
        for index in letters if len(letters) > 1 else ():
            widths[run.start + index] = width


def again(paragraph: Paragraph, breaks: Opportunities) -> tuple[float, ...]:
    """Ems of the hyphen that a line begins with once more: the first line, and those after each break."""
    if not (breaks.again or True in breaks.repeats):
        return ()
    offsets = paragraph.offsets
    starts = zip((breaks.begin, *breaks.ends), (breaks.again, *breaks.repeats), strict=True)
    return tuple([offsets[start] - offsets[start - 1] if repeated else 0.0 for start, repeated in starts])


def _extra(paragraph: Paragraph) -> tuple[float, ...]:
    """Ems that a line is wider than its text if it ends there: a hyphen, less half a full-width mark, or less
    the gap before a letter of the other kind."""
    text, breaks = paragraph.text, paragraph.breaks
    if CLOSING.isdisjoint(text) and len(paragraph.runs) == 1 and not paragraph.gaps:  # nearly all paragraphs
        if True not in breaks.hyphens:
            return (0.0,) * len(breaks.ends)
        wide = _extra_at(paragraph, breaks.ends[-1], breaks.ends[-1], hyphen=True)
        return tuple([wide if hyphen else 0.0 for hyphen in breaks.hyphens])
    return tuple(
        [
            _extra_at(paragraph, end, visible, hyphen=hyphen)
            if hyphen or visible in paragraph.gaps or (visible and text[visible - 1] in CLOSING)
            else 0.0
            for end, visible, hyphen in zip(breaks.ends, breaks.visible, breaks.hyphens, strict=True)
        ]
    )


def _extra_at(paragraph: Paragraph, end: int, visible: int, *, hyphen: bool) -> float:
    run = run_before(paragraph, end if hyphen else visible)
    if run is None:
        return 0.0
    face = paragraph.library.by_id(run.face)
    if hyphen:
        units = hyphen_width(face, run.script)
    else:
        units = -hanging(face, run, visible - 1) - (gap_of(face) if visible in paragraph.gaps else 0)
    return units * run.size / run.units


def run_before(paragraph: Paragraph, index: int) -> Run | None:
    """The run that has the character before `index`."""
    place = bisect_right(paragraph.starts, index - 1) - 1
    return paragraph.runs[place] if place >= 0 and paragraph.runs[place].end >= index else None


def _leading(items: Sequence[Item], spans: Sequence[Span]) -> float:
    """Line height by face: the tallest that is used, at the size it is used."""
    return max((item.face.leading * spans[item.span].size for item in items if item.face), default=1.0)
