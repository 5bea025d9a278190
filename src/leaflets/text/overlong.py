"""A paragraph with words that are longer than its lines: more opportunities, between their clusters.

Words that should stay together, such as a number and what it counts, are parted before one is broken.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from icu4py.breakers import CharacterBreaker

from leaflets.text.breaks import EMERGENCY, Opportunities
from leaflets.text.fit import Measured, measured
from leaflets.text.paragraph import Paragraph, again

Row = tuple[int, int, float, bool, bool, bool, bool, float]
"""End, visible end, penalty, forced, hyphen, broken, repeated, extra ems: one opportunity."""


def broken(paragraph: Paragraph, width: float) -> tuple[Opportunities, Measured]:
    """For lines of `width` ems: opportunities, and the same in ems.

    A stretch that must stay whole, such as a telephone number, gets none: it stays too wide.
    """
    added = [_row(paragraph, end) for end in _cuts(paragraph, width)]
    ends, visible, penalties, forced, hyphens, new, repeats, extra = zip(
        *sorted([*_rows(paragraph), *added]), strict=True
    )
    breaks = replace(
        paragraph.breaks,
        ends=ends,
        visible=visible,
        penalties=penalties,
        forced=forced,
        hyphens=hyphens,
        broken=new,
        repeats=repeats,
    )
    return breaks, measured(breaks, paragraph.offsets, extra, again(paragraph, breaks))


def _row(paragraph: Paragraph, end: int) -> Row:
    """After a blank, which hangs, no word is broken."""
    blank = paragraph.text[end - 1] == " "
    return end, end - blank, EMERGENCY, False, False, not blank, False, 0.0


def _rows(paragraph: Paragraph) -> Iterator[Row]:
    breaks, offsets = paragraph.breaks, paragraph.offsets
    extra = (
        end - offsets[visible] for end, visible in zip(paragraph.lines.ends, breaks.visible, strict=True)
    )
    return zip(
        breaks.ends,
        breaks.visible,
        breaks.penalties,
        breaks.forced,
        breaks.hyphens,
        breaks.broken,
        breaks.repeats,
        extra,
        strict=True,
    )


def _cuts(paragraph: Paragraph, width: float) -> Iterator[int]:
    """As few as there can be: each line takes as many clusters as it can."""
    breaks, lines, offsets = paragraph.breaks, paragraph.lines, paragraph.offsets
    places = _places(paragraph)
    blanks = [place for place in places if _is_between_words(paragraph.text, place)]
    for index, end in enumerate(lines.ends):
        start, before = breaks.ends[index - 1] if index else breaks.begin, lines.befores[index]
        while end - before > width:
            reached = bisect_right(offsets, before + width, start + 1) - 1
            reached = min(reached, breaks.visible[index] - 1)
            found = _last(blanks, start, reached + 1)
            if found is None or found > reached + 1:
                found = _last(places, start, reached)
            if found is not None and paragraph.text[found : found + 1] == " ":
                found += 1
            if found is None or found >= breaks.visible[index]:
                break
            yield found
            start, before = found, offsets[found]


def _is_between_words(text: str, place: int) -> bool:
    """Whether the blank before `place` stands between letters or digits, not beside a mark."""
    return text[place - 1] == " " and text[place - 2].isalnum() and text[place].isalnum()


def _last(places: Sequence[int], start: int, reached: int) -> int | None:
    """The last place that is not beyond `reached`; else the first one after `start`."""
    index = bisect_right(places, reached)
    if index and places[index - 1] > start:
        return places[index - 1]
    return places[index] if index < len(places) else None


def _places(paragraph: Paragraph) -> list[int]:
    """Indices of all clusters that do not stand inside of what must stay whole, nor inside of a conjunct,
    whose letters may be glyphs of their own (UAX #29, GB9c)."""
    inside = {index for start, end in paragraph.kept for index in range(start + 1, end)}
    found = {run.start + cluster for run in paragraph.runs for cluster in run.clusters}
    whole = CharacterBreaker(paragraph.text, paragraph.language.tag)
    return sorted((found - inside).intersection(accumulate(map(len, whole), initial=0)))
