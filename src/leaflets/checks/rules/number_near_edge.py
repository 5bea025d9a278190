"""Pages -> findings: a telephone number or address at an edge or a fold."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import Example, check
from leaflets.checks.subject import Typeset
from leaflets.geometry import MM, Rect
from leaflets.pages.page import INTERNAL, Glyphs, Pages

KEEP_CLEAR = 3 * MM
"""What no number or address may come nearer to than an edge or a fold (house rule; newspapers ask for it)."""


@check(
    since="0.1",
    help="give the box or the flow around it a larger padding",
    good=(
        Example(source="Call us.", text="Pozovite nas.", layout='<phone ref="astra"/><phone ref="police"/>'),
    ),
)
def number_near_edge(typeset: Typeset) -> Iterator[Finding]:
    """A telephone number or address stands within 3 mm of an edge or a fold.

    A digit that is cut off, or lost in a fold, can cost a reader her call."""
    pages = typeset.pages
    for page in pages.pages:
        safe = Rect(0, 0, page.width, page.height).grown(-KEEP_CLEAR)
        for item in page.items:
            if isinstance(item, Glyphs) and _is_linked(item.tag, pages) and not safe.contains(_room(item)):
                origin = pages.sources[item.source].origin if item.source >= 0 else None
                yield Finding(
                    f'"{item.run.text}" on panel "{page.name}" stands within 3 mm of an edge or a fold',
                    place=origin.place if origin else None,
                )


def _is_linked(tag: int | None, pages: Pages) -> bool:
    """Whether a tag is a link that leads out of the leaflet, or within one."""
    while tag is not None:
        if pages.tags[tag].href and not pages.tags[tag].href.startswith(INTERNAL):
            return True
        tag = pages.tags[tag].parent
    return False


def _room(item: Glyphs) -> Rect:
    """About the room of the letters of a run."""
    width = item.run.width * item.size + item.run.text.count(" ") * item.spacing
    return Rect(item.x, item.y - 0.2 * item.size, width, item.size)
