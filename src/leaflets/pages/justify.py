"""A line and the room beside it -> how its blanks share the room; those of numbers and addresses do not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from leaflets.frozen import dataclass
from leaflets.text.line import Line, Run
from leaflets.text.paragraph import Paragraph
from leaflets.text.shape import slice_run

Stretches = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How a line is justified."""

    line: Line | None = None
    """With what keeps its blanks in runs of its own; None: the line as it is."""
    spacing: float = 0.0
    """Points added to each blank."""
    fixed: frozenset[int] = frozenset()
    """Where runs begin whose blanks get none: a telephone number that falls apart reads as several."""


AS_IT_IS = Spread()

RAGGED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts without blanks between words: the few that part sentences would become holes."""


UNWORDED = frozenset({"Hans", "Hant", "Jpan"})
"""Scripts whose lines end between any two letters: to make them even would part words for no need."""


def is_balanced(paragraph: Paragraph, *, wrap: str) -> bool:
    return wrap == "balance" and paragraph.language.script not in UNWORDED


def is_justified(paragraph: Paragraph, *, align: str) -> bool:
    return align == "justify" and paragraph.language.script not in RAGGED


def spread_out(line: Line, paragraph: Paragraph, *, room: float) -> Spread:
    """`room` is in points. The last line of a paragraph, and one without blanks, stays as it is."""
    if line.closed or not line.spaces or room <= 0:
        return AS_IT_IS
    kept = [
        (max(a, line.start), min(b, line.end)) for a, b in paragraph.kept if a < line.end and line.start < b
    ]
    spaces = line.spaces - sum(paragraph.text.count(" ", start, end) for start, end in kept)
    if not kept or not spaces:
        return Spread(spacing=room / spaces) if spaces else AS_IT_IS
    runs = tuple(part for run in line.runs for part in _parts(run, kept))
    fixed = frozenset(run.start for run in runs if _is_inside(run, kept))
    return Spread(line=replace(line, runs=runs), spacing=room / spaces, fixed=fixed)


def _parts(run: Run, kept: Stretches) -> Iterator[Run]:
    """Cut at the ends of what is kept; in right-to-left text that has a level, and so a run, of its own."""
    cuts = {place for stretch in kept for place in stretch if run.start < place < run.end}
    if not cuts or run.is_rtl:
        yield run
        return
    for start, end in pairwise([run.start, *sorted(cuts), run.end]):
        yield slice_run(run, start, end)


def _is_inside(run: Run, kept: Stretches) -> bool:
    return any(start <= run.start and run.end <= end for start, end in kept)
