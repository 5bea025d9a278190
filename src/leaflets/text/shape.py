"""Items to runs: HarfBuzz shapes whole runs, at font units, in the context of their paragraph."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import neg

import uharfbuzz as hb

from leaflets.fonts.load import Face
from leaflets.text.itemize import Item
from leaflets.text.line import Run, Span

UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)

SPACED = frozenset({"Latn", "Cyrl", "Grek", "Arab", "Hebr", "Armn", "Geor"})
"""Scripts in which no line ends between two letters."""


def shape(text: str, item: Item, *, span: Span, face: Face) -> Run:
    """Shape one item; the text around it decides joining at its ends, as Arabic needs."""
    infos, positions = _glyphs(text, item.start, item.end, item=item, span=span, face=face)
    return Run(
        face=face.id,
        script=item.script,
        language=span.language,
        level=item.level,
        size=span.size * face.size,
        units=face.upem,
        color=span.color,
        key=span.key,
        start=item.start,
        text=text[item.start : item.end],
        glyphs=tuple(info.codepoint for info in infos),
        clusters=tuple(info.cluster - item.start for info in infos),
        advances=tuple(position.x_advance for position in positions),
        xs=tuple(position.x_offset for position in positions),
        ys=tuple(position.y_offset for position in positions),
        unsafe=_unsafe(text, infos, spaced=item.script in SPACED),
    )


def slice_run(run: Run, start: int, end: int, *, level: int | None = None) -> Run:
    """The part of a run for characters start:end of the paragraph, which must be cluster boundaries."""
    first, last = start - run.start, end - run.start
    low, high = _glyph_range(run.clusters, first, last)
    return replace(
        run,
        level=run.level if level is None else level,
        start=start,
        text=run.text[first:last],
        glyphs=run.glyphs[low:high],
        clusters=tuple(cluster - first for cluster in run.clusters[low:high]),
        advances=run.advances[low:high],
        xs=run.xs[low:high],
        ys=run.ys[low:high],
        unsafe=run.unsafe[low:high],
    )


def is_unsafe(run: Run, index: int) -> bool:
    """Whether breaking before character `index` of the paragraph would change the shapes around it."""
    low, high = _glyph_range(run.clusters, index - run.start, index - run.start + 1)
    return any(run.unsafe[low:high])


def _glyph_range(clusters: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """Indices low:high of the glyphs of clusters first:last.

    Clusters rise in a run from the left and fall in one from the right, so that a line of a very long
    paragraph is found by halving.
    """
    if clusters and clusters[0] > clusters[-1]:
        low = bisect_left(clusters, 1 - last, key=neg)
        return low, bisect_left(clusters, 1 - first, lo=low, key=neg)
    low = bisect_left(clusters, first)
    return low, bisect_left(clusters, last, lo=low)


def _unsafe(text: str, infos: list[hb.GlyphInfo], *, spaced: bool) -> tuple[bool, ...]:
    """Flags are asked for only where a line may end, as each answer makes an object."""
    return tuple(
        not (spaced and info.cluster and text[info.cluster - 1].isalpha()) and bool(int(info.flags) & UNSAFE)
        for info in infos
    )


def _glyphs(
    text: str, start: int, end: int, *, item: Item, span: Span, face: Face
) -> tuple[list[hb.GlyphInfo], list[hb.GlyphPosition]]:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text, start, end - start)
    buffer.direction = "rtl" if item.level % 2 else "ltr"
    buffer.script = item.script
    buffer.language = span.language
    hb.shape(face.hb_font, buffer)
    return buffer.glyph_infos, buffer.glyph_positions
