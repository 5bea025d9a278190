"""Pages -> findings: text that does not fit."""

from collections.abc import Iterator

from leaflets.checks.finding import Finding
from leaflets.checks.rule import check, example
from leaflets.checks.subject import Typeset
from leaflets.document.donors import BRAND_BOX
from leaflets.document.tree import Document, Element
from leaflets.geometry import MM
from leaflets.pages.page import Overset

LOGO = "a logo takes room there: make it less high, or leave it out of this format, in [brand.logos]"


@check(
    since="0.1",
    help="shorten one of these texts, or give the layout a smaller type range or less space",
    good=(example("Pozovite nas.", "Call us."),),
    bad=(example("Pozovite nas danju i noću. " * 300, "Call us."),),
    aliases=("overflow",),
)
def overset(typeset: Typeset) -> Iterator[Finding]:
    """A text does not fit its panel, or the height that a style gives its box, at the smallest type.

    It would be cut off at a fold, or printed over other text: nothing is printed until it fits. Measured with
    the real font in the real panel."""
    signed = set(_signed(typeset.document))
    for found in typeset.pages.overset:
        yield _finding(found, has_logo=found.panel in signed)


def _signed(document: Document) -> Iterator[str]:
    """Names of the panels with logos at their edge."""
    for panel in document.panels:
        boxes = (child for child in panel.children if isinstance(child, Element))
        if any(box.attributes.get("class") == BRAND_BOX for box in boxes):
            yield panel.attributes["name"]


def _finding(found: Overset, *, has_logo: bool) -> Finding:
    by = f"{found.height / MM:.1f} mm" if found.height else "one word"
    places = tuple(dict.fromkeys(f"{origin.repair}" for origin in found.origins))
    where = f'panel "{found.panel}"' if found.given is None else f'a box of a given height in "{found.panel}"'
    return Finding(
        f"{where} is too full by {by} at the smallest type",
        place=found.origins[0].repair if found.origins else None,
        notes=(
            f"about {found.characters} characters must go",
            "texts that do not fit: " + ", ".join(places),
            *((f"its height is given by the style of {found.given}",) if found.given else ()),
            *((LOGO,) if has_logo else ()),
        ),
    )
