"""Pages -> findings: a telephone number or address at an edge or a fold."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Typeset
from leaflets.diagnostics import Place
from leaflets.geometry import MM, Rect
from leaflets.pages.page import INTERNAL, Glyphs, Page, Pages, Stroke

TOLERANCE = 0.01

KEEP_CLEAR = 3 * MM
"""What no number or address may come nearer to than an edge or a fold (house rule; newspapers ask for it)."""


@check(
    since="0.1",
    help="give the box or the flow around it a larger padding",
    good=(
        Example(
            source="Call us.", text="Pozovite nas.", layout='<p><phone ref="astra"/><phone ref="police"/></p>'
        ),
    ),
)
def number_near_edge(typeset: Typeset) -> Iterator[Finding]:
    """A telephone number or address stands within 3 mm of an edge, a fold or the line between two strips.

    A digit that is cut off, or lost in a fold, can cost a reader her call."""
    pages = typeset.pages
    for page in pages.pages:
        safe = Rect(0, 0, page.width, page.height).grown(-KEEP_CLEAR)
        for item in page.items:
            if not isinstance(item, Glyphs):
                continue
            if item.upwards:
                yield from _on_strip(item, page, safe)
                continue
            href = "" if safe.contains(_room(item)) else _link(item.tag, pages)
            if href:
                place, notes = _place(item, href, typeset)
                yield Finding(
                    f'"{item.run.text}" on panel "{page.name}" stands within 3 mm of an edge or a fold',
                    place=place,
                    notes=notes,
                )


def _on_strip(item: Glyphs, page: Page, safe: Rect) -> Iterator[Finding]:
    """Digits of a strip to tear off, which nobody can tap and everybody cuts by hand."""
    cuts = [one.path[0][1][0] for one in page.items if isinstance(one, Stroke) and one.dash]
    room = _room(item)
    wide = room.grown(KEEP_CLEAR - TOLERANCE)
    is_cut = any(wide.x < x < wide.right for x in cuts)
    if any(map(str.isdigit, item.run.text)) and (is_cut or not safe.contains(room)):
        yield Finding(
            f'"{item.run.text}" on panel "{page.name}" stands within 3 mm of the edge of its strip',
            notes=("strips are cut by hand",),
        )


def _link(tag: int | None, pages: Pages) -> str:
    """Where a tag leads out of the leaflet, or the link that it stands in; empty if nowhere."""
    while tag is not None:
        href = pages.tags[tag].href
        if href and not href.startswith(INTERNAL):
            return href
        tag = pages.tags[tag].parent
    return ""


def _place(item: Glyphs, href: str, typeset: Typeset) -> tuple[Place | None, tuple[str, ...]]:
    """The layout's line of a message; of a number that is filled in, the contact that it is of."""
    if item.source >= 0:
        return typeset.pages.sources[item.source].origin.place, ()
    contact, place = typeset.contacts.get(href, ("", None))
    return place, (f'it is filled in from the contact "{contact}"',) if contact else ()


def _room(item: Glyphs) -> Rect:
    """About the room of the letters of a run."""
    width = item.run.width * item.size + item.run.text.count(" ") * item.spacing
    if item.upwards:
        return Rect(item.x - 0.8 * item.size, item.y, item.size, width)
    return Rect(item.x, item.y - 0.2 * item.size, width, item.size)
