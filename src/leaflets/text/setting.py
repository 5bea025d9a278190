"""A shaped paragraph and a width to its lines: counted by first fit, set by total fit in visual order."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from leaflets.fonts.load import Face
from leaflets.frozen import dataclass
from leaflets.text import bidi
from leaflets.text.breaks import SPACES, Opportunities
from leaflets.text.fit import Measured, first_fit, total_fit
from leaflets.text.hyphens import hyphen_of
from leaflets.text.itemize import Item
from leaflets.text.line import SOFT_HYPHEN, Line, Run
from leaflets.text.overlong import broken
from leaflets.text.paragraph import Paragraph
from leaflets.text.shape import glyph_range, is_unsafe, shape, slice_run
from leaflets.text.squeeze import CLOSING, MARKS, hanging, is_paired

CONTEXT = 5
"""Characters before a run that HarfBuzz looks at; a line of a long paragraph costs no more than itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A line's part of a paragraph: characters start:end, visible up to `visible`."""

    start: int
    end: int
    visible: int
    closed: bool = True
    hyphen: bool = False
    inside: bool = False
    """Whether it starts inside of a word that is longer than the line."""
    broken: bool = False
    """Whether it ends there."""
    again: bool = False
    """Whether the hyphen before it is drawn once more, at its start."""


def count_lines(paragraph: Paragraph, width: float) -> int:
    """Lines that the paragraph needs: first fit, which total fit never exceeds."""
    if paragraph.one_line <= width:
        return 1
    return len(first_fit(_opportunities(paragraph, width)[1], width))


def part_after(paragraph: Paragraph, lines: int, *, width: float) -> tuple[Paragraph, Paragraph]:
    """The first lines, and the rest, which may be set to another width."""
    breaks, ems = _opportunities(paragraph, width)
    cut, last = first_fit(ems, width)[lines - 1], len(breaks.ends) - 1
    head, tail = breaks.part(0, cut), breaks.part(cut + 1, last)
    return replace(paragraph, part=head), replace(paragraph, part=tail)


def undivided(paragraph: Paragraph, most: int, *, width: float) -> int:
    """How many lines, `most` or fewer, end where no word is divided: what follows is on another page, where
    nobody would look for the rest of a word (CSS Text 4, hyphenate-limit-last: page)."""
    breaks, ems = _opportunities(paragraph, width)
    cuts = first_fit(ems, width)[:most]
    return next((n for n in range(len(cuts), 0, -1) if not breaks.hyphens[cuts[n - 1]]), 0)


def break_lines(
    paragraph: Paragraph, width: float, *, justified: bool = False, balanced: bool = False
) -> tuple[Line, ...]:
    """Lines of at most `width` ems, by total fit; a word that is longer is broken between clusters."""
    if paragraph.one_line <= width:
        return (visual_line(paragraph),)
    breaks, ems = _opportunities(paragraph, width)
    lines = []
    start, inside, again = breaks.begin, breaks.inside, breaks.again
    for index in total_fit(ems, width, justified=justified, balanced=balanced):
        end = breaks.ends[index]
        cut = Cut(
            start=start,
            end=end,
            visible=max(start, breaks.visible[index]),
            closed=breaks.forced[index],
            hyphen=breaks.hyphens[index],
            inside=inside,
            broken=breaks.broken[index],
            again=again,
        )
        lines.append(_line(paragraph, cut))
        start, inside, again = end, cut.broken, breaks.repeats[index]
    return tuple(lines)


def _opportunities(paragraph: Paragraph, width: float) -> tuple[Opportunities, Measured]:
    """Those of the paragraph, and more where a word is longer than a line."""
    if paragraph.lines.widest > width:
        return broken(paragraph, width)
    return paragraph.breaks, paragraph.lines


def visual_line(paragraph: Paragraph) -> Line:
    """The whole paragraph as one line."""
    text = paragraph.text
    cut = Cut(start=0, end=len(text), visible=len(text.rstrip(SPACES)))
    return _line(paragraph, cut)


def message_text(paragraph: Paragraph, start: int, end: int) -> str:
    """Characters start:end without controls that the typesetter added."""
    text = paragraph.text[start:end]
    if not paragraph.added or paragraph.added.isdisjoint(range(start, end)):
        return text
    return "".join([c for i, c in enumerate(text, start) if i not in paragraph.added])


def _line(paragraph: Paragraph, cut: Cut) -> Line:
    start, end = cut.start, cut.end
    levels = _levels(paragraph, cut)
    is_gap = cut.visible in paragraph.gaps
    changes = cut.hyphen or is_gap or paragraph.text[cut.visible - 1 : cut.visible] in CLOSING
    same = cut.visible if changes else end + 1  # a run that ends before is the same on the line
    pieces: list[Run] = []
    is_new = False
    for run in _runs_between(paragraph, start, end):
        if not levels and start + cut.again <= run.start and run.end < same:
            pieces.append(run)
        else:
            changed = _reshaped(paragraph, run, cut)
            is_new = is_new or changed is not None
            pieces += _pieces(run, changed, cut, levels=levels)
    runs = tuple(pieces)
    if len(pieces) > 1 and not paragraph.is_even:
        order = bidi.visual_order([piece.level for piece in pieces])
        runs = tuple([pieces[index] for index in order])
    width, trailing = _widths(pieces, cut) if is_new else _known_widths(paragraph, cut)
    return Line(
        start=start,
        end=end,
        text=message_text(paragraph, start, end),
        runs=runs,
        width=width,
        hang=trailing if paragraph.base % 2 else 0.0,
        spaces=paragraph.text.count(" ", start, cut.visible),
        hanging=paragraph.text.count(" ", cut.visible, end),
        closed=cut.closed,
        hyphen=cut.hyphen,
        broken=cut.broken,
    )


