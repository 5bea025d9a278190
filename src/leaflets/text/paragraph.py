"""Spans to a shaped paragraph, and a shaped paragraph to lines of any width, at any scale.

Shaping happens once, in font units; all widths here are in ems of the paragraph.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from leaflets.fonts.load import FontLibrary
from leaflets.text import bidi
from leaflets.text.breaks import Opportunities, opportunities
from leaflets.text.fit import first_fit, first_fit_ends, total_fit
from leaflets.text.itemize import Item, itemize, missing
from leaflets.text.line import Line, Missing, Run, Span
from leaflets.text.shape import is_unsafe, shape, slice_run

BREAK = "\u2028"
"""LINE SEPARATOR: a line ends here whatever its width (the element br)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A shaped paragraph."""

    text: str
    """With the controls that the typesetter added, and spaces where lines are forced to end."""
    base: int
    """Paragraph embedding level: 0 or 1."""
    levels: tuple[int, ...]
    spans: tuple[Span, ...]
    owners: tuple[int, ...]
    """For each character, the index of its span."""
    added: frozenset[int]
    """Indices of controls that are not part of the message."""
    runs: tuple[Run, ...]
    """In logical order."""
    offsets: tuple[float, ...]
    """offsets[i]: ems before character i; one more element than there are characters."""
    breaks: Opportunities
    leading: float
    """The largest line height factor among the faces used."""
    missing: tuple[Missing, ...]

    @property
    def width(self) -> float:
        """Ems of the whole text on one line."""
        return self.offsets[-1]


def prepare(spans: Sequence[Span], *, base: int, language: str, library: FontLibrary) -> Paragraph:
    """Join, order, itemise and shape the spans of one paragraph."""
    text, owners, added, kept = _join(spans)
    forced = frozenset(index + 1 for index, character in enumerate(text) if character == BREAK)
    text = text.replace(BREAK, " ")
    levels = bidi.resolve_levels(text, base=base)
    items = itemize(text, spans, owners=owners, levels=levels, library=library)
    runs = tuple(shape(text, item, span=spans[item.span], face=item.face) for item in items if item.face)
    return Paragraph(
        text=text,
        base=base,
        levels=levels,
        spans=tuple(spans),
        owners=owners,
        added=added,
        runs=runs,
        offsets=_offsets(len(text), runs),
        breaks=opportunities(text, language=language, kept=kept, forced=forced),
        leading=_leading(items, spans),
        missing=missing(text, items, spans),
    )


def count_lines(paragraph: Paragraph, width: float) -> int:
    """Lines that the paragraph needs: first fit, which total fit never exceeds."""
    return first_fit(paragraph.offsets, paragraph.breaks, width)


def part_after(paragraph: Paragraph, lines: int, *, width: float) -> tuple[Paragraph, Paragraph]:
    """The first lines, and the rest, which may be set to another width."""
    ends = first_fit_ends(paragraph.offsets, paragraph.breaks, width)
    cut, last = ends[lines - 1], len(paragraph.breaks.ends) - 1
    head, tail = paragraph.breaks.part(0, cut), paragraph.breaks.part(cut + 1, last)
    return replace(paragraph, breaks=head), replace(paragraph, breaks=tail)


def break_lines(paragraph: Paragraph, width: float, *, library: FontLibrary) -> tuple[Line, ...]:
    """Lines of at most `width` ems, by total fit; a word that is longer stands alone and too wide."""
    lines = []
    start = paragraph.breaks.begin
    for index in total_fit(paragraph.offsets, paragraph.breaks, width):
        end, visible = paragraph.breaks.ends[index], paragraph.breaks.visible[index]
        lines.append(_line(paragraph, start, end, visible=max(start, visible), library=library))
        start = end
    return tuple(lines)


def visual_line(paragraph: Paragraph, *, library: FontLibrary) -> Line:
    """The whole paragraph as one line."""
    end = len(paragraph.text)
    return _line(paragraph, 0, end, visible=paragraph.breaks.visible[-1], library=library)


def _line(paragraph: Paragraph, start: int, end: int, *, visible: int, library: FontLibrary) -> Line:
    levels = bidi.line_levels(paragraph.text, paragraph.levels, start=start, end=end, base=paragraph.base)
    pieces: list[Run] = []
    for run in _runs_between(paragraph.runs, start, end):
        first, last = max(run.start, start), min(run.end, end)
        pieces += _pieces(paragraph, run, first, last, levels=levels, start=start, library=library)
    order = bidi.visual_order(tuple(piece.level for piece in pieces))
    runs = tuple(pieces[index] for index in order)
    trailing = sum(_width_from(piece, visible) for piece in pieces)
    return Line(
        start=start,
        end=end,
        text=message_text(paragraph, start, end),
        runs=runs,
        width=sum(run.width for run in runs) - trailing,
        hang=trailing if paragraph.base % 2 else 0.0,
    )


def _runs_between(runs: Sequence[Run], start: int, end: int) -> Sequence[Run]:
    """The runs that have characters of start:end."""
    low = bisect_right(runs, start, key=lambda run: run.end)
    return runs[low : bisect_left(runs, end, lo=low, key=lambda run: run.start)]


def _width_from(run: Run, index: int) -> float:
    """Ems of the run's clusters at or after character `index`: the white space at the end of a line."""
    pairs = zip(run.clusters, run.advances, strict=True)
    return sum(advance for cluster, advance in pairs if run.start + cluster >= index) * run.size / run.units


