"""Items to runs: HarfBuzz shapes whole runs, at font units, in the context of their paragraph."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from operator import neg

import uharfbuzz as hb

from leaflets.fonts.load import Face
from leaflets.text.blanks import spaced
from leaflets.text.itemize import Item
from leaflets.text.line import IN_ORDER, SOFT_HYPHEN, Run, Span
from leaflets.text.squeeze import HALF, WIDE, pairs, saved

Flags = tuple[bool, ...]

NONE: tuple[tuple[int, ...], ...] = ((), (), (), ())

FLAGS = (
    hb.BufferSerializeFlags.NO_GLYPH_NAMES
    | hb.BufferSerializeFlags.NO_CLUSTERS
    | hb.BufferSerializeFlags.NO_POSITIONS
    | hb.BufferSerializeFlags.GLYPH_FLAGS
)
"""`[51|82#1|80]`: a glyph whose flag is set has a # (hb-buffer-serialize.cc); of the flags, only
UNSAFE_TO_BREAK is there unless a buffer asks for more."""

BESIDE_FLAGS = b"[0123456789]"


def shape(
    text: str, item: Item, *, span: Span, face: Face, halved: Collection[int] = (), hyphen: str = ""
) -> Run:
    """Shape one item; the text around it decides joining at its ends, as Arabic needs.

    `halved` are the full-width marks that take half their room; `hyphen` is drawn after the last
    character, or in place of a soft hyphen that is the last, and stands for a soft hyphen.
    """
    start, end = item.start, item.end
    content = text[start:end]
    if hyphen:
        content = content.removesuffix(SOFT_HYPHEN)
        end = start + len(content)
        text, content, end = text[:end] + hyphen, content + SOFT_HYPHEN, end + 1
    buffer = _shaped(text, start, end, item=item, span=span, face=face, halved=halved)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    xs, ys, advances, _vertical = zip(*[p.position for p in positions], strict=True) if positions else NONE
    clusters = tuple([info.cluster - start for info in infos])
    return Run(
        face=face.id,
        script=item.script,
        language=span.language,
        level=item.level,
        size=span.size * face.size,
        units=face.upem,
        color=span.color,
        key=span.key,
        start=start,
        text=content,
        glyphs=tuple([info.codepoint for info in infos]),
        clusters=clusters,
        advances=spaced(text, item, face=face, language=span.language, clusters=clusters, advances=advances),
        xs=xs,
        ys=ys,
        unsafe=_unsafe(buffer, face),
    )


def slice_run(run: Run, start: int, end: int, *, level: int | None = None) -> Run:
    """The part of a run for characters start:end of the paragraph, which must be cluster boundaries."""
    first, last = start - run.start, end - run.start
    low, high = glyph_range(run.clusters, first, last)
    clusters = run.clusters[low:high]
    if first:
        is_plain = clusters == IN_ORDER[first:last]  # then they are found in one step
        clusters = IN_ORDER[: last - first] if is_plain else tuple([c - first for c in clusters])
    return Run(
        face=run.face,
        script=run.script,
        language=run.language,
        level=run.level if level is None else level,
        size=run.size,
        units=run.units,
        color=run.color,
        key=run.key,
        start=start,
        text=run.text[first:last],
        glyphs=run.glyphs[low:high],
        clusters=clusters,
        advances=run.advances[low:high],
        xs=run.xs[low:high],
        ys=run.ys[low:high],
        unsafe=run.unsafe[low:high],
    )


def is_unsafe(run: Run, index: int) -> bool:
    """Whether breaking before character `index` of the paragraph would change the shapes around it."""
    if not run.unsafe:
        return False
    low, high = glyph_range(run.clusters, index - run.start, index - run.start + 1)
    return any(run.unsafe[low:high])


def glyph_range(clusters: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """Indices low:high of the glyphs of clusters first:last.

    Clusters rise in a run from the left and fall in one from the right, so that a line of a very long
    paragraph is found by halving.
    """
    if clusters and clusters[0] > clusters[-1]:
        low = bisect_left(clusters, 1 - last, key=neg)
        return low, bisect_left(clusters, 1 - first, lo=low, key=neg)
    low = bisect_left(clusters, first)
    return low, bisect_left(clusters, last, lo=low)


def _unsafe(buffer: hb.Buffer, face: Face) -> Flags:
    """All flags in one string, as asking a glyph for its own makes an object; () if none is set."""
    told = buffer.serialize(face.hb_font, hb.BufferSerializeFormat.TEXT, FLAGS)
    if "#" not in told:
        return ()
    return tuple(map(bool, told.encode().translate(None, BESIDE_FLAGS).split(b"|")))


def _shaped(
    text: str, start: int, end: int, *, item: Item, span: Span, face: Face, halved: Collection[int]
) -> hb.Buffer:
    """Its clusters are graphemes in the order of the text, as they are unless others are asked for."""
    buffer = hb.Buffer()
    buffer.add_str(text, start, end - start)
    buffer.direction = "rtl" if item.level % 2 else "ltr"
    buffer.script = item.script
    buffer.language = f"{span.language}-x-hbot{span.opentype}" if span.opentype else span.language
    features: dict[str, int | list[tuple[int, int, int]]] = dict(span.features)
    if item.script in WIDE:
        features.setdefault("kern", 0)  # full-width squares stand side by side (JLREQ 2.1.2)
    marks = [index for index in pairs(text, start, end) if saved(face, text[index])]
    if marks or halved:
        features[HALF] = [(index, index + 1, 1) for index in sorted({*marks, *halved})]
    hb.shape(face.hb_font, buffer, features)
    return buffer