def _levels(paragraph: Paragraph, cut: Cut) -> Sequence[int]:
    """Of the line's characters; none where each keeps the level that it has in the paragraph."""
    text, levels, base = paragraph.text, paragraph.levels, paragraph.base
    if paragraph.is_even or levels[cut.start : cut.end].count(base) == cut.end - cut.start:
        return ()
    return bidi.line_levels(text, levels, start=cut.start, end=cut.end, base=base)


def _runs_between(paragraph: Paragraph, start: int, end: int) -> Sequence[Run]:
    """The runs that have characters of start:end."""
    runs, starts = paragraph.runs, paragraph.starts
    if len(runs) == 1:  # none is of a character that no face has
        return runs if runs[0].start < end and start < runs[0].end else ()
    low = max(bisect_right(starts, start) - 1, 0)
    first = low + (low < len(runs) and runs[low].end <= start)
    return runs[first : bisect_left(starts, end, lo=low)]


def _known_widths(paragraph: Paragraph, cut: Cut) -> tuple[float, float]:
    """As `_widths`, of a line whose shapes are those of the paragraph."""
    offsets = paragraph.offsets
    return offsets[cut.visible] - offsets[cut.start], offsets[cut.end] - offsets[cut.visible]


def _widths(pieces: Sequence[Run], cut: Cut) -> tuple[float, float]:
    """Ems of what is seen of a line, and of the white space at its end."""
    trailing = 0.0 if cut.hyphen or cut.visible == cut.end else _trailing(pieces, cut.visible)
    return sum([piece.width for piece in pieces]) - trailing, trailing


def _trailing(pieces: Sequence[Run], index: int) -> float:
    """Ems of the clusters at or after character `index`: the white space at the end of a line."""
    total = 0.0
    for run in pieces:
        if run.end > index:
            low, high = glyph_range(run.clusters, index - run.start, len(run.text))
            total += sum(run.advances[low:high]) * run.size / run.units
    return total


def _pieces(run: Run, changed: Run | None, cut: Cut, *, levels: Sequence[int]) -> list[Run]:
    """The part of a run on one line; white space at its end has the paragraph's level (UAX #9 L1)."""
    first, last, start = max(run.start, cut.start), min(run.end, cut.end), cut.start
    if changed is not None and (changed.start < first or (cut.hyphen and last == cut.end)):
        return [changed]
    run = changed or run
    if not levels:
        return [run if (first, last) == (run.start, run.end) else slice_run(run, first, last)]
    cuts = [i for i in range(first + 1, last) if levels[i - start] != levels[i - 1 - start]]
    if not cuts and (first, last) == (run.start, run.end) and levels[first - start] == run.level:
        return [run]
    bounds = [first, *cuts, last]
    return [slice_run(run, a, b, level=levels[a - start]) for a, b in pairwise(bounds)]


def _reshaped(paragraph: Paragraph, run: Run, cut: Cut) -> Run | None:
    """The line's part of a run, shaped again, if what stands beyond the line has touched its shapes.

    Not where a word is broken that is longer than the line: there its letters stay joined.
    """
    first, last = max(run.start, cut.start), min(run.end, cut.end)
    face = paragraph.library.by_id(run.face)
    hyphen = hyphen_of(face, run.script) if cut.hyphen and last == cut.end else ""
    halved = _halved(run, cut, face=face)
    begins = first > run.start and not cut.inside and _touched(paragraph.text, run, first)
    ends = last < run.end and not cut.broken and is_unsafe(run, last)
    again = cut.again and first == cut.start
    gap = last == cut.visible and last in paragraph.gaps and not cut.broken
    if not (hyphen or halved or begins or ends or again or gap):
        return None
    owner, low = paragraph.owners[first], max(0, first - CONTEXT)
    item = Item(
        start=first - again - low, end=last - low, level=run.level, script=run.script, span=owner, face=face
    )
    made = shape(
        paragraph.text[low : cut.end],
        item,
        span=paragraph.spans[owner],
        face=face,
        halved=[index - low for index in halved],
        hyphen=hyphen,
    )
    if again:  # it belongs to the line before, and is read there
        return replace(made, start=first - 1, text=SOFT_HYPHEN + made.text[1:])
    return replace(made, start=first)


def _touched(text: str, run: Run, index: int) -> bool:
    """Whether the letters before `index` have touched the shape of the one there."""
    return (text[index - 1].isalpha() and text[index].isalpha()) or is_unsafe(run, index)


def _halved(run: Run, cut: Cut, *, face: Face) -> tuple[int, ...]:
    """The full-width mark that the line ends with, if it takes half its room there.

    It does so too where the mark that follows it in the paragraph, and is on the next line, has halved it.
    """
    index = cut.visible - 1
    if not max(run.start, cut.start) <= index < run.end or run.text[index - run.start] not in MARKS:
        return ()
    halves = is_paired(run, index) or (not cut.broken and hanging(face, run, index))
    return (index,) if halves else ()