def message_text(paragraph: Paragraph, start: int, end: int) -> str:
    """Characters start:end without controls that the typesetter added."""
    text = paragraph.text[start:end]
    if not paragraph.added:
        return text
    return "".join(c for i, c in enumerate(text, start) if i not in paragraph.added)


def _pieces(
    paragraph: Paragraph,
    run: Run,
    first: int,
    last: int,
    *,
    levels: Sequence[int],
    start: int,
    library: FontLibrary,
) -> list[Run]:
    """The part of a run on one line; white space at its end has the paragraph's level (UAX #9 L1)."""
    if (first > run.start and is_unsafe(run, first)) or (last < run.end and is_unsafe(run, last)):
        run = _reshape(paragraph, run, first, last, library=library)
    cuts = [i for i in range(first + 1, last) if levels[i - start] != levels[i - 1 - start]]
    bounds = [first, *cuts, last]
    if len(bounds) == 2 and (first, last) == (run.start, run.end) and levels[first - start] == run.level:
        return [run]
    return [slice_run(run, a, b, level=levels[a - start]) for a, b in pairwise(bounds)]


def _reshape(paragraph: Paragraph, run: Run, first: int, last: int, *, library: FontLibrary) -> Run:
    """Shape the line's part of a run again, as nothing beyond the line may touch its shapes."""
    span = paragraph.spans[paragraph.owners[first]]
    face = library.by_id(run.face)
    item = Item(
        start=first, end=last, level=run.level, script=run.script, span=paragraph.owners[first], face=face
    )
    return shape(paragraph.text[:last], item, span=span, face=face)


def _join(
    spans: Sequence[Span],
) -> tuple[str, tuple[int, ...], frozenset[int], tuple[tuple[int, int], ...]]:
    """Text, owner of each character, indices of added controls, and the stretches that never break."""
    parts: list[str] = []
    owners: list[int] = []
    added: set[int] = set()
    kept: list[tuple[int, int]] = []
    for index, span in enumerate(spans):
        whole = span.before + span.text + span.after
        start = len(owners)
        parts.append(whole)
        owners += [index] * len(whole)
        added.update(range(start, start + len(span.before)))
        added.update(range(len(owners) - len(span.after), len(owners)))
        if span.keep:
            kept.append((start, len(owners)))
    return "".join(parts), tuple(owners), frozenset(added), tuple(kept)


def _offsets(length: int, runs: Sequence[Run]) -> tuple[float, ...]:
    """Sums of cluster advances in logical order: the same from the left and from the right."""
    widths = [0.0] * length
    for run in runs:
        factor = run.size / run.units
        for cluster, advance in zip(run.clusters, run.advances, strict=True):
            widths[run.start + cluster] += advance * factor
    return (0.0, *accumulate(widths))


def _leading(items: Sequence[Item], spans: Sequence[Span]) -> float:
    """Line height by face: the tallest that is used, at the size it is used."""
    return max((item.face.leading * spans[item.span].size for item in items if item.face), default=1.0)
