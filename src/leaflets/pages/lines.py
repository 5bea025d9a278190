"""A broken line to placed runs: the pen from the left, tags in logical order, areas of links."""

from collections.abc import Iterator

from leaflets.frozen import dataclass
from leaflets.geometry import Rect
from leaflets.pages.boxes import Piece, TextBox
from leaflets.pages.page import Glyphs, Item, Link
from leaflets.pages.speech import spoken_number
from leaflets.pages.tags import Tags
from leaflets.text.line import Line, Run
from leaflets.text.setting import message_text

LINK_DEPTH = 0.3
"""Em that a clickable area reaches below the baseline."""

Links = dict[int, int | None]
"""Number of a link in its paragraph -> its tag: a link may run over several lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Runs of a line that belong to one tag: logical characters start:end."""

    start: int
    end: int
    piece: Piece
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Where a line begins at the left; all in points."""

    x: float
    y: float
    size: float
    """Em of the paragraph."""
    spacing: float = 0.0
    """Added to each blank of a justified line."""
    fixed: frozenset[int] = frozenset()
    """Where runs begin whose blanks get none of it."""


def place_line(
    box: TextBox, line: Line, pen: Pen, *, tag: int | None, links: Links, tags: Tags
) -> list[Item]:
    """Runs from the left; tags in logical order, with ActualText where the two differ."""
    if len(line.runs) == 1:
        return _place_alone(box, line, pen, tag=tag, links=links, tags=tags)
    reordered = any(r.level % 2 for r in line.runs) or "".join([r.text for r in line.runs]) != line.text
    segments = tuple(_segments(box, line))
    owned = [_segment_tag(box, s, tag, links, actual=reordered, tags=tags) for s in segments]
    owners = {run.start: index for index, segment in enumerate(segments) for run in segment.runs}
    extents: dict[int, tuple[float, float]] = {}
    items: list[Item] = []
    x = pen.x
    for run in line.runs:
        index = owners[run.start]
        items.append(_glyphs(box, run, pen, x=x, tag=owned[index]))
        left = extents[index][0] if index in extents else x
        x += _advance(run, pen)
        extents[index] = left, x
    for index, segment in enumerate(segments):
        above = links.get(segment.piece.link)
        if tag is not None and above is not None and segment.piece.link >= 0 and index in extents:
            items.append(_link_area(box, segment, extents[index], pen, tag=above))
    return items


def _place_alone(
    box: TextBox, line: Line, pen: Pen, *, tag: int | None, links: Links, tags: Tags
) -> list[Item]:
    """The same for a line of one run, as nearly all are."""
    (run,) = line.runs
    piece = box.pieces[run.key]
    reordered = run.level % 2 == 1 or run.text != line.text
    if piece.link < 0 and not reordered and piece.language == box.language:
        return [_glyphs(box, run, pen, x=pen.x, tag=tag)]
    segment = Segment(start=line.start, end=line.end, piece=piece, runs=line.runs)
    own = _segment_tag(box, segment, tag, links, actual=reordered, tags=tags)
    glyphs = _glyphs(box, run, pen, x=pen.x, tag=own)
    above = links.get(piece.link) if piece.link >= 0 else None
    if tag is None or above is None:
        return [glyphs]
    return [glyphs, _link_area(box, segment, (pen.x, pen.x + _advance(run, pen)), pen, tag=above)]


def _glyphs(box: TextBox, run: Run, pen: Pen, *, x: float, tag: int | None) -> Glyphs:
    source = box.pieces[run.key].source
    spacing = _spacing(run, pen)
    return Glyphs(x=x, y=pen.y, size=pen.size, run=run, spacing=spacing, tag=tag, source=source)


def _advance(run: Run, pen: Pen) -> float:
    """Points from its left to its right."""
    return run.width * pen.size + (_spacing(run, pen) * run.text.count(" ") if pen.spacing else 0.0)


def _spacing(run: Run, pen: Pen) -> float:
    return 0.0 if run.start in pen.fixed else pen.spacing


def _segment_tag(
    box: TextBox, segment: Segment, tag: int | None, links: Links, *, actual: bool, tags: Tags
) -> int | None:
    if tag is None:
        return None
    piece, parent = segment.piece, tag
    if piece.link >= 0:
        if piece.link not in links:
            links[piece.link] = _link_tag(box, segment, tag, tags=tags)
        parent = links[piece.link] or tag
    if not actual and (piece.link >= 0 or piece.language == box.language):
        return parent
    text = message_text(box.paragraph, segment.start, segment.end) if actual else None
    return tags.open("Span", parent, piece.language, actual=text)


def _link_tag(box: TextBox, segment: Segment, parent: int, *, tags: Tags) -> int | None:
    """A telephone number is heard digit by digit."""
    piece = segment.piece
    shown = message_text(box.paragraph, segment.start, segment.end)
    alt = spoken_number(shown) if piece.href.startswith("tel:") else ""
    return tags.open("Link", parent, piece.language, href=piece.href, alt=alt or None)


def _link_area(box: TextBox, segment: Segment, extent: tuple[float, float], pen: Pen, *, tag: int) -> Link:
    left, right = extent
    low = pen.y - LINK_DEPTH * pen.size
    return Link(
        rect=Rect(left, low, right - left, pen.size * (1 + LINK_DEPTH)),
        href=segment.piece.href,
        contents=message_text(box.paragraph, segment.start, segment.end).strip(),
        language=segment.piece.language,
        tag=tag,
    )


def _segments(box: TextBox, line: Line) -> Iterator[Segment]:
    """Neighbouring runs, in logical order, of one link and one language."""
    runs = sorted(line.runs, key=lambda run: run.start)
    groups: list[list[Run]] = []
    for run in runs:
        piece = box.pieces[run.key]
        last = box.pieces[groups[-1][0].key] if groups else None
        if last is not None and (last.link, last.language) == (piece.link, piece.language):
            groups[-1].append(run)
        else:
            groups.append([run])
    starts = [line.start, *(group[0].start for group in groups[1:]), line.end]
    for index, group in enumerate(groups):
        yield Segment(
            start=starts[index],
            end=starts[index + 1],
            piece=box.pieces[group[0].key],
            runs=tuple(group),
        )
