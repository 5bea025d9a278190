"""A document to the room of each of its messages: about so many letters of its language stand in its place.

At the smallest type of the layout. What is still free in a flow, or in a box of a fixed height, is shared
out line by line among its paragraphs in the measure of their lines, and the layout is measured again with
each share: so all texts of a panel may take their room at once. Lines hold what the letters of the language
need on average; where there are several, each loses half of what may not be divided at its end. It is an
estimate: words have other lengths. A flow that goes on in new pages has room for everything.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from leaflets.color import Color
from leaflets.document.tree import Document
from leaflets.fonts.load import FontLibrary
from leaflets.frozen import dataclass
from leaflets.language import Language
from leaflets.pages.boxes import TextBox
from leaflets.pages.panels import make_model
from leaflets.pages.shares import shared
from leaflets.pages.vessels import Placed, vessels
from leaflets.pages.workshop import PictureReader, Workshop
from leaflets.text.line import Span
from leaflets.text.paragraph import Paragraph, prepare

CARE = 0.92
"""What is promised of a line: a line too many is worse than one that is not full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """What text of a language needs on average, in ems."""

    advance: float
    """Of a character, spaces among them."""
    waste: float
    """At the end of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Text of a language, by which its letters are measured in the styles of paragraphs."""

    text: str
    language: Language
    library: FontLibrary


def rooms(
    document: Document,
    *,
    library: FontLibrary,
    palette: Mapping[str, Color],
    picture: PictureReader,
    sample: Sample,
) -> dict[int, int]:
    """Index of a message in `Document.messages` -> letters; a message whose room has no end is not there."""
    workshop = Workshop(library=library, palette=palette, picture=picture, numbers=document.numbers)
    model = make_model(document, workshop=workshop)
    scale = document.sheet.fit[0]
    found: dict[int, int] = {}
    for vessel in vessels(model, scale):
        extra = shared([(id(one.box), one.lines) for one in vessel.paragraphs], holds=vessel.holds)
        for one in vessel.paragraphs:
            more = extra.get(id(one.box), 0)
            for source, letters in _letters(one, more, scale=scale, sample=sample):
                found[source] = min(letters, found.get(source, letters))
    return found


def _letters(one: Placed, more: int, *, scale: float, sample: Sample) -> Iterator[tuple[int, int]]:
    """Each message of a paragraph, and the letters that it may have beside the others.

    What stands there and fits has room, whatever the estimate says.
    """
    box, count = one.box, max(1, one.lines + more)
    needs = _measured(box, sample)
    line = one.width / box.style.size.at(scale)
    whole = CARE * (
        line if count == 1 else count * (line - needs.waste) - len(box.paragraph.forced) * line / 2
    )
    stands = _by_source(box)
    total = sum(width for width, _letters in stands.values())
    for source, (width, letters) in stands.items():
        fits = letters if more >= 0 and _is_in(sample.language, box, source) else 1
        if source >= 0:
            yield source, max(fits, int((whole - total + width) / needs.advance))


def _by_source(box: TextBox) -> dict[int, tuple[float, int]]:
    """Ems and letters of each message of a paragraph; -1: of what comes from none."""
    paragraph, found = box.paragraph, dict[int, tuple[float, int]]()
    for index, (left, right) in enumerate(pairwise(paragraph.offsets)):
        source = box.pieces[paragraph.spans[paragraph.owners[index]].key].source
        width, letters = found.get(source, (0.0, 0))
        found[source] = width + right - left, letters + (index not in paragraph.added)
    return found


def _is_in(language: Language, box: TextBox, source: int) -> bool:
    """Whether the message stands there in this language, not in the one that stands in."""
    return all(piece.language == language.tag for piece in box.pieces if piece.source == source)


def _measured(box: TextBox, sample: Sample) -> Letters:
    """The sample in the style of the paragraph's first words."""
    first, language = box.paragraph.spans[0], sample.language
    span = Span(
        text=sample.text,
        families=box.style.families or language.families,
        weight=first.weight,
        slant=first.slant,
        size=1.0,
        language=language.tag,
        color=first.color,
        hyphens=first.hyphens,
        dictionary=language.hyphenation if first.hyphens == "auto" else "",
        least=language.hyphenate_min,
        divided=language.divided if first.hyphens == "auto" else (),
        features=first.features,
        opentype=language.opentype,
    )
    return _average(prepare([span], base=int(language.is_rtl), language=language, library=sample.library))


def _average(paragraph: Paragraph) -> Letters:
    """Half of what stands between two breaks is lost where a line ends, weighted by its width."""
    pieces = [right - left for left, right in pairwise(paragraph.lines.befores)]
    total = sum(pieces) or 1.0
    waste = sum(piece * piece for piece in pieces) / total / 2
    return Letters(advance=total / max(1, len(paragraph.text)), waste=waste)
