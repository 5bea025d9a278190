"""Pages to pages on which each message bears its number and room: proofs to talk about, never to hand out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from leaflets.catalog.message import Key
from leaflets.color import Color
from leaflets.fonts.load import FontLibrary
from leaflets.frozen import dataclass
from leaflets.geometry import Rect
from leaflets.language import Language
from leaflets.pages.page import Fill, Glyphs, Item, Page, Pages
from leaflets.pages.place import rectangle
from leaflets.text.line import Line, Span
from leaflets.text.paragraph import prepare
from leaflets.text.setting import visual_line

SIZE = 6.0
"""Points: small enough to stand between lines."""
GAP = 0.6
FAMILY = "noto-sans"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What numbers are written with."""

    library: FontLibrary
    language: Language
    """Of the figures: they are the same in every proof."""
    ink: Color
    paper: Color


def numbered(pages: Pages, labels: Mapping[Key, str], *, pen: Pen) -> Pages:
    """A label stands before the first letter of each message, once a page; it is not read aloud."""

    def marked(page: Page) -> Page:
        return replace(page, items=(*page.items, *_marks(page, pages, labels, pen)))

    return replace(pages, pages=tuple(map(marked, pages.pages)))


def _marks(page: Page, pages: Pages, labels: Mapping[Key, str], pen: Pen) -> Iterator[Item]:
    glyphs = [item for item in page.items if isinstance(item, Glyphs) and item.source >= 0]
    for source in dict.fromkeys(item.source for item in glyphs):
        origin = pages.sources[source].origin
        label = labels.get((origin.context, origin.msgid or ""))
        if label is not None:
            yield from _mark(_first([item for item in glyphs if item.source == source]), label, pen)


def _first(items: Sequence[Glyphs]) -> Glyphs:
    """Of the topmost line, what is read first; runs stand in visual order."""
    top = max(item.y for item in items)
    return min((item for item in items if item.y > top - 0.1), key=lambda item: item.run.start)


def _mark(first: Glyphs, label: str, pen: Pen) -> Iterator[Item]:
    line = _line(label, pen)
    width = line.width * SIZE
    right = first.x + first.run.width * first.size
    x = right + GAP if first.run.is_rtl else first.x - width - GAP
    y = first.y + first.size * first.run.size * 0.45
    yield Fill(path=rectangle(Rect(x - GAP / 2, y - GAP, width + GAP, SIZE * 0.9)), color=pen.paper)
    for run in line.runs:
        yield Glyphs(x=x, y=y, size=SIZE, run=run, tag=None)
        x += run.width * SIZE


def _line(text: str, pen: Pen) -> Line:
    span = Span(
        text=text,
        families=(FAMILY,),
        weight=700,
        slant="normal",
        size=1.0,
        language=pen.language.tag,
        color=pen.ink,
    )
    paragraph = prepare([span], base=0, language=pen.language, library=pen.library)
    return visual_line(paragraph)
