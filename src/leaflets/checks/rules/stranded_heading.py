"""Pages -> findings: a heading at the foot of a panel."""

from collections.abc import Iterator
from itertools import pairwise

from leaflets.checks.finding import Finding
from leaflets.checks.rule import WARNING, check, example
from leaflets.checks.subject import Typeset
from leaflets.pages.page import Glyphs, Page, Tag

HEADINGS = frozenset({"H2", "H3"})


@check(
    since="0.1",
    severity=WARNING,
    help="shorten a text before it, or let the style keep headings with what follows",
    good=(example("Pozovite nas.", "Call us."),),
)
def stranded_heading(typeset: Typeset) -> Iterator[Finding]:
    """A heading stands at the foot of a panel, and its text on the next one.

    The reader turns the fold and does not know what the text belongs to."""
    pages, tags = typeset.pages.pages, typeset.pages.tags
    for page, following in pairwise(pages):
        texts = [item for item in page.items if isinstance(item, Glyphs) and item.tag is not None]
        flow = [item for item in texts if item.tag is not None and _goes_on(item.tag, following, tags)]
        if not flow or texts[-1] is not flow[-1]:
            continue
        last = flow[-1]
        heading = _heading(last.tag, tags)
        if heading:
            origin = typeset.pages.sources[last.source].origin if last.source >= 0 else None
            yield Finding(
                f'the heading "{last.run.text:.60}" stands at the foot of panel "{page.name}"',
                place=origin.repair if origin else None,
            )


def _heading(tag: int | None, tags: tuple[Tag, ...]) -> bool:
    while tag is not None:
        if tags[tag].role in HEADINGS:
            return True
        tag = tags[tag].parent
    return False


def _goes_on(tag: int, following: Page, tags: tuple[Tag, ...]) -> bool:
    """Whether the section of a text has more on the next panel."""
    section = _section(tag, tags)
    first = next(
        (item for item in following.items if isinstance(item, Glyphs) and item.tag is not None), None
    )
    return first is not None and section is not None and _section(first.tag, tags) == section


def _section(tag: int | None, tags: tuple[Tag, ...]) -> int | None:
    while tag is not None and tags[tag].role != "Sect":
        tag = tags[tag].parent
    return tag
